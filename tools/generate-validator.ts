import { Ajv2020 } from 'ajv/dist/2020.js'
import { _ } from 'ajv/dist/compile/codegen/index.js'
import standalone from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import { isDate } from '../server/src/engine/pilot/dates.ts'

/** A schema with its name in the folder of schemas. */
export interface NamedSchema {
  readonly name: string
  readonly schema: object
}

/**
 * The compiled validator as one module without imports, so that nothing compiles our schemas or evaluates code at run time.
 * `root` is the folder of the repository.
 */
export async function generateValidator(root: string, { name, schema }: NamedSchema): Promise<string> {
  const bare = withoutTexts(schema)
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    formats: { date: isDate },
    inlineRefs: false,
    messages: false,
    strictTuples: false,
    code: { source: true, esm: true, formats: _`require("./server/src/engine/schema/formats.ts")` },
  })
  const result = await build({
    stdin: {
      contents: imported(
        joining(telling(trimmed(withoutParts(standalone.default(ajv, ajv.compile(bare)), bare)))),
      ),
      resolveDir: root,
      loader: 'js',
    },
    bundle: true,
    format: 'esm',
    target: 'es2023',
    minify: true,
    write: false,
  })
  return `// Generated from schemas/${name} by \`npm run generate\`. Do not edit.\n${result.outputFiles[0]?.text ?? ''}`
}

/**
 * What the code asks of a number (that it is one to calculate with, and not only that it has an end) and of a text, as modules
 * that are imported: to have them by `require`, as ajv writes, takes more code than they are.
 */
function imported(code: string): string {
  const asked = code.replaceAll('require("ajv/dist/runtime/ucs2length").default', 'lengthOf')
  const formats = 'require("./server/src/engine/schema/formats.ts")'
  return `import { isCountable as isFinite } from "./server/src/engine/pilot/countable.ts"
import * as formats from "./server/src/engine/schema/formats.ts"
import { lengthOf } from "./server/src/engine/schema/formats.ts"
${asked.replaceAll(formats, 'formats')}`
}

/** Each part of the schema that is asked for stands in the code by itself: without all of them once more, and with what is read alone. */
function withoutParts(code: string, schema: object): string {
  const { $defs = {} }: { $defs?: object } = schema
  if (!code.includes(JSON.stringify(schema)))
    throw new Error('The schema stands no longer in the code of ajv.')
  const short = [schema, ...Object.values($defs)].reduce<string>(
    (text, part) => text.replace(`= ${JSON.stringify(part)};`, () => `= ${JSON.stringify(readOf(part))};`),
    code,
  )
  const more = OTHERWISE_READ.exec(short)
  if (more) throw new Error(`The validator looks into ${more[0]}.`)
  return short
}

/** What the code reads of a part: its keys, the words of a list, and the kinds of which a value may be one. */
function readOf(part: object): object {
  const kept = Object.entries(part).flatMap(([key, value]): [string, unknown][] => {
    if (Array.isArray(value)) return key === 'enum' || key === 'type' ? [[key, value]] : []
    return typeof value === 'object' && key !== '$defs' ? [[key, readOf(value)]] : []
  })
  return Object.fromEntries(kept)
}

const OTHERWISE_READ = /\bschema\d+(?:\.\w+)*\.(?!(?:enum|type|properties)\b)\w+(?![\w.])/

/**
 * Adds the complaints of each part to those before it. The code of ajv copies all of these instead, which takes quadratic time
 * in a long list of wrong items; and as arguments so many would not fit on the stack.
 */
function joining(code: string): string {
  const joined = code.replace(
    /vErrors === null \? (\w+\.errors) : vErrors\.concat\(\1\)/g,
    'joined(vErrors, $1)',
  )
  if (joined.includes('.concat(')) throw new Error('The code of ajv joins complaints in other words now.')
  return `${joined}
function joined(all, more) {
  if (all === null) return more
  for (const each of more) all.push(each)
  return all
}
`
}

/** Makes a complaint and adds it in one place: the code of ajv does so at each of hundreds, which is a quarter of it. */
function telling(code: string): string {
  const named = code.replaceAll('{instancePath,keyword', '{instancePath:instancePath,keyword')
  const told = named.replace(COMPLAINT, 'vErrors = told(vErrors, $2, $3, $4);').replace(UNASKED, '')
  if (told === code) throw new Error('The code of ajv complains in other words now.')
  return `${told}
function told(all, instancePath, keyword, params = {}) {
  const complaint = { instancePath, keyword, params }
  if (all === null) return [complaint]
  all.push(complaint)
  return all
}
`
}

const COMPLAINT =
  /const (err\d+) = \{instancePath:([^;]*?),keyword:("\w+"),params:(\{[^;]*?\})\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}/g

/** What a complaint holds beside its keyword and nobody reads: what was wanted is said by the schema. */
const UNASKED =
  /, \{(?:type|pattern|format|allowedValues): ?(?:"(?:[^"\\]|\\.)*"|[\w.]+)\}(?=\);)|comparison: ?"[<>]=?", ?/g

/**
 * Without what ajv writes into the code for keywords that our schemas do not have, and into each complaint for nobody: a quarter
 * of the code. Throws where the schema has come to need something of it.
 */
function trimmed(code: string): string {
  const bare = unused.reduce((text, part) => text.replace(part, ''), code)
  const left = /\b(?:schemaPath|evaluated0|dynamicAnchors|parentData|rootData)\b/.exec(bare)
  if (left) throw new Error(`The schema needs ${left[0]} now. Keep it in the validator.`)
  return bare
}

const unused: readonly RegExp[] = [
  /schemaPath:"(?:[^"\\]|\\.)*",/g,
  /const evaluated0 = \w+\.evaluated;(?:if\(evaluated0\.dynamic(?:Props|Items)\)\{evaluated0\.(?:props|items) = undefined;\})*/g,
  /\w+\.evaluated = \{[^{}]*\};/g,
  /, parentData, parentDataProperty, rootData=data, dynamicAnchors=\{\}/g,
  /,parentData:\w+,parentDataProperty:(?:"(?:[^"\\]|\\.)*"|\w+),rootData,dynamicAnchors/g,
]

/** The schema without what only people read, which would triple the size of the validator. */
function withoutTexts(schema: object): object {
  const texts = new Set([
    'description',
    'examples',
    'enumDescriptions',
    'x-deadline',
    'x-link',
    'x-question',
    'x-refers',
    'x-words',
    'default',
    'title',
  ])
  const strip = (node: unknown, named: boolean): unknown => {
    if (Array.isArray(node)) return node.map((item) => strip(item, false))
    if (typeof node !== 'object' || node === null) return node
    const entries = Object.entries(node).filter(([key]) => named || !texts.has(key))
    return Object.fromEntries(entries.map(([key, value]) => [key, strip(value, !named && isTable(key))]))
  }
  return Object(strip(schema, false))
}

/** Keywords whose keys are names of the format and not keywords. */
function isTable(keyword: string): boolean {
  return keyword === 'properties' || keyword === '$defs' || keyword === 'patternProperties'
}
