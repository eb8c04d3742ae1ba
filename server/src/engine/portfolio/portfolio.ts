import type { Facts } from './facts.ts'

/** One pilot of the portfolio. */
export interface Member {
  /** What the caller knows the file by: a URI, or a path. */
  readonly file: string
  readonly facts: Facts
}

/** All pilots that are known, with the look-ups that rules share. A value: a change makes a new one. */
export interface Portfolio {
  /** By file, so that findings do not depend on the order in which files were read. */
  readonly members: readonly Member[]
  readonly active: readonly Member[]
  /** The pilots of a name, by lower case. */
  named(name: string): readonly Member[]
}

export function portfolioOf(members: readonly Member[]): Portfolio {
  const sorted = members.toSorted((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)))
  const names = groupBy(sorted, ({ facts }) => facts.name?.toLowerCase())
  return {
    members: sorted,
    active: sorted.filter(({ facts }) => facts.active),
    named: (name) => names.get(name.toLowerCase()) ?? [],
  }
}

/** The members by a text; those without one are left out. */
export function groupBy(
  members: readonly Member[],
  keyOf: (member: Member) => string | undefined,
): ReadonlyMap<string, readonly Member[]> {
  const groups = new Map<string, Member[]>()
  for (const member of members) {
    const key = keyOf(member)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(member)
    else groups.set(key, [member])
  }
  return groups
}
