import { type Finding, formFinding } from '../finding.ts'
import { once } from '../once.ts'
import { brief } from '../text/brief.ts'
import { limits } from '../yaml/limits.ts'
import { type Entry, entryOf, type Mapping, type SyntaxNode } from '../yaml/node.ts'
import { placeAt } from '../yaml/path.ts'
import { hasUnwritten, type Plain, plainValue } from '../yaml/value.ts'
import { askedKey, meantKey } from './as-meant.ts'
import { isCutOff } from './cut.ts'
import { pilotWords } from './describe.ts'
import { explainError, pathOf } from './explain.ts'
import { knownKeys, unknownKeyAt } from './known-elsewhere.ts'
import { type SchemaError, type Validate, validate } from './validate.generated.js'
import type { Vocabulary } from './vocabulary.ts'

/** Whether a comment says that a key which nobody knows is the author's own. Such a key is taken for no other one. */
export type IsOwn = (finding: Pick<Finding, 'rule' | 'span'>) => boolean

/**
 * What the schema says about a file, each complaint as a finding at the smallest place that is wrong. What stands behind a misspelt
 * key is judged as if that were spelled right.
 */
export function checkSchema(root: SyntaxNode, isOwn?: IsOwn): readonly Finding[] {
  return throughMisspelt([...byEntry(errorsIn(validate, root), root).values()].flat(), {
    words: pilotWords,
    root,
    isOwn,
  })
}

/** The same by another schema and its vocabulary. */
export function checkBy(schema: Validate, words: Vocabulary, root: SyntaxNode): readonly Finding[] {
  return explained([...byEntry(errorsIn(schema, root), root).values()].flat(), { words, root })
}

/** What the schema says about each entry, by their keys. It is kept without places: these move. */
export type Said = ReadonlyMap<string, readonly SchemaError[]>

/** What the schema says about a file, and about each of its entries. */
export interface CheckedEntries {
  readonly findings: readonly Finding[]
  readonly said: Said
}

/**
 * The same as `checkSchema`, without looking at entries of which is known what it says, since they are as they were. No entry
 * depends on another one: the schema wants four of them to be there, and says the rest of each by itself.
 */
export function checkEntries(root: Mapping, known: Said, isOwn?: IsOwn): CheckedEntries {
  const wanted = complaints(validate, {}).map(entryNamed)
  const entries = root.entries.filter(({ key }) => wanted.includes(key) || !known.has(key))
  const asked = { ...root, entries }
  const said = new Map([...known, ...byEntry(errorsIn(validate, asked), asked)])
  // What is told is the first of them.
  const first = [NONE, ...root.entries.map(({ key }) => key)].map(
    (key) => said.get(key)?.slice(0, MOST) ?? [],
  )
  return { findings: throughMisspelt(first.flat(), { words: pilotWords, root, isOwn }), said }
}

/** The complaints about each entry in their order, behind those about entries that are not there. */
function byEntry(errors: readonly SchemaError[], root: SyntaxNode): Map<string, SchemaError[]> {
  const entries = root.kind === 'mapping' ? root.entries : []
  const said = new Map(
    [NONE, ...entries.map(({ key }) => key)].map((key): [string, SchemaError[]] => [key, []]),
  )
  for (const error of outermost(errors)) (said.get(entryNamed(error)) ?? said.get(NONE))?.push(error)
  return said
}

/** In place of a key where there is no entry. */
const NONE = ''

/** The key of the entry that a complaint is about. */
function entryNamed({ instancePath, params }: SchemaError): string {
  if (instancePath !== '') return instancePath.split('/', 2)[1] ?? NONE
  const { missingProperty, additionalProperty } = params
  return String(missingProperty ?? additionalProperty ?? NONE)
}

function errorsIn(schema: Validate, root: SyntaxNode): readonly SchemaError[] {
  // Whether a key is known does not depend on what is written behind it; all else that is said of an empty one does.
  const withEmpty = complaints(schema, plainValue(root, true))
  if (withEmpty.length === 0 || !hasUnwritten(root)) return withEmpty
  const unknown = withEmpty.filter(({ keyword }) => keyword === 'additionalProperties')
  return [...complaints(schema, plainValue(root)), ...unknown]
}

function complaints(schema: Validate, value: Plain): readonly SchemaError[] {
  if (schema(value)) return []
  // `if` only repeats that what it chose was not fulfilled.
  return (schema.errors ?? []).filter(({ keyword }) => keyword !== 'if')
}

interface Asked {
  readonly words: Vocabulary
  readonly root: SyntaxNode
  readonly isOwn?: IsOwn | undefined
}

function explained(errors: readonly SchemaError[], asked: Asked): readonly Finding[] {
  const { words, root } = asked
  // What an alias repeats is written once.
  const said = new Map<string, Finding>()
  // A champion who is the sponsor too brings along what a sponsor may do, and there it is right.
  const known = once(() => knownKeys(root, words))
  // More would not be shown, and to explain one means to look for its place.
  for (const error of withoutMisspelt(errors.slice(0, MOST), asked)) {
    const key = unknownKeyAt(root, pathOf(error.instancePath), error)
    if ((key !== undefined && known().has(key)) || isOfCut(error, asked)) continue
    const finding = findingOf(error, asked)
    const message = brief(finding.message)
    const id =
      key === undefined ? `${finding.rule} ${finding.span.start} ${message}` : `key ${finding.span.start}`
    if (!said.has(id)) said.set(id, { ...finding, message })
  }
  return [...said.values()]
}

const MOST = 2 * limits.problems

/** Whether a complaint is about what a comma in braces left of a value. */
function isOfCut({ keyword, instancePath }: SchemaError, { words, root }: Asked): boolean {
  const path = pathOf(instancePath)
  const [key, block] = [path.at(-1), path.slice(0, -1)]
  if (keyword === 'additionalProperties' || typeof key !== 'string') return false
  const keys = words.keysOf(words.blockAt(block) ?? '')
  return isCutOff(placeAt(root, block)?.node, key, { keys })
}

/** A key that is the author's own is no other one. */
function findingOf(error: SchemaError, { words, root, isOwn }: Asked): Finding {
  const finding = explainError(root, error, words)
  return isOwn && askedKey(finding) !== undefined && isOwn(finding) ? { ...finding, fixes: [] } : finding
}

function throughMisspelt(errors: readonly SchemaError[], asked: Asked): readonly Finding[] {
  const findings = explained(errors, asked)
  if (!findings.some((each) => meantKey(each) !== undefined)) return findings
  const behind = errors.slice(0, MOST).flatMap((error) => findingsBehind(error, asked))
  // What an alias repeats is written once.
  const said = new Map(behind.map((each) => [`${each.rule} ${each.span.start} ${each.message}`, each]))
  return [...findings, ...said.values()]
}

/** What is said of what a misspelt key holds; nothing where that is of another kind, since then it may mean another key. */
function findingsBehind(error: SchemaError, asked: Asked): readonly Finding[] {
  const { instancePath, params, keyword } = error
  const key = keyword === 'additionalProperties' ? meantKey(findingOf(error, asked)) : undefined
  const node = key === undefined ? undefined : placeAt(asked.root, pathOf(instancePath))?.node
  const entry = node?.kind === 'mapping' ? entryOf(node, String(params['additionalProperty'])) : undefined
  if (key === undefined || !entry) return []
  const steps = pathOf(instancePath).map((step) => (typeof step === 'number' ? 0 : step))
  const root = treeOf([...steps, key], entry)
  const at = `${steps.map((step) => `/${step}`).join('')}/${key}`
  const errors = outermost(errorsIn(validate, root)).filter((each) =>
    `${each.instancePath}/`.startsWith(`${at}/`),
  )
  return isOtherKind(entry.value, errors, at) ? [] : throughMisspelt(errors, { ...asked, root })
}

/** Whether a value is of another kind than the key at a path takes, or so is each of its items. */
function isOtherKind(value: SyntaxNode, errors: readonly SchemaError[], at: string): boolean {
  const wrong = errors
    .filter(({ keyword }) => keyword === 'type')
    .map(({ instancePath }) => instancePath.slice(at.length))
  if (wrong.includes('') || value.kind !== 'sequence') return wrong.includes('')
  return wrong.filter((path) => /^\/\d+$/.test(path)).length === value.items.length
}

/** A tree that holds the value of an entry under these keys, and as the only item of lists. */
function treeOf(steps: readonly (string | number)[], { keySpan, value, merged }: Entry): SyntaxNode {
  const { span } = value
  return steps.reduceRight<SyntaxNode>((inner, step) => {
    if (typeof step === 'number') return { kind: 'sequence', flow: true, items: [inner], span }
    return { kind: 'mapping', flow: true, entries: [{ key: step, keySpan, value: inner, merged }], span }
  }, value)
}

/** The keys that unknown ones mean, or may mean where only one is asked about, as paths. */
function misspeltIn(errors: readonly SchemaError[], asked: Asked): ReadonlySet<string> {
  const unknown = errors.filter(({ keyword }) => keyword === 'additionalProperties')
  return new Set(unknown.map((error) => `${error.instancePath}/${askedKey(findingOf(error, asked))}`))
}

/** A key that is misspelt, or asked about at another one, is not missing as well. */
function withoutMisspelt(errors: readonly SchemaError[], asked: Asked): readonly SchemaError[] {
  if (!errors.some(({ keyword }) => keyword === 'required')) return errors
  const meant = misspeltIn(errors, asked)
  return errors.filter(({ keyword, instancePath, params }) => {
    return keyword !== 'required' || !meant.has(`${instancePath}/${String(params['missingProperty'])}`)
  })
}

/** What is said of a file without any value: how to begin. */
export function emptyFile(text: string): Finding {
  const message = 'The file is empty. A pilot starts with apiVersion, name, title and stage.'
  return formFinding('schema/empty-file', message, { start: 0, end: Math.min(1, text.length) })
}

/** A value of the wrong kind is one complaint, whatever else the schema finds wrong with it. */
function outermost(errors: readonly SchemaError[]): readonly SchemaError[] {
  const wrongKind = new Set(
    errors.filter((error) => error.keyword === 'type').map((error) => error.instancePath),
  )
  const seen = new Set<string>()
  return errors.filter((error) => {
    if (error.keyword !== 'type' && wrongKind.has(error.instancePath)) return false
    const { missingProperty, additionalProperty } = error.params
    const id = `${error.instancePath} ${error.keyword} ${String(missingProperty ?? additionalProperty ?? '')}`
    if (seen.has(id)) return false
    seen.add(id)
    return true
  })
}
