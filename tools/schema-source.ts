import schema from '../schemas/pilot.schema.json' with { type: 'json' }
import { capital } from '../server/src/engine/text/capital.ts'

/** A block of the format as the generators need it. */
export interface Definition {
  readonly name: string
  readonly description: string
  readonly properties: readonly Property[]
}

export interface Property {
  readonly name: string
  readonly kind: Kind
}

export type Kind =
  | { readonly is: 'string' | 'number' | 'amount' | 'boolean' | 'date' }
  | { readonly is: 'word'; readonly words: readonly string[] }
  | { readonly is: 'block'; readonly name: string }
  | { readonly is: 'list'; readonly items: Kind }
  | { readonly is: 'either'; readonly options: readonly Kind[] }

interface Source {
  readonly minimum?: number
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly string[]
  readonly description?: string
  readonly items?: Source
  readonly properties?: Readonly<Record<string, Source>>
}

/** Every object shape of the schema, the file itself first, under the name `pilot`. */
export function definitions(): readonly Definition[] {
  const found: Definition[] = [definition('pilot', schema)]
  for (const [name, source] of Object.entries(defs))
    if (source.properties) found.push(definition(name, source))
  return found
}

/** The name of the interface of a block. */
export function typeName(name: string): string {
  return capital(name)
}

const defs: Readonly<Record<string, Source>> = schema.$defs

function definition(name: string, source: Source): Definition {
  const properties = Object.entries(source.properties ?? {}).map(([key, value]) => ({
    name: key,
    kind: kindOf(value),
  }))
  return { name, description: source.description ?? '', properties }
}

function numberOf({ minimum }: Source): Kind {
  return { is: minimum === undefined ? 'number' : 'amount' }
}

function kindOf(source: Source): Kind {
  if (source.$ref) {
    const name = source.$ref.replace('#/$defs/', '')
    const target = defs[name]
    if (!target) throw new Error(`The schema has no definition ${name}`)
    return target.properties ? { is: 'block', name } : kindOf(target)
  }
  if (Array.isArray(source.type))
    return { is: 'either', options: source.type.map((type) => kindOf({ ...source, type })) }
  if (source.type === 'array') return { is: 'list', items: kindOf(source.items ?? {}) }
  if (source.enum) return { is: 'word', words: source.enum }
  if (source.format === 'date') return { is: 'date' }
  if (source.type === 'integer' || source.type === 'number') return numberOf(source)
  if (source.type === 'boolean') return { is: 'boolean' }
  if (source.type === 'string') return { is: 'string' }
  throw new Error(`The generator does not know the type ${String(source.type)}`)
}
