import { nameKey } from './commitments.ts'
import { likenessOf } from './metric-names.ts'

/** The names of a list that an earlier one did not have, but for those that one which is gone has in other words of the same. */
export function newcomers(before: readonly string[], after: readonly string[]): readonly string[] {
  const [were, are] = [before, after].map((names) => new Set(names.map(nameKey)))
  const gone = before.filter((name) => !are?.has(nameKey(name)))
  const others = after.filter((name) => !were?.has(nameKey(name)))
  if (gone.length * others.length > MOST_COMPARED ** 2) return others
  return others.filter((name) => {
    const at = gone.findIndex((each) => likenessOf(each, name) === 'same')
    if (at >= 0) gone.splice(at, 1)
    return at < 0
  })
}

/** Names of a list that are compared with those of another one. */
const MOST_COMPARED = 20
