import { addDays, type IsoDate } from '../pilot/dates.ts'
import { gatesOfStage, isHeld } from '../pilot/gates.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { choice, hole, sample, type Template, type TemplateBlock } from '../yaml/template.ts'

/** A first group of four, by name. */
export const adoptersTemplate: Template = [1, 2, 3, 4].map((number) => hole(`full name ${number}`))

/** A rollout as a fix inserts it: by its first gate that was held, it was on its way for 30 days. */
export function rolloutOf(pilot: Pilot, start: IsoDate): TemplateBlock {
  const days = gatesOfStage(pilot, 'rollout')
    .filter(isHeld)
    .map(({ held }) => addDays(held.value, -30))
  const [first = start] = [start, ...days].toSorted()
  return rolloutTemplate(first)
}

/** A small rollout in production. */
function rolloutTemplate(start: IsoDate): TemplateBlock {
  return {
    start: sample(start),
    environment: choice('production', 'staging', 'sandbox'),
    earlyAdopters: adoptersTemplate,
    participants: choice('mixed', 'representative', 'volunteers'),
    volume: sample('15%'),
  }
}
