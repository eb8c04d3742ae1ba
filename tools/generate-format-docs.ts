import { keysOf, type Property, propertyOf, ROOT } from '../server/src/engine/schema/describe.ts'
import { example } from '../server/src/features/example.ts'
import { escapeMarkdown, yamlBlock } from './markdown.ts'

/** The reference of the format: every block with its question, its keys and an example, from the schema. */
export function generateFormatDocs(): string {
  const properties = keysOf(ROOT)
    .map((key) => propertyOf(ROOT, key))
    .filter((property) => property !== undefined)
  const blocks = properties.filter(({ block }) => block !== undefined)
  const parts = [
    '<!-- Generated from schemas/pilot.schema.json by `npm run generate`. Do not edit. -->',
    '# The pilot file',
    'One AI pilot is one file, `NAME.pilot.yaml`. Four keys are required: the rest is added as the pilot earns its stages. Keys that start with `x-` are your own, in every block.',
    yamlBlock(
      'apiVersion: pilot-as-code/v1\nname: demand-forecast\ntitle: Demand forecasting for the supply chain team\nstage: criteria',
    ),
    '## The file',
    keyTable(ROOT),
    words(ROOT),
    ...blocks.map(blockPart),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function blockPart(property: Property): string {
  const { key, question, description, block = '', examples } = property
  const written = example(key, examples[0])
  const parts = [
    `## ${key}`,
    question && `*${escapeMarkdown(question)}*`,
    escapeMarkdown(description),
    keyTable(block),
    words(block),
    ...inner(block, key),
    written && `For example:\n\n${yamlBlock(written)}`,
  ]
  return parts.filter(Boolean).join('\n\n')
}

/** The blocks inside a block, each under the path that leads to it. */
function inner(def: string, path: string): readonly string[] {
  return keysOf(def).flatMap((key) => {
    const property = propertyOf(def, key)
    if (property?.block === undefined) return []
    const at = `${path}.${key}`
    const heading = `### ${at}\n\n${escapeMarkdown(property.description)}`
    return [
      [heading, keyTable(property.block), words(property.block)].filter(Boolean).join('\n\n'),
      ...inner(property.block, at),
    ]
  })
}

function keyTable(def: string): string {
  const rows = keysOf(def).map((key) => row(propertyOf(def, key)))
  return `| key | kind | what it says | example |\n|---|---|---|---|\n${rows.join('\n')}`
}

function row(property: Property | undefined): string {
  if (!property) return ''
  const { key, kind, required, description, examples, block, list } = property
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
}

/** The allowed words of a block's keys, with what each means. */
function words(def: string): string {
  const known = keysOf(def)
    .map((key) => propertyOf(def, key))
    .filter((property) => property !== undefined && property.words.length > 0)
  const lists = known.map((property) => {
    const items =
      property?.words.map(
        ({ word, meaning }) => `- \`${word}\`${meaning ? `: ${escapeMarkdown(meaning)}` : ''}`,
      ) ?? []
    return `\`${property?.key}\` is one of:\n\n${items.join('\n')}`
  })
  return lists.join('\n\n')
}
