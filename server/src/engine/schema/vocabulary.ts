/** What a schema says about the keys of a file: the only source of names and descriptions for messages, hover, completion and docs. */
export interface Vocabulary {
  /** The name of the root definition, the file itself. */
  readonly root: string
  /** What the file is called in a sentence: `a pilot`. */
  readonly noun: string
  /** The keys of a block in their canonical order; empty for an unknown block. */
  keysOf(def: string): readonly string[]
  propertyOf(def: string, key: string): Property | undefined
  /** The key that a path of keys and list indexes leads to. */
  propertyAt(path: readonly (string | number)[]): Property | undefined
  /** The block that holds the key at the end of the path. */
  blockAt(path: readonly (string | number)[]): string | undefined
  /** Blocks other than `def` that know the key: where a misplaced one may belong. */
  homesOf(key: string, def: string): readonly string[]
  /** Whether the block takes keys of the author's own, which start with `x-`. */
  takesOwnKeys(def: string): boolean
}

/** What the schema says about one key. */
export interface Property {
  readonly key: string
  readonly description: string
  /** The question that a top-level block answers. */
  readonly question: string | undefined
  readonly examples: readonly unknown[]
  readonly words: readonly Word[]
  /** The name of the block's definition, when the value is a block, a list of blocks, or a list that ends in one. */
  readonly block: string | undefined
  readonly list: boolean
  readonly required: boolean
  /** What a name in this place stands for; an `owner` is a person or a team. */
  readonly refers: Reference | undefined
  /** Whether the value may be the path or the address of a document. */
  readonly link: boolean
  /** Whether the date is one that can be missed. */
  readonly deadline: boolean
  /** What an item has to be, when the value is a list. */
  readonly itemKind: string | undefined
  /** What the value has to be, in words: `date`, `text`, `number`, `list`, `block`, … */
  readonly kind: string
}

export type Reference = 'person' | 'team' | 'owner' | 'system' | 'pilot'

/** An allowed value with what it means. */
export interface Word {
  readonly word: string
  readonly meaning: string
}

/** The part of a schema that is read here. */
export interface Source {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly (string | boolean)[]
  readonly enumDescriptions?: readonly string[]
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly items?: Source
  readonly prefixItems?: readonly Source[]
  readonly then?: Source
  readonly properties?: Readonly<Record<string, Source>>
  readonly patternProperties?: object
  readonly additionalProperties?: boolean | Source
  readonly required?: readonly string[]
  readonly $defs?: Readonly<Record<string, Source>>
  /** Words among other values. */
  readonly 'x-words'?: readonly string[]
  readonly 'x-deadline'?: boolean
  readonly 'x-link'?: boolean
  readonly 'x-question'?: string
  readonly 'x-refers'?: string
}

/** The vocabulary of a schema whose definitions stand in `$defs`. `root` names the file itself. */
export function vocabularyOf(schema: Source, { root, noun }: Pick<Vocabulary, 'root' | 'noun'>): Vocabulary {
  const definition: Find = (name) => {
    if (name === root) return schema
    return schema.$defs && Object.hasOwn(schema.$defs, name) ? schema.$defs[name] : undefined
  }
  const keysOf = (def: string): readonly string[] => Object.keys(definition(def)?.properties ?? {})
  // The rules ask for every key of every file.
  const described = new Map<string, Map<string, Property>>()
  const propertyOf = (def: string, key: string): Property | undefined => {
    const known = described.get(def)?.get(key)
    if (known) return known
    const block = definition(def)
    const source = block && sourceOf(block, key)
    if (!block || !source) return undefined
    const property = describe(key, source, { required: block.required?.includes(key) ?? false, definition })
    // A name of the author's choice is none of the schema's, of which there are only so many.
    if (block.properties && Object.hasOwn(block.properties, key)) {
      described.set(def, (described.get(def) ?? new Map<string, Property>()).set(key, property))
    }
    return property
  }
  const propertyAt: Vocabulary['propertyAt'] = (path) => {
    let def: string | undefined = root
    let property: Property | undefined
    for (const step of path) {
      if (typeof step === 'number') continue
      property = def === undefined ? undefined : propertyOf(def, step)
      if (!property) return undefined
      def = property.block
    }
    return property
  }
  return {
    root,
    noun,
    keysOf,
    propertyOf,
    propertyAt,
    blockAt: (path) => {
      const keys = path.filter((step) => typeof step === 'string')
      return keys.length === 0 ? root : propertyAt(keys)?.block
    },
    homesOf: (key, def) =>
      keysOf(root).filter((name) => {
        const inner = propertyOf(root, name)?.block
        return inner !== undefined && inner !== def && keysOf(inner).includes(key)
      }),
    takesOwnKeys: (def) => Object.keys(definition(def)?.patternProperties ?? {}).includes('^x-'),
  }
}

type Find = (name: string) => Source | undefined

const references: readonly Reference[] = ['person', 'team', 'owner', 'system', 'pilot']
const PREFIX = '#/$defs/'

/** A block whose keys are names of the author's choice says what stands under any of them. */
function sourceOf({ properties, additionalProperties }: Source, key: string): Source | undefined {
  if (properties && Object.hasOwn(properties, key)) return properties[key]
  return typeof additionalProperties === 'object' ? additionalProperties : undefined
}

interface Context {
  readonly required: boolean
  readonly definition: Find
}

/** The texts are looked up when they are read, since they may not be loaded yet. */
function describe(key: string, source: Source, { required, definition }: Context): Property {
  const target = resolve(source, definition)
  const entry = target.items ?? target.then?.items
  const items = entry && resolve(entry, definition)
  const tuple = target.then?.prefixItems?.map((item) => ({ item, target: resolve(item, definition) }))
  const told = items ?? tuple?.[0]?.target ?? target
  const block = items ? entry : (tuple?.[1]?.item ?? source)
  const item = entry ?? tuple?.[0]?.item
  return {
    key,
    get description() {
      return source.description ?? target.description ?? ''
    },
    question: source['x-question'],
    get examples() {
      return source.examples ?? target.examples ?? []
    },
    get words() {
      const words = told.enum ?? told['x-words'] ?? []
      return words.map((word, index) => ({
        word: String(word),
        meaning: told.enumDescriptions?.[index] ?? '',
      }))
    },
    block: block && resolve(block, definition).properties ? block.$ref?.slice(PREFIX.length) : undefined,
    list: items !== undefined,
    required,
    refers: references.find((reference) => reference === source['x-refers']),
    link: source['x-link'] === true,
    deadline: source['x-deadline'] === true,
    itemKind: item && kindOf(item, resolve(item, definition)),
    kind: kindOf(source, target),
  }
}

function resolve(source: Source, definition: Find): Source {
  return source.$ref ? (definition(source.$ref.slice(PREFIX.length)) ?? source) : source
}

/** Definitions of plain values whose names say what to write. */
const named = [
  'date',
  'share',
  'duration',
  'currencyCode',
  'slug',
  'jurisdiction',
  'email',
  'severity',
  'weight',
  'glob',
  'firstStage',
  'ruleId',
  'place',
]

function kindOf(source: Source, target: Source): string {
  const name = source.$ref?.slice(PREFIX.length) ?? ''
  if (named.includes(name)) return name
  if (target.enum) return 'word'
  if (target.properties) return 'block'
  if (target.then?.prefixItems) return 'setting'
  if (typeof target.type === 'string') return kindOfType(target.type)
  return (target.type ?? []).map((type) => (type === 'integer' ? 'number' : kindOfType(type))).join(' or ')
}

function kindOfType(type: string): string {
  const kinds: Readonly<Record<string, string>> = {
    array: 'list',
    string: 'text',
    boolean: 'true or false',
    integer: 'whole number',
    object: 'block',
  }
  return kinds[type] ?? type
}
