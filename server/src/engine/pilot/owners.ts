import type { IsoDate } from './dates.ts'
import type { Located } from './located.ts'
import type { Pilot } from './model.generated.ts'
import { isActive } from './stages.ts'

/** Someone who has left an active pilot, and on which day. */
export interface Leaver {
  readonly name: string
  readonly until: Located<IsoDate>
}

/** The owner of a part who has left it; `undefined` while that person or team is there. */
export function leaverOf(
  pilot: Pilot,
  part: 'operator' | 'delivery' | 'it',
  today: IsoDate,
): Leaver | undefined {
  const { name, team, until } = pilot.owners?.[part] ?? {}
  const called = name ?? team
  return called && until && until.value < today && isActive(pilot) ? { name: called.value, until } : undefined
}
