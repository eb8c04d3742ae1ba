import type { Change } from '../finding.ts'
import { addDays, type IsoDate, latest } from '../pilot/dates.ts'
import type { Located } from '../pilot/located.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import type { Stage } from '../pilot/stages.ts'
import { hole } from '../yaml/template.ts'
import { addGates, gatesBehind, heldGateTemplate } from './gate.ts'

/**
 * The changes that move a promised date by 30 days from today, or to the earliest that is realistic, together with the gate that
 * decided it and why, and the next one.
 */
export function postpone(
  pilot: Pilot,
  promised: Located<IsoDate>,
  {
    stage,
    today,
    earliest,
  }: { readonly stage: Stage; readonly today: IsoDate; readonly earliest?: IsoDate | undefined },
): readonly Change[] {
  const text = latest(addDays(today, EXTENSION_DAYS), earliest) ?? today
  const notes = hole(`why ${promised.value} became ${text}, and what is decided then`)
  const gate = { ...heldGateTemplate(pilot, { stage, held: today, decision: 'hold' }), notes }
  const gates = [gate, ...gatesBehind(today, { pilot, stage, today })]
  return [{ do: 'replace', span: promised.span, text }, ...addGates(pilot, gates)]
}

const EXTENSION_DAYS = 30
