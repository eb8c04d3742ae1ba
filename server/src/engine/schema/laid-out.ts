import type { Scalar, SyntaxNode } from '../yaml/node.ts'
import { scalarText } from '../yaml/template.ts'
import type { Meant } from './meant.ts'
import { codeOf } from './place-names.ts'
import type { Property, Vocabulary } from './vocabulary.ts'

/** What to do about what is no list and should be one, or the reverse; empty where that is not all. */
export function layoutOf(node: SyntaxNode, property: Property | undefined, words: Vocabulary): string {
  if (property?.kind === 'true or false') return ' Write true or false.'
  if (node.kind !== 'scalar' && node.flow) return ''
  if (node.kind !== 'sequence' && property?.kind === 'list') return ' Begin each entry with a dash.'
  if (node.kind === 'mapping' || property?.kind !== 'block') return ''
  if (node.kind === 'sequence' && node.items.some(({ kind }) => kind === 'mapping')) {
    return ' Write its keys without dashes.'
  }
  const [one, two] = words.keysOf(property.block ?? '')
  return two === undefined ? '' : ` Write its keys, such as "${one}" and "${two}".`
}

/**
 * One value in the place of a list is its only item, and in the place of a block its first key or its status: `operator:
 * Luis Ortega`, `securityReview: passed`.
 */
export function laidOut({ value }: Scalar, property: Property, words: Vocabulary): Meant | undefined {
  const isText = typeof value === 'string'
  if (value === null) return undefined
  const items = isText ? itemsIn(value.trim(), property) : undefined
  if (property.kind === 'list' && NONE.test(String(value).trim())) {
    return { text: '[]', how: ' if there are none', safe: false }
  }
  if (items) return { text: `[${items.map(scalarText).join(', ')}]`, safe: false }
  const def = property.kind === 'block' ? property.block : undefined
  if (def !== undefined && isStatus(value, def, words)) return { text: `{ status: ${value} }`, safe: false }
  const [key] = def === undefined ? [] : words.keysOf(def)
  const kind = def !== undefined && key !== undefined ? words.propertyOf(def, key)?.kind : undefined
  const fits = isText ? kind === 'text' : typeof value === 'number' && /^(?:whole )?number$/.test(kind ?? '')
  return fits ? { text: `{ ${key}: ${scalarText(value)} }`, safe: false } : undefined
}

function isStatus(value: Scalar['value'], def: string, words: Vocabulary): boolean {
  return words.propertyOf(def, 'status')?.words.some(({ word }) => word === value) === true
}

/** The entries that a text lists with commas, or is the only one of; `undefined` where it may be a sentence, or is none of them. */
function itemsIn(text: string, { kind, itemKind, words }: Property): readonly string[] | undefined {
  if (!kind.startsWith('list')) return undefined
  // "Legal, Trust and Safety" are two, of which one has this name.
  const items = partsOf(text, kind === 'list' && itemKind === 'text' ? undefined : AND)
  const isEach = (test: (item: string) => boolean): boolean => items.every(test)
  const fits: Readonly<Record<string, () => boolean>> = {
    text: () => isEach((item) => item !== '' && item.split(/\s+/).length <= MOST_WORDS),
    word: () => isEach((item) => words.some(({ word }) => word === item)),
    slug: () => isEach((item) => /^[a-z0-9]+(?:-[a-z0-9]+){0,9}$/.test(item)),
  }
  // Where a number may stand as well, a single text means one.
  if (kind !== 'list') return items.length > 1 && !/\d/.test(text) && fits['text']?.() ? items : undefined
  if (items.length === 1 && itemKind === 'text') return items
  if (itemKind === 'jurisdiction') {
    const codes = items.flatMap((item) => (CODE.test(item) ? item : (codeOf(item) ?? [])))
    return codes.length === items.length ? codes : undefined
  }
  return fits[itemKind ?? '']?.() ? items : undefined
}

/** What stands between commas and, in a list of several, on either side of an `and` behind the last of them. */
function partsOf(text: string, and: RegExp | undefined): readonly string[] {
  const parts = text.split(/[,;]/).map((part) => part.trim())
  const last = parts.length > 1 ? parts.pop()?.replace(AND_FIRST, '') : undefined
  if (last === undefined) return parts
  return [...parts, ...(and ? last.split(and) : [last])]
}

const AND_FIRST = /^(?:and|und|et|en|y|e) /

const AND = / (?:and|und|et|en|y|e) /

const NONE = /^(?:none|no|nil|n\/a|keine?|aucune?|ninguna?|nessuna?|geen)$/i

const CODE = /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/

/** Of a name or a role; what has more is a part of a sentence. */
const MOST_WORDS = 4
