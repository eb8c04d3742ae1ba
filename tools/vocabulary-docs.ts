import type { Property, Vocabulary } from '../server/src/engine/schema/vocabulary.ts'
import { example } from '../server/src/features/example.ts'
import { escapeMarkdown, yamlBlock } from './markdown.ts'

/** The keys of a block as a table, and what each of its words means. */
export function keysPart(vocabulary: Vocabulary, def: string): string {
  const properties = propertiesOf(vocabulary, def)
  return [keyTable(properties), words(properties)].filter(Boolean).join('\n\n')
}

/** A top-level block with its question, its keys, the blocks inside it and an example. */
export function blockPart(vocabulary: Vocabulary, property: Property): string {
  const { key, question, description, block = '', examples } = property
  const written = example(key, examples[0])
  const parts = [
    `## ${key}`,
    question && `*${escapeMarkdown(question)}*`,
    escapeMarkdown(description),
    keysPart(vocabulary, block),
    ...inner(vocabulary, block, key),
    written && `For example:\n\n${yamlBlock(written)}`,
  ]
  return parts.filter(Boolean).join('\n\n')
}

export function propertiesOf(vocabulary: Vocabulary, def: string): readonly Property[] {
  const { keysOf, propertyOf } = vocabulary
  return keysOf(def).flatMap((key) => propertyOf(def, key) ?? [])
}

/** The blocks inside a block, each under the path that leads to it. */
function inner(vocabulary: Vocabulary, def: string, path: string): readonly string[] {
  return propertiesOf(vocabulary, def).flatMap(({ key, block, description }) => {
    if (block === undefined) return []
    const at = `${path}.${key}`
    const heading = `### ${at}\n\n${escapeMarkdown(description)}`
    return [`${heading}\n\n${keysPart(vocabulary, block)}`, ...inner(vocabulary, block, at)]
  })
}

function keyTable(properties: readonly Property[]): string {
  return `| key | kind | what it says | example |\n|---|---|---|---|\n${properties.map(row).join('\n')}`
}

function row({ key, kind, required, description, examples, block, list }: Property): string {
  const [shown] = examples
  const isPlain = ['string', 'number', 'boolean'].includes(typeof shown)
  const what = block === undefined ? (kinds[kind] ?? kind) : `${list ? 'list of blocks' : 'block'}`
  const cell = isPlain ? `\`${String(shown).replaceAll('|', '\\|')}\`` : ''
  return `| \`${key}\` | ${what}${required ? ', required' : ''} | ${escapeMarkdown(description)} | ${cell} |`
}

/** Kinds by the names that people use. */
const kinds: Readonly<Record<string, string>> = {
  slug: 'short name',
  currencyCode: 'currency code',
  word: 'one word of a list',
  weight: 'severity',
  firstStage: 'stage',
  ruleId: 'name of a rule',
  place: 'path of keys',
}

/** The allowed words of the keys, with what each means. */
function words(properties: readonly Property[]): string {
  const lists = properties
    .filter((property) => property.words.length > 0)
    .map((property) => `\`${property.key}\` is one of:\n\n${wordList(property)}`)
  return lists.join('\n\n')
}

export function wordList(property: Property): string {
  const items = property.words.map(
    ({ word, meaning }) => `- \`${word}\`${meaning ? `: ${escapeMarkdown(meaning)}` : ''}`,
  )
  return items.join('\n')
}
