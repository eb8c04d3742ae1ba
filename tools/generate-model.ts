import { type Definition, definitions, type Property, typeName } from './schema-source.ts'

/** The interfaces of a pilot in which every value knows its place, from the schema. */
export function generateModel(): string {
  const names = definitions().map(({ name }) => `'${name}'`)
  const parts = [
    HEADER,
    "import type { Block, Located, LocatedList } from './located.ts'",
    `/** The blocks of the format, by their names in the schema. */\nexport type BlockName = ${names.join(' | ')}`,
    ...definitions().map(renderInterface),
  ]
  return `${parts.join('\n\n')}\n`
}

/** The functions that read each block from the syntax tree, from the schema. */
export function generateLower(): string {
  const types = definitions().map(({ name }) => typeName(name))
  const parts = [
    HEADER,
    `import type { ${[...new Set(types)].sort().join(', ')} } from './model.generated.ts'`,
    "import { type Fields, fieldsOf, mappingOf, readAmount, readBoolean, readDate, readList, readNumber, readString, readWord, type Slot } from './read.ts'",
    "import { type Section, sectionOf } from './section.ts'",
    ...definitions().map((definition) => renderReader(definition)),
    ...definitions()
      .filter(({ name }) => name === 'pilot')
      .map(renderSections),
  ]
  return `${parts.join('\n\n')}\n`
}

const HEADER = '// Generated from schemas/pilot.schema.json by `npm run generate`. Do not edit.'

function renderInterface({ name, description, properties }: Definition): string {
  const fields = properties.map(
    (property) => `  readonly ${property.name}: ${fieldType(property)} | undefined`,
  )
  return `/** ${description} */\nexport interface ${typeName(name)} extends Block {\n  readonly def: '${name}'\n${fields.join('\n')}\n}`
}

function fieldType({ kind }: Property): string {
  switch (kind.is) {
    case 'block':
      return typeName(kind.name)
    case 'list':
      return `LocatedList<${fieldType({ name: '', kind: kind.items })}>`
    case 'word':
      return `Located<${kind.words.map((word) => `'${word}'`).join(' | ')}>`
    case 'either':
      return kind.options.map((option) => fieldType({ name: '', kind: option })).join(' | ')
    default:
      return `Located<${scalarTypes[kind.is]}>`
  }
}

function renderReader({ name, properties }: Definition): string {
  const type = typeName(name)
  const fields = properties.map(
    (property) => `    ${property.name}: ${read(property, `fields.get('${property.name}')`)},`,
  )
  if (name === 'pilot') {
    return `export function readPilot(fields: Fields, block: Pick<${type}, 'node' | 'span' | 'keySpan'>): ${type} {
  return {
    def: '${name}',
    ...block,
${fields.join('\n')}
  }
}`
  }
  return `function read${type}(slot: Slot | undefined): ${type} | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: '${name}',
    node,
    span: node.span,
    keySpan: slot.keySpan,
${fields.join('\n')}
  }
}`
}

/** What reads the blocks of a pilot one by one, when somebody asks for them. */
function renderSections({ properties }: Definition): string {
  const types = properties.map(({ name }) => `  readonly ${name}: Section<Pilot['${name}']>`)
  const sections = properties.map(({ name, kind }) => {
    return `    ${name}: sectionOf(slotOf('${name}'), ${reader(kind)}, before?.${name}),`
  })
  const getters = properties.map(
    ({ name }) =>
      `  get ${name}(): Pilot['${name}'] { return this.#read('${name}', this.#sections.${name}) }`,
  )
  return `/** What stands under each key of a pilot. */
export interface PilotSections {
${types.join('\n')}
}

/** The sections of a text; those whose slots are the same are taken from the text before. */
export function sectionsOf(
  slotOf: (key: string) => Slot | undefined,
  before: PilotSections | undefined,
): PilotSections {
  return {
${sections.join('\n')}
  }
}

/** A pilot of which each section is read when somebody asks for it. Its sections are no properties of its own: a spread would lose them. */
export class SectionedPilot implements Pilot {
  readonly def = 'pilot'
  readonly node: Pilot['node']
  readonly span: Pilot['span']
  readonly keySpan: Pilot['keySpan']
  readonly #sections: PilotSections
  readonly #read: SectionReader

  /** What reads is told the key of each section that somebody asks for. */
  constructor(sections: PilotSections, { node, span, keySpan }: Pick<Pilot, 'node' | 'span' | 'keySpan'>, read: SectionReader) {
    this.node = node
    this.span = span
    this.keySpan = keySpan
    this.#sections = sections
    this.#read = read
  }

${getters.join('\n')}
}

type SectionReader = <T>(key: string, section: Section<T>) => T
`
}

function read({ kind }: Property, slot: string): string {
  switch (kind.is) {
    case 'block':
      return `read${typeName(kind.name)}(${slot})`
    case 'list':
      return `readList(${slot}, ${reader(kind.items)})`
    case 'word':
      return `readWord(${slot}, ${words(kind.words)})`
    case 'either':
      return kind.options.map((option) => read({ name: '', kind: option }, slot)).join(' ?? ')
    default:
      return `${scalarReaders[kind.is]}(${slot})`
  }
}

function reader(kind: Property['kind']): string {
  if (kind.is === 'block') return `read${typeName(kind.name)}`
  if (kind.is === 'word' || kind.is === 'list' || kind.is === 'either')
    return `(slot) => ${read({ name: '', kind }, 'slot')}`
  return scalarReaders[kind.is]
}

const scalarTypes = {
  string: 'string',
  number: 'number',
  amount: 'number',
  boolean: 'boolean',
  date: 'string',
} as const

const scalarReaders = {
  string: 'readString',
  number: 'readNumber',
  amount: 'readAmount',
  boolean: 'readBoolean',
  date: 'readDate',
} as const

function words(list: readonly string[]): string {
  return `[${list.map((word) => `'${word}'`).join(', ')}]`
}
