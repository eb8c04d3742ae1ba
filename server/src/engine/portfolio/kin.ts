import { addTo } from '../group-by.ts'
import { referenceKey } from './facts.ts'
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
  const tools = new Map<string, Member[]>()
  const names = new Map<string, Member[]>()
  const vendors = vendorsAlone(group)
  for (const member of group) {
    for (const tool of toolsOf(member, vendors)) addTo(tools, tool, member)
    for (const name of namesIn(member)) addTo(names, name, member)
  }
  const kin = new Set([start])
  // A set is walked through to its end, also while it grows.
  for (const member of kin) {
    for (const tool of toolsOf(member, vendors)) take(tools, tool, kin)
    for (const name of namesIn(member)) take(names, name, kin)
  }
  return kin
}

/** The vendors of pilots that name no tool: it may be any of theirs. */
function vendorsAlone(group: readonly Member[]): ReadonlySet<string> {
  return new Set(group.flatMap(({ facts }) => (facts.tool === undefined ? (keyOf(facts.vendor) ?? []) : [])))
}

function toolsOf({ facts }: Member, vendors: ReadonlySet<string>): readonly string[] {
  const tool = keyOf(facts.tool)
  const vendor = keyOf(facts.vendor)
  return [tool, vendor !== undefined && vendors.has(vendor) ? vendor : undefined].filter(
    (each) => each !== undefined,
  )
}

/** `forecastly-cloud` is `Forecastly Cloud`. */
function keyOf(name: string | undefined): string | undefined {
  return name === undefined ? undefined : referenceKey('system', name)
}

/** Its own name and those to which it refers. */
function namesIn({ facts }: Member): readonly string[] {
  const { name, predecessor, comparedWith } = facts
  return [name, predecessor, ...comparedWith].filter((each) => each !== undefined)
}

/** Each key is followed once. */
function take(holders: Map<string, Member[]>, key: string, kin: Set<Member>): void {
  for (const member of holders.get(key) ?? []) kin.add(member)
  holders.delete(key)
}
