import type { Change } from '../finding.ts'
import { addDays, earliest, type IsoDate, latest } from '../pilot/dates.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { readinessOf, WEEKS } from '../pilot/readiness.ts'
import { sample, type TemplateBlock } from '../yaml/template.ts'
import { fillAbsent, insertAt } from './changes.ts'

export type PlannedDate = 'start' | 'end' | 'productionBy'

/** The changes that insert planned dates that fit the readiness of the pilot and the dates that the file has. */
export function timelineChanges(
  pilot: Pilot,
  keys: readonly PlannedDate[],
  today: IsoDate,
): readonly Change[] {
  const fields = timelineTemplate(pilot, keys, today)
  const { timeline } = pilot
  if (!timeline) return [insertAt(pilot, ['timeline'], fields)]
  return fillAbsent(timeline, fields)
}

/** Planned dates that fit each other and the pilot. */
export function timelineTemplate(pilot: Pilot, keys: readonly PlannedDate[], today: IsoDate): TemplateBlock {
  const dates = datesFor(pilot, today)
  return Object.fromEntries(keys.map((key) => [key, sample(dates[key])]))
}

function datesFor(pilot: Pilot, today: IsoDate): Readonly<Record<PlannedDate, IsoDate>> {
  const { timeline, data, rollout } = pilot
  const [shortest, longest] = WEEKS[readinessOf(pilot).level]
  const weeks = Math.round((shortest + longest) / 2)
  const end = timeline?.end?.value
  const begun = earliest(data?.audit?.started?.value, rollout?.start?.value, end && addDays(end, -weeks * 7))
  const start = timeline?.start?.value ?? earliest(today, begun) ?? today
  const productionBy = latest(addDays(start, weeks * 7), end, addDays(today, 60)) ?? today
  return { start, end: timeline?.productionBy?.value ?? productionBy, productionBy }
}
