import schema from '../../../../schemas/pilot.schema.json' with { type: 'json' }

/** What the schema says about one key. The only source of names and descriptions for hover, completion and docs. */
export interface Property {
  readonly key: string
  readonly description: string
  /** The question that a top-level block answers. */
  readonly question: string | undefined
  readonly examples: readonly unknown[]
  readonly words: readonly Word[]
  /** The name of the block's definition, when the value is a block or a list of blocks. */
  readonly block: string | undefined
  readonly list: boolean
  readonly required: boolean
  /** What a name in this place stands for; an `owner` is a person or a team. */
  readonly refers: Reference | undefined
  /** What the value has to be, in words: `date`, `text`, `number`, `list`, `block`, … */
  readonly kind: string
}

export type Reference = 'person' | 'team' | 'owner' | 'system' | 'pilot'

/** An allowed value with what it means. */
export interface Word {
  readonly word: string
  readonly meaning: string
}

/** The root definition, the file itself. */
export const ROOT = 'pilot'

/** The keys of a block in their canonical order; empty for an unknown block. */
export function keysOf(def: string): readonly string[] {
  return Object.keys(definition(def)?.properties ?? {})
}

export function propertyOf(def: string, key: string): Property | undefined {
  const block = definition(def)
  const properties = block?.properties
  const source = properties && Object.hasOwn(properties, key) ? properties[key] : undefined
  return source && describe(key, source, block?.required?.includes(key) ?? false)
}

/** The key that a path of keys and list indexes leads to. */
export function propertyAt(path: readonly (string | number)[]): Property | undefined {
  let def: string | undefined = ROOT
  let property: Property | undefined
  for (const step of path) {
    if (typeof step === 'number') continue
    property = def === undefined ? undefined : propertyOf(def, step)
    if (!property) return undefined
    def = property.block
  }
  return property
}

/** The block that holds the key at the end of the path. */
export function blockAt(path: readonly (string | number)[]): string | undefined {
  const keys = path.filter((step) => typeof step === 'string')
  return keys.length === 0 ? ROOT : propertyAt(keys)?.block
}

/** Blocks other than `def` that know the key: where a misplaced one may belong. */
export function homesOf(key: string, def: string): readonly string[] {
  return keysOf(ROOT).filter((block) => {
    const inner = propertyOf(ROOT, block)?.block
    return inner !== undefined && inner !== def && propertyOf(inner, key) !== undefined
  })
}

interface Source {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly string[]
  readonly enumDescriptions?: readonly string[]
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly items?: Source
  readonly properties?: Readonly<Record<string, Source>>
  readonly required?: readonly string[]
  readonly 'x-question'?: string
  readonly 'x-refers'?: string
}

const root: Source = schema
const defs: Readonly<Record<string, Source>> = schema.$defs
const references: readonly Reference[] = ['person', 'team', 'owner', 'system', 'pilot']
const PREFIX = '#/$defs/'

function definition(name: string): Source | undefined {
  if (name === ROOT) return root
  return Object.hasOwn(defs, name) ? defs[name] : undefined
}

function describe(key: string, source: Source, required: boolean): Property {
  const target = resolve(source)
  const items = target.items && resolve(target.items)
  const holder = target.items ?? source
  const words = (items ?? target).enum ?? []
  const meanings = (items ?? target).enumDescriptions ?? []
  return {
    key,
    description: source.description ?? target.description ?? '',
    question: source['x-question'],
    examples: source.examples ?? target.examples ?? [],
    words: words.map((word, index) => ({ word, meaning: meanings[index] ?? '' })),
    block: (items ?? target).properties ? holder.$ref?.slice(PREFIX.length) : undefined,
    list: items !== undefined,
    required,
    refers: references.find((reference) => reference === source['x-refers']),
    kind: kindOf(source, target),
  }
}

function resolve(source: Source): Source {
  return source.$ref ? (definition(source.$ref.slice(PREFIX.length)) ?? source) : source
}

/** Definitions of plain values whose names say what to write. */
const named = ['date', 'share', 'duration', 'currencyCode', 'slug', 'jurisdiction', 'email']

function kindOf(source: Source, target: Source): string {
  const name = source.$ref?.slice(PREFIX.length) ?? ''
  if (named.includes(name)) return name
  if (target.enum) return 'word'
  if (target.properties) return 'block'
  if (typeof target.type !== 'string') return 'list or number'
  const kinds: Readonly<Record<string, string>> = {
    array: 'list',
    string: 'text',
    boolean: 'true or false',
    integer: 'whole number',
  }
  return kinds[target.type] ?? target.type
}
