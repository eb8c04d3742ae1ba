import type { Member } from './portfolio.ts'

/** What a pilot works with, as far as it says so. */
export function toolOf({ facts }: Member): string | undefined {
  return facts.tool ?? facts.vendor
}

/**
 * The pilots of a group that belong together with one of them: by the same tool, or because one names the other as its
 * predecessor or in a comparison, also over several steps. The pilot itself is among them.
 */
export function kinOf(start: Member, group: readonly Member[]): ReadonlySet<Member> {
  const tokens = tokensOf(group)
  const holders = new Map<string, Member[]>()
  for (const [member, own] of tokens) {
    for (const token of own) {
      const others = holders.get(token)
      if (others) others.push(member)
      else holders.set(token, [member])
    }
  }
  const kin = new Set([start])
  // A set is walked through to its end, also while it grows.
  for (const member of kin) {
    for (const token of tokens.get(member) ?? []) {
      for (const other of holders.get(token) ?? []) kin.add(other)
      holders.delete(token)
    }
  }
  return kin
}

/** What each pilot shares with those that it belongs to: its tool, its own name, and the names to which it refers. */
function tokensOf(group: readonly Member[]): ReadonlyMap<Member, readonly string[]> {
  // A pilot that names only a vendor may use any of its tools.
  const vendors = new Set(group.flatMap(({ facts }) => (facts.tool === undefined ? plain(facts.vendor) : [])))
  return new Map(
    group.map((member) => {
      const { name, tool, vendor, predecessor, comparedWith } = member.facts
      const names = [name, predecessor, ...comparedWith].flatMap(plain).map((each) => `pilot ${each}`)
      const own = [...plain(tool), ...plain(vendor).filter((each) => vendors.has(each))]
      return [member, [...names, ...own.map((each) => `tool ${each}`)]] as const
    }),
  )
}

function plain(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name.trim().toLowerCase().replace(/\s+/g, ' ')]
}
