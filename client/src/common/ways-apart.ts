import type { PilotItem } from '../../../server/src/protocol/pilots.ts'

/**
 * What tells pilots apart that have the same name, in two folders or as a copy: the way to the file of each, without what all of
 * them begin with. Nothing for a name that only one has.
 */
export function waysApart(pilots: readonly PilotItem[]): ReadonlyMap<PilotItem, string> {
  const named = new Map<string, PilotItem[]>()
  for (const pilot of pilots) {
    const others = named.get(pilot.name)
    if (others) others.push(pilot)
    else named.set(pilot.name, [pilot])
  }
  const shared = [...named.values()].filter(({ length }) => length > 1)
  return new Map(shared.flatMap(apart))
}

function apart(pilots: readonly PilotItem[]): [PilotItem, string][] {
  const ways = pilots.map(({ uri }) => uri.split('/').map(decoded))
  const [first = []] = ways
  const differs = first.findIndex((step, at) => ways.some((way) => way[at] !== step))
  // The name of a file is never left out.
  const from = differs < 0 ? first.length - 1 : differs
  return pilots.map((pilot, index) => [pilot, ways[index]?.slice(from).join('/') ?? pilot.uri])
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}
