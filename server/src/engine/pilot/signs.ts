import { kindOfName } from '../words/people.ts'
import { anotherRound, openEnded } from '../words/status.ts'
import { addMonths, daysBetween, type IsoDate } from './dates.ts'
import { decisionSince, endDecision, expansion, gatesOf, letsPass } from './gates.ts'
import type { Located } from './located.ts'
import type { Pilot } from './model.generated.ts'
import { allMetSince, criteriaOf } from './progress.ts'
import { endOf, isActive } from './stages.ts'

/** The planned end, when it has passed without a decision. */
export function passedEnd(pilot: Pilot, today: IsoDate): Located<IsoDate> | undefined {
  const end = endOf(pilot)
  if (!end || !isActive(pilot) || today <= end.value) return undefined
  return endDecision(pilot, end.value) === undefined ? end : undefined
}

/** The day on which the pilot began: its start, or its approval where no start is recorded. */
function begunOn({ timeline }: Pilot): Located<IsoDate> | undefined {
  return timeline?.start ?? timeline?.approved
}

/** The begin of a pilot that is active for more than 12 months. */
export function overAYear(pilot: Pilot, today: IsoDate): Located<IsoDate> | undefined {
  const begun = begunOn(pilot)
  return begun && isActive(pilot) && today > addMonths(begun.value, 12) ? begun : undefined
}

/** Since when all criteria of an active pilot are met, when that is more than `days` ago, whatever was decided about it. */
export function metAndActive(pilot: Pilot, today: IsoDate, days: number): IsoDate | undefined {
  const since = isActive(pilot) ? allMetSince(pilot) : undefined
  return since !== undefined && daysBetween(since, today) > days ? since : undefined
}

/** Since when all criteria are met while nobody decided, when that is more than `days` ago. */
export function metButUndecided(pilot: Pilot, today: IsoDate, days: number): IsoDate | undefined {
  const since = metAndActive(pilot, today, days)
  if (since === undefined) return undefined
  return (decisionSince(pilot, since) ?? expansion(pilot)) === undefined ? since : undefined
}

/** A text of the author that leaves open when the pilot ends, with the words that do so. */
export interface OpenWording {
  readonly text: Located<string>
  readonly words: string
}

export function openWordings(pilot: Pilot): readonly OpenWording[] {
  // What was said at a gate that let the pilot pass has been decided since.
  const notes = gatesOf(pilot).flatMap((gate) => (letsPass(gate) ? [] : [gate.notes]))
  const texts = [pilot.title, pilot.summary, pilot.next?.what, ...notes].filter((text) => text !== undefined)
  return texts.flatMap((text) => {
    const words = openEnded.find(text.value)
    return words === undefined ? [] : [{ text, words }]
  })
}

/** The words of the next step that lead to another demo or pilot instead of production. */
export function nextIsAnotherPilot({ next }: Pilot): string | undefined {
  return anotherRound(next?.what?.value ?? '')
}

/** Whether nobody is accountable and nothing is defined: years in evaluation (claim M71). */
export function isNobodysPilot(pilot: Pilot): boolean {
  const name = pilot.owners?.operator?.name
  const owned = name !== undefined && kindOfName(name.value) === 'person'
  return !owned && criteriaOf(pilot).length === 0
}

/** Days since a paid tool was last used, when that is more than `days`. */
export function idleDays({ vendor }: Pilot, today: IsoDate, days: number): number | undefined {
  const paid =
    vendor?.pilotPrice !== undefined || vendor?.productionPrice !== undefined || vendor?.name !== undefined
  const idle = vendor?.lastUsed ? daysBetween(vendor.lastUsed.value, today) : 0
  return paid && idle > days ? idle : undefined
}
