import type { IsoDate } from '../pilot/dates.ts'
import type { Property, Vocabulary } from '../schema/vocabulary.ts'
import { choice, Hole, hole, sample, type Template, type TemplateBlock } from '../yaml/template.ts'

/**
 * What is written for a key of which nobody wrote a template: of a block those keys that are required or that the example of
 * the schema has, each to be filled in.
 */
export function skeletonOf(words: Vocabulary, property: Property, today: IsoDate): Template | undefined {
  const { block, list, kind, key } = property
  if (block === undefined || kind === 'setting') return undefined
  if (words.keysOf(block).length === 0) return undefined
  const fields = fieldsOf(words, { block, example: exampleOf(property) }, today)
  return list || key === '' ? [fields] : fields
}

/** A value to be filled in for a key that takes no block. */
export function leafOf(property: Property, today: IsoDate): Template {
  const { kind, words, examples, list } = property
  const [first, ...others] = words.map(({ word }) => word).filter((word) => word !== 'false')
  if (first !== undefined) return list ? [choice(first, ...others)] : choice(first, ...others)
  if (list) return [hole(phraseOf(property))]
  if (kind === 'date') return sample(today)
  if (kind === 'true or false') return new Hole(true, ['true', 'false'], false)
  const [example] = examples
  const block = kind === 'block' ? exampleTemplate(example) : undefined
  if (block !== undefined) return block
  const isSample = kind !== 'text' && (typeof example === 'number' || typeof example === 'string')
  return isSample ? sample(example) : hole(phraseOf(property))
}

/** A value of the schema's examples as it is written in a file. */
export function exampleTemplate(value: unknown): Template | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(exampleTemplate).filter((item) => item !== undefined)
  if (typeof value !== 'object' || value === null) return undefined
  const entries = Object.entries(value).map(([key, inner]) => [key, exampleTemplate(inner)] as const)
  return Object.fromEntries(entries.flatMap(([key, inner]) => (inner === undefined ? [] : [[key, inner]])))
}

function fieldsOf(
  words: Vocabulary,
  { block, example }: { readonly block: string; readonly example: readonly string[] },
  today: IsoDate,
): TemplateBlock {
  const all = words.keysOf(block)
  const wanted = all.filter((key) => example.includes(key) || words.propertyOf(block, key)?.required)
  const fields = (wanted.length > 0 ? wanted : all).flatMap(
    (key): readonly (readonly [string, Template])[] => {
      const property = words.propertyOf(block, key)
      return property ? [[key, skeletonOf(words, property, today) ?? leafOf(property, today)]] : []
    },
  )
  return Object.fromEntries(fields)
}

function exampleOf({ examples, list }: Property): readonly string[] {
  const [first] = examples
  const example: unknown = list && Array.isArray(first) ? first[0] : first
  return typeof example === 'object' && example !== null ? Object.keys(example) : []
}

/** The start of what the schema says of a key, as it stands behind `TODO`. */
function phraseOf({ description }: Property): string {
  const [start = ''] = description.split(/[.,:;(]/)
  const isName = /^[A-Z]{2}/.test(start)
  return isName ? start : start.charAt(0).toLowerCase() + start.slice(1)
}
