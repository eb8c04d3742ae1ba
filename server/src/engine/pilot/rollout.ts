import { mayHavePassed, passedGates } from './gates.ts'
import type { Located, LocatedList } from './located.ts'
import type { Pilot } from './model.generated.ts'

/** How many people the first group has, as a list of names or as a number; unknown when the file says neither. */
export function adopterCount(pilot: Pilot): number | undefined {
  const adopters = pilot.rollout?.earlyAdopters
  return adopters && (isList(adopters) ? adopters.items.length : adopters.value)
}

/**
 * How many people the whole team has, where `production.means` counts them: `All 12 planners …`, `Both clerks …`;
 * unknown otherwise. Wards, shifts and plants are counted as well, and are no people.
 */
export function teamSize({ production }: Pilot): number | undefined {
  const text = production?.means?.value.slice(0, LONGEST) ?? ''
  const [, counted, behind = ''] = TEAM.exec(text) ?? []
  const [who = ''] = behind.split(/\s(?:of|in|at|on|from|with|and)\b|[^\p{L}\s-]/u)
  const count = counted?.toLowerCase()
  if (count === undefined || PLACES.test(who.split(/\s+/, 4).join(' '))) return undefined
  if (count === 'both') return 2
  const word = WORDS.indexOf(count)
  return word >= 0 ? word : Number.parseInt(count.replace(/\D/g, ''), 10) || undefined
}

const TEAM =
  /(?:^(?=both\b)|\ball(?: of)?(?: the| our)? )(\d{1,3}(?:[.,'’\s]\d{3})+|\d{1,4}(?!.\d)|[a-z]{2,9})\b(.{0,60})/i

const PLACES =
  /\b(?:wards|shifts|sites|plants|branches|stores|lines|locations|offices|hospitals|teams|departments|units|hours)\b/i

/** Whether the first group is all there is: a team of up to five needs no larger rollout behind it. */
export function isWholeSmallTeam(pilot: Pilot): boolean {
  const count = adopterCount(pilot)
  return count !== undefined && count <= SMALL_TEAM && count === teamSize(pilot)
}

/** Whether fewer than half of the early adopters use it. Without their number that is known where nobody does. */
export function isLowUse(pilot: Pilot, using: number): boolean {
  const count = adopterCount(pilot)
  return using === 0 || (count !== undefined && using < count / 2)
}

/** Whether a rollout gate decided that it may grow beyond the first group, or may have. */
export function hasExpanded(pilot: Pilot): boolean {
  return passedGates(pilot, 'rollout').length > 0 || mayHavePassed(pilot)
}

/** The share of the real volume that runs through it, in percent. */
export function volumeOf(pilot: Pilot): Located<number> | undefined {
  const volume = pilot.rollout?.volume
  const share = volume && Number.parseFloat(volume.value)
  return volume && share !== undefined && Number.isFinite(share) ? { ...volume, value: share } : undefined
}

const SMALL_TEAM = 5
const LONGEST = 2_000
const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

function isList(
  value: LocatedList<Located<string>> | Located<number>,
): value is LocatedList<Located<string>> {
  return 'items' in value
}
