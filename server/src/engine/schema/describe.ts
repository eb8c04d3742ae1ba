import schema from '../../../../schemas/pilot.schema.json' with { type: 'json' }
import { type Property, type Vocabulary, vocabularyOf } from './vocabulary.ts'

export type { Property, Reference, Word } from './vocabulary.ts'

/** The root definition of a pilot, the file itself. */
export const ROOT = 'pilot'

/** What the schema says about a pilot file. */
export const pilotWords: Vocabulary = vocabularyOf(schema, { root: ROOT, noun: 'a pilot' })

/** The keys of a block of a pilot in their canonical order; empty for an unknown block. */
export function keysOf(def: string): readonly string[] {
  return pilotWords.keysOf(def)
}

export function propertyOf(def: string, key: string): Property | undefined {
  return pilotWords.propertyOf(def, key)
}

/** Whether the schema knows the block of a pilot to which keys lead, and no such key in it. */
export function isUnknownKey(key: string, above: readonly string[]): boolean {
  const def = pilotWords.blockAt(above)
  return def !== undefined && !propertyOf(def, key)
}

/** The key of a pilot that a path of keys and list indexes leads to. */
export function propertyAt(path: readonly (string | number)[]): Property | undefined {
  return pilotWords.propertyAt(path)
}
