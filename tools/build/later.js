import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { ruleDocs } from './rule-docs.js'
import { schemaWithoutSummaries } from './schema-summaries.js'
import { schemaWithTextsApart } from './schema-texts.js'

const root = join(import.meta.dirname, '..', '..')
const require = createRequire(import.meta.url)

/** Our modules that are loaded later, by their files in dist/later. */
const own = {
  'compile-rules.cjs': 'server/src/node/compile-rules.ts',
  'config-validator.cjs': 'server/src/engine/schema/validate-config.generated.js',
  'criteria.cjs': 'server/src/engine/history/criteria.ts',
  'dashboard.cjs': 'server/src/dashboard/page.ts',
  'doubt.cjs': 'server/src/engine/doubt.ts',
  'easing.cjs': 'server/src/engine/history/easing.ts',
  'explain.cjs': 'server/src/engine/schema/explain.ts',
  'git.cjs': 'server/src/node/git.ts',
  'history.cjs': 'server/src/node/told-history.ts',
  'ignore-lines.cjs': 'server/src/node/ignore-lines.ts',
  'next-round.cjs': 'server/src/engine/history/next-round.ts',
  'requirement.cjs': 'server/src/engine/config/requirement.ts',
  'rewritten.cjs': 'server/src/engine/history/rewritten.ts',
  'yaml.cjs': 'server/src/engine/yaml/parse-fully.ts',
}
const modules = {
  ...own,
  'config-schema.json': 'schemas/config.schema.json',
  'pilot-schema.cjs': 'schemas/pilot.schema.json',
}
const ruleFile = /[\\/]engine[\\/]rules[\\/]([^\\/]+)[\\/]([^\\/]+)\.ts$/
/** Their layout is the formatter's. */
const docsOfRule = /^ {2}docs: \{\n.*?^ {2}\},\n/ms

/**
 * Makes a file in dist/later of each thing that the first answer does not need, and the plugin that leaves it out of a program.
 * There it is loaded in the moment in which something of it is first used, and nothing in the sources has to know.
 * @param {import('esbuild').BuildOptions} options of the files that are code
 * @returns {Promise<Later>}
 *
 * @typedef {object} Later
 * @property {import('esbuild').Plugin} plugin
 * @property {import('esbuild').Plugin} inOneFile for a program that is one file and loads nothing later, such as a worker in a browser
 * @property {import('esbuild').Metafile[]} metafiles
 */
export async function later(options) {
  const folder = join(root, 'dist/later')
  await mkdir(folder, { recursive: true })
  const bundle = (name, contents) => bundleOf(join(folder, name), contents, options)
  const metafiles = await Promise.all([
    ...Object.entries(own).map(([name, from]) => bundle(name, `module.exports = require('./${from}')`)),
  ])
  const schema = schemaWithTextsApart(await schemaOf('pilot'), './pilot-schema-texts.json')
  await writeFile(join(folder, 'pilot-schema.cjs'), schema.code)
  const docs = await ruleDocs(root)
  const texts = {
    'config-schema': await schemaOf('config'),
    'pilot-schema-texts': schema.texts,
    'rule-docs': docs,
  }
  for (const [name, content] of Object.entries(texts))
    await writeFile(join(folder, `${name}.json`), JSON.stringify(content))
  return { plugin: plugin(folder), inOneFile: inOneFile(docs), metafiles }
}

async function bundleOf(outfile, contents, options) {
  const { metafile } = await build({
    ...options,
    stdin: { contents, resolveDir: root },
    platform: 'node',
    target: 'node20',
    format: outfile.endsWith('.cjs') ? 'cjs' : 'esm',
    outfile,
    bundle: true,
    metafile: true,
  })
  return metafile
}

async function schemaOf(name) {
  return JSON.parse(await readFile(join(root, `schemas/${name}.schema.json`), 'utf8'))
}

function plugin(folder) {
  return {
    name: 'later',
    setup({ onResolve, onLoad }) {
      for (const [path, from] of Object.entries(modules)) {
        const filter = new RegExp(`(?:^|/)${basename(from).replaceAll('.', '\\.')}$`)
        onResolve({ filter }, ({ kind, path: asked, resolveDir }) => {
          if (asked !== from && join(resolveDir, asked) !== join(root, from)) return undefined
          return kind === 'dynamic-import'
            ? { path: `./later/${path}`, external: true }
            : { path, namespace: 'later' }
        })
      }
      onResolve({ filter: /^rule-docs$/ }, ({ path }) => ({ path, namespace: 'rule-docs' }))
      onResolve({ filter: /^\.\/later\// }, ({ path }) => ({ path, external: true }))
      onLoad({ filter: /.*/, namespace: 'later' }, ({ path }) => ({ contents: standIn(folder, path) }))
      onLoad({ filter: /.*/, namespace: 'rule-docs' }, () => ({ contents: docsOf }))
      onRuleLoad(onLoad, (id) => ({
        head: "import { docsOf } from 'rule-docs'",
        docs: `get docs() { return docsOf('${id}') }`,
      }))
    },
  }
}

/** Of the history, what compares a pilot with what it was, and what that answers where there is no Git: nobody asks it anything. */
const ofGit = {
  course: ['undefined', ['attribution', 'courseOf', 'courseOfCriteria', 'pastChange', 'startedOn']],
  criteria: ['[]', ['criteriaTracks', 'criteriaInText']],
  deadlines: ['[]', ['slipsOf']],
  easing: ['[]', ['easingsOf']],
  goalposts: ['[]', ['goalpostChanges']],
  handover: ['undefined', ['lastHandover']],
  'next-round': ['false', ['isOtherRound']],
  rewritten: ['[]', ['rewrittenReports']],
  'spoken-of': ['undefined', ['DECISION_DAYS', 'gateOn', 'gatesNear']],
}

/** Of the YAML library, what writes YAML: it only ever reads here. */
const yamlWriter = /[\\/]yaml[\\/]browser[\\/]dist[\\/]stringify[\\/]\w+\.js$/

/** Nothing but the pages of the rules shows an example of what is reported, or a second one of what is not. */
function inOneFile(docs) {
  const shown = ({ good, ...rest }) => ({ ...rest, bad: [], good: good.slice(0, 1) })
  return {
    name: 'in-one-file',
    setup({ onLoad }) {
      for (const [file, [nothing, names]] of Object.entries(ofGit)) {
        const filter = new RegExp(`[\\\\/]engine[\\\\/]history[\\\\/]${file}\\.ts$`)
        onLoad({ filter }, () => ({ contents: standIns(names, nothing) }))
      }
      onLoad({ filter: yamlWriter }, async ({ path }) => {
        const [, names = ''] = /^export \{ ([\w, ]+) \};$/m.exec(await readFile(path, 'utf8')) ?? []
        return { contents: standIns(names.split(', '), "''") }
      })
      onLoad({ filter: /[\\/]schemas[\\/]config\.schema\.json$/ }, async () => ({
        contents: schemaWithoutSummaries(await schemaOf('config'), docs),
        resolveDir: root,
      }))
      onRuleLoad(onLoad, (id) => ({ head: '', docs: `docs: ${JSON.stringify(shown(docs[id]))}` }))
    },
  }
}

/** Functions with these names that answer nothing. */
function standIns(names, nothing) {
  return names.map((name) => `export const ${name} = () => ${nothing}`).join('\n')
}

/** Loads each rule with other words in the place of its docs. */
function onRuleLoad(onLoad, other) {
  onLoad({ filter: ruleFile }, async ({ path }) => {
    const [, group, name] = ruleFile.exec(path)
    const source = await readFile(path, 'utf8')
    if (!docsOfRule.test(source)) throw new Error(`No docs are seen in ${path}.`)
    const { head, docs } = other(`${group}/${name}`)
    return { contents: `${head}\n${source.replace(docsOfRule, () => `  ${docs},\n`)}`, loader: 'ts' }
  })
}

/** A module with the same names, each of which loads the file when it is read; that is a function where the other is. */
function standIn(folder, file) {
  const content = require(join(folder, file))
  const call = typeof content === 'function' ? 'module.exports = (...given) => load()(...given)' : ''
  return `
    let content
    const load = () => (content ??= require('./later/${file}'))
    ${call}
    for (const name of ${JSON.stringify(Object.keys(content))})
      Object.defineProperty(module.exports, name, { enumerable: true, get: () => load()[name] })`
}

const docsOf = `
  let docs
  export const docsOf = (id) => (docs ??= require('./later/rule-docs.json'))[id]`
