import type { Property } from '../engine/schema/vocabulary.ts'
import type { Grammar } from './suggestion.ts'

/** Whether there is anything to choose from at a key. */
export function offersValues(grammar: Grammar, property: Property, path: readonly string[]): boolean {
  const { words, kind } = property
  return words.length > 0 || kind === 'true or false' || grammar.values(property, path).length > 0
}
