import { groupBy } from '../group-by.ts'
import { type Commitments, nameKey } from './commitments.ts'

/** What one commit made of a text. */
export interface TextChange {
  readonly before: Commitments
  readonly after: Commitments
}

/** What holds once one more change of another line of commits is in. */
export interface BroughtIn {
  /** Which of the changes it is. */
  readonly at: number
  readonly commitments: Commitments
}

/**
 * What a commit that joined lines took over from the changes of the other ones, oldest first. Taken over is what the first line left as the
 * other one had found it, and what is as that left it; all else is of whoever joined them.
 */
export function broughtIn(joined: TextChange, changes: readonly TextChange[]): readonly BroughtIn[] {
  const [was, is] = [partsOf(joined.before), partsOf(joined.after)]
  const others = changes.map(({ before, after }) => [partsOf(before), partsOf(after)] as const)
  const taken = new Map<number, Set<string>>()
  for (const part of new Set([...was.keys(), ...is.keys()])) {
    if (was.get(part) === is.get(part)) continue
    const last = others.findLastIndex(([before, after]) => before.get(part) !== after.get(part))
    const isFound = others.slice(0, last + 1).some(([before]) => before.get(part) === was.get(part))
    if (isFound && others[last]?.[1].get(part) === is.get(part))
      taken.set(last, (taken.get(last) ?? new Set()).add(part))
  }
  let commitments = joined.before
  return [...taken]
    .sort(([a], [b]) => a - b)
    .map(([at, parts]) => {
      commitments = withParts(commitments, joined.after, parts)
      return { at, commitments }
    })
}

const whole = [
  ...(['name', 'predecessor', 'useCase', 'stage', 'operator', 'start', 'end'] as const),
  ...(['productionBy', 'stops', 'goes', 'features', 'gates'] as const),
] as const

/** Each criterion is a part by itself. */
function partsOf(commitments: Commitments): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  for (const key of whole) parts.set(key, JSON.stringify(commitments[key] ?? null))
  for (const criterion of commitments.criteria) {
    const part = partOf(criterion)
    parts.set(part, (parts.get(part) ?? '') + JSON.stringify(criterion))
  }
  return parts
}

function partOf({ metric }: Commitments['criteria'][number]): string {
  return `criterion ${nameKey(metric)}`
}

/** What is taken stands where it stood before; what is new comes last. */
function withParts(into: Commitments, from: Commitments, parts: ReadonlySet<string>): Commitments {
  const taken = whole.filter((key) => parts.has(key)).map((key) => [key, from[key]])
  const left = new Map(groupBy(from.criteria, partOf))
  for (const part of left.keys()) if (!parts.has(part)) left.delete(part)
  const criteria = into.criteria.flatMap((each) => {
    const part = partOf(each)
    if (!parts.has(part)) return [each]
    const items = left.get(part) ?? []
    left.delete(part)
    return items
  })
  return { ...into, ...Object.fromEntries(taken), criteria: [...criteria, ...[...left.values()].flat()] }
}
