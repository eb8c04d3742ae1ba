import { type Finding, type Fix, formFinding } from '../finding.ts'
import { capital } from '../text/capital.ts'
import { plainName } from '../text/plain-name.ts'
import type { Span } from '../text/span.ts'
import type { Mapping, SyntaxNode } from '../yaml/node.ts'
import { placeAt } from '../yaml/path.ts'
import { scalarText } from '../yaml/template.ts'
import { complaintOf, forms } from './forms.ts'
import { laidOut, layoutOf } from './laid-out.ts'
import { meantBy } from './meant.ts'
import { isMisspelt, isSlipOf, nearest, saysElse } from './suggest.ts'
import { adviceOn } from './unknown-key.ts'
import type { SchemaError } from './validate.generated.js'
import type { Property, Vocabulary } from './vocabulary.ts'
import { exampleOf, excessOf, kindOf, kindWords, listed, NO_NOUNS, nouns } from './wording.ts'

/** Turns one complaint of the schema into a finding in our words: what is wrong, and what to write instead. */
export function explainError(root: SyntaxNode, error: SchemaError, words: Vocabulary): Finding {
  const path = pathOf(error.instancePath)
  const place = placeAt(root, path)
  const subject: Subject = {
    words,
    path,
    node: place?.node ?? root,
    span: place?.node.span ?? root.span,
    keySpan: place?.entry?.keySpan ?? nameOf(place?.node ?? root),
    property: subjectOf(path, words),
  }
  const explain = explanations[error.keyword] ?? otherwise
  const { rule, message, span, fixes } = explain(subject, error.params)
  return { ...formFinding(`schema/${rule}`, message, span ?? subject.span), fixes: fixes ?? [] }
}

/** What the schema says of the value itself: of an item, not of the list that it stands in. */
function subjectOf(path: Subject['path'], words: Vocabulary): Property | undefined {
  const property = words.propertyAt(path)
  const isItem = typeof path.at(-1) === 'number' && property?.itemKind !== undefined
  return isItem ? { ...property, kind: property.itemKind, examples: [] } : property
}

interface Subject {
  readonly words: Vocabulary
  readonly path: readonly (string | number)[]
  readonly node: SyntaxNode
  readonly span: Span
  readonly keySpan: Span
  readonly property: Property | undefined
}

interface Explained {
  readonly rule: string
  readonly message: string
  readonly span?: Span
  readonly fixes?: readonly Fix[]
}

type Explain = (subject: Subject, params: SchemaError['params']) => Explained

const explanations: Readonly<Record<string, Explain>> = {
  additionalProperties: ({ words, node, path, keySpan }, { additionalProperty }) => {
    const place = { words, node, path, keySpan, name: lastKey(path) }
    return { rule: 'unknown-key', ...adviceOn(String(additionalProperty), place) }
  },
  required: missingKey,
  type: wrongKind,
  enum: unknownWord,
  format: wrongForm,
  pattern: wrongForm,
  minLength: (subject) => ({
    rule: 'empty',
    message: `${label(subject)} is empty. Fill it in, or remove the key.`,
  }),
  maxLength: (subject, { limit }) => ({
    rule: 'too-long',
    message: `${label(subject)} has more than ${String(limit)} characters. Shorten it.`,
  }),
  minItems: (subject) => ({
    rule: 'empty',
    message: `${label(subject)} is empty. Fill it in, or remove the key.`,
  }),
  maxItems: (subject, { limit }) => ({
    rule: 'too-long',
    message: `${label(subject)} has more than ${String(limit)} entries. Shorten it.`,
  }),
  minimum: (subject, { limit }) => ({
    rule: 'range',
    message: `${label(subject)} cannot be below ${String(limit)}.`,
  }),
  maximum: (subject, { limit }) => ({
    rule: 'range',
    message: `${label(subject)} cannot be above ${String(limit)}.`,
  }),
}

const otherwise: Explain = (subject) => ({
  rule: 'form',
  message: `${label(subject)} does not have the form that the format wants.${exampleOf(subject.property)}`,
})

function missingKey(subject: Subject, { missingProperty }: SchemaError['params']): Explained {
  const key = String(missingProperty)
  const property = subject.words.propertyAt([...subject.path, key])
  const empty =
    subject.node.kind === 'mapping' ? subject.node.entries.find((each) => each.key === key) : undefined
  const state = empty ? 'is still empty' : 'is missing'
  const choice = property?.words.length ? ` Use ${listed(property)}.` : exampleOf(property)
  return {
    rule: 'missing-key',
    message: `"${key}" ${state}.${choice}`,
    span: empty?.keySpan ?? subject.keySpan,
  }
}

function wrongKind(subject: Subject): Explained {
  const { node, property } = subject
  const named = property ? kindWords[property.kind] : 'a block of keys and values'
  const wanted = named ?? 'another kind of value'
  const fixes = rewritten(subject)
  const scalar = node.kind === 'scalar'
  const advice =
    scalar && fixes[0]
      ? ` ${fixes[0].title}.`
      : exampleOf(property) || layoutOf(node, property, subject.words)
  const message = `${label(subject)} takes ${wanted}, and this is ${kindOf(node)}${excessOf(node, wanted)}.${advice}`
  return { rule: 'kind', message, span: scalar ? subject.span : subject.keySpan, fixes }
}

function rewritten(subject: Subject): readonly Fix[] {
  const { node, property, span, words } = subject
  // Where one is wanted and a line lists several, one of them is.
  if (node.kind === 'sequence' && node.flow && property?.kind === 'text') {
    return node.items.flatMap((item): readonly Fix[] => {
      if (item.kind !== 'scalar') return []
      const text = scalarText(String(item.value))
      return [
        { title: `Choose ${text}`, safe: false, suggestion: true, changes: [{ do: 'replace', span, text }] },
      ]
    })
  }
  const meant =
    node.kind === 'scalar' && property
      ? (laidOut(node, property, words) ?? meantBy(node.value, property.kind, hasUnit(subject)))
      : undefined
  if (!meant) return []
  const { text, how = '', safe = true } = meant
  const fix = { title: `Write ${text}${how}`, changes: [{ do: 'replace', span, text } as const] }
  return [safe ? { ...fix, safe } : { ...fix, safe, suggestion: true }]
}

/** Whether a number has a unit beside it, or is a reading of one that has. */
function hasUnit({ words, path }: Subject): boolean {
  const above = path.slice(0, -1)
  return lastKey(above) === 'readings' || words.keysOf(words.blockAt(above) ?? '').includes('unit')
}

function unknownWord(subject: Subject): Explained {
  const value = subject.node.kind === 'scalar' ? String(subject.node.value) : ''
  const words = subject.property?.words.map(({ word }) => word) ?? []
  const [begun, other] = value.length > 2 ? words.filter((word) => word.startsWith(value)) : []
  const meant = misspelt(value, words) ?? (other === undefined ? begun : undefined)
  const isSafe = meant !== undefined && isBeyondDoubt(value, meant)
  const change = (word: string): Fix => ({
    title: `Replace by "${word}"`,
    safe: isSafe && word === meant && words.length > 1,
    // Nobody knows which of several words stands for one that means none of them.
    suggestion: (!(isSafe && word === meant) && words.length > 1) || undefined,
    changes: [{ do: 'replace', span: subject.span, text: word }],
  })
  const ordered = meant ? [meant, ...words.filter((word) => word !== meant)] : words
  const advice = meant
    ? `Did you mean "${meant}"?`
    : `Use ${subject.property ? listed(subject.property) : 'another word'}.`
  const key = lastKey(subject.path)
  const noun = nouns[subject.property?.kind ?? ''] ?? key
  const known = NO_NOUNS.has(noun) ? `not a word that "${key}" takes` : `no ${noun} that the format knows`
  return {
    rule: 'word',
    message: `"${value}" is ${known}. ${advice}`,
    fixes: ordered.map(change),
  }
}

function misspelt(value: string, words: readonly string[]): string | undefined {
  const near = OTHER_WORDS.test(value) ? undefined : nearest(value, words)
  const isOther = near !== undefined && (saysElse(value, near) || DENIES.test(value) !== DENIES.test(near))
  return isOther ? undefined : near
}

const DENIES = /^(?:un|not)/i

/** What is one letter away from a word, or two, and is none of its spellings: it was paused, and not passed. */
const OTHER_WORDS = /^(?:extend(?:ed)?|held|paused)$/i

/** Several letters that are wrong make another word, and a question or a word more an answer that is still open. */
function isBeyondDoubt(value: string, meant: string): boolean {
  if (value.includes('?')) return false
  const [written, word] = [plainName(value), plainName(meant)]
  if (isSlipOf(written, word)) return true
  if (partsOf(value) > partsOf(meant)) return false
  return isMisspelt(value, meant, LONG) || word.startsWith(written) || written.startsWith(word)
}

/** Of how many letters a value is in which two may be wrong: it is one of a few words. */
const LONG = 9

function partsOf(word: string): number {
  return word.trim().split(/[\s_-]+/).length
}

function wrongForm(subject: Subject): Explained {
  const value = subject.node.kind === 'scalar' ? String(subject.node.value) : ''
  const form = forms[subject.property?.kind ?? '']
  if (!form) return otherwise(subject, {})
  const repaired = form.repair?.(value)
  const meant = repaired === undefined ? (form.either?.(value) ?? []) : [repaired]
  const fixes = meant.map((text): Fix => {
    const changes = [{ do: 'replace', span: subject.span, text: scalarText(text) }] as const
    const fix = { title: `Write ${text}`, changes }
    // Nobody else knows which of several it is.
    if (repaired === undefined) return { ...fix, safe: false, suggestion: true }
    return { ...fix, safe: !form.loses?.test(value) }
  })
  return { rule: form.rule, message: complaintOf(form, value, meant), fixes }
}

function label({ path, words }: Subject): string {
  const key = lastKey(path)
  if (typeof path.at(-1) === 'number') return `An entry of "${key}"`
  return key === '' ? `${capital(words.noun)} file` : `"${key}"`
}

function lastKey(path: readonly (string | number)[]): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '')
}

function nameOf(node: SyntaxNode): Span {
  const stage = node.kind === 'mapping' ? (stageEntry(node) ?? node.entries[0]) : undefined
  return stage?.keySpan ?? node.span
}

function stageEntry(node: Mapping): Mapping['entries'][number] | undefined {
  return node.entries.find((entry) => entry.key === 'stage')
}

export function pathOf(pointer: string): readonly (string | number)[] {
  const steps = pointer.split('/').slice(1)
  return steps.map((step) =>
    /^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~'),
  )
}
