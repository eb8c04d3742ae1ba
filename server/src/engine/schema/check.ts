import type { Finding } from '../finding.ts'
import { limits } from '../yaml/limits.ts'
import type { SyntaxNode } from '../yaml/node.ts'
import { plainValue } from '../yaml/value.ts'
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
  if (schema(plainValue(root))) return []
  // `if` only repeats that what it chose was not fulfilled.
  const errors = (schema.errors ?? []).filter(({ keyword }) => keyword !== 'if')
  // More would not be shown, and to explain one means to look for its place.
  const first = outermost(errors).slice(0, 2 * limits.problems)
  return first.map((error) => explainError(root, error, words))
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
