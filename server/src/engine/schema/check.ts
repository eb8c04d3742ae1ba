import type { Finding } from '../finding.ts'
import { brief } from '../text/brief.ts'
import { limits } from '../yaml/limits.ts'
import type { Mapping, SyntaxNode } from '../yaml/node.ts'
import { type Plain, plainValue } from '../yaml/value.ts'
import { pilotWords } from './describe.ts'
import { explainError } from './explain.ts'
import { type SchemaError, type Validate, validate } from './validate.generated.js'
import type { Vocabulary } from './vocabulary.ts'

/** What the schema says about a file, each complaint as a finding at the smallest place that is wrong. */
export function checkSchema(root: SyntaxNode): readonly Finding[] {
  return checkBy(validate, pilotWords, root)
}

/** The same by another schema and its vocabulary. */
export function checkBy(schema: Validate, words: Vocabulary, root: SyntaxNode): readonly Finding[] {
  return explained(errorsIn(schema, root), words, root)
}

/** What the schema says about a file of which some entries are known to be right. */
export interface CheckedEntries {
  readonly findings: readonly Finding[]
  /** The keys of the entries of which it says nothing. */
  readonly right: ReadonlySet<string>
}

/**
 * The same as `checkSchema`, without looking at entries that were found right before and are as they were. No entry depends
 * on another one: the schema wants four of them to be there, and says the rest of each by itself.
 */
export function checkEntries(root: Mapping, known: ReadonlySet<string>): CheckedEntries {
  const wanted = new Set(errorsIn(validate, { ...root, entries: [] }).map(entryNamed))
  const asked = root.entries.filter(({ key }) => wanted.has(key) || !known.has(key))
  const errors = errorsIn(validate, { ...root, entries: asked })
  const wrong = new Set(errors.map(entryNamed))
  const right = root.entries.filter(({ key }) => !wrong.has(key)).map(({ key }) => key)
  return { findings: explained(errors, pilotWords, root), right: new Set(right) }
}

/** The key of the entry that a complaint is about. */
function entryNamed({ instancePath, params }: SchemaError): string {
  if (instancePath !== '') return instancePath.split('/')[1] ?? ''
  const { missingProperty, additionalProperty } = params
  return String(missingProperty ?? additionalProperty ?? '')
}

function errorsIn(schema: Validate, root: SyntaxNode): readonly SchemaError[] {
  // Whether a key is known does not depend on what is written behind it; all else that is said of an empty one does.
  const withEmpty = complaints(schema, plainValue(root, true))
  if (withEmpty.length === 0) return []
  const unknown = withEmpty.filter(({ keyword }) => keyword === 'additionalProperties')
  return [...complaints(schema, plainValue(root)), ...unknown]
}

function complaints(schema: Validate, value: Plain): readonly SchemaError[] {
  if (schema(value)) return []
  // `if` only repeats that what it chose was not fulfilled.
  return (schema.errors ?? []).filter(({ keyword }) => keyword !== 'if')
}

function explained(errors: readonly SchemaError[], words: Vocabulary, root: SyntaxNode): readonly Finding[] {
  // More would not be shown, and to explain one means to look for its place.
  const first = outermost(errors).slice(0, 2 * limits.problems)
  // What an alias repeats is written once.
  const said = new Map<string, Finding>()
  for (const error of first) {
    const finding = explainError(root, error, words)
    const message = brief(finding.message)
    const id = `${finding.rule} ${finding.span.start} ${message}`
    if (!said.has(id)) said.set(id, { ...finding, message })
  }
  return [...said.values()]
}

/** What is said of a file without any value: how to begin. */
export function emptyFile(text: string): Finding {
  const message = 'The file is empty. A pilot starts with apiVersion, name, title and stage.'
  return {
    rule: 'schema/empty-file',
    severity: 'error',
    message,
    span: { start: 0, end: Math.min(1, text.length) },
    related: [],
    fixes: [],
  }
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
