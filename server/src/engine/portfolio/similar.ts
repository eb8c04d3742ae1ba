import { addTo } from '../group-by.ts'
import { nearest } from '../schema/suggest.ts'
import { plainName } from '../text/plain-name.ts'

/**
 * Finds the name that was most likely meant, among any number of names. Only names that begin or end alike are compared,
 * so that it stays quick with thousands of them.
 */
export function similarTo(names: Iterable<string>): (word: string) => string | undefined {
  const ends = new Map<string, string[]>()
  for (const name of new Set(names)) {
    for (const end of endsOf(name)) {
      addTo(ends, end, name)
    }
  }
  return (word) => {
    const candidates = new Set(endsOf(word).flatMap((end) => ends.get(end)?.slice(0, MOST) ?? []))
    return nearest(word, [...candidates].sort())
  }
}

const LENGTH = 3
/** Names that begin or end alike and are compared letter by letter. */
const MOST = 50

function endsOf(name: string): readonly string[] {
  const plain = plainName(name)
  return [`^${plain.slice(0, LENGTH)}`, `${plain.slice(-LENGTH)}$`]
}
