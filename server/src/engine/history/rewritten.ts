import type { Change, Fix } from '../finding.ts'
import { addDays } from '../pilot/dates.ts'
import { gatesOf, isHeld } from '../pilot/gates.ts'
import { hasUnread, isUnlistedAt } from '../pilot/located.ts'
import type { Gate, Pilot } from '../pilot/model.generated.ts'
import { isActive, stages } from '../pilot/stages.ts'
import type { Report, Scene } from '../rules/rule.ts'
import { fillAbsent } from '../templates/changes.ts'
import { addGates } from '../templates/gate.ts'
import { attribution, pastChange } from './course.ts'
import { type RewrittenGate, rewrittenGates } from './decisions.ts'
import { madeOn } from './history.ts'
import type { DecidedGate } from './same-gates.ts'
import { DECISION_DAYS } from './spoken-of.ts'

/** What is said of the decisions that are others now, or are gone from a pilot that is on its way. */
export function rewrittenReports(pilot: Pilot, { history, today }: Scene): readonly Report[] {
  const rewritten = history ? rewrittenGates(history, pilot, today) : []
  return rewritten.flatMap((gate) => (isSpokenOf(gate, pilot) ? [] : reportOf(gate, pilot)))
}

/** Whether the notes of another gate that was held about the time of the change, or later, name the day of this one. */
function isSpokenOf({ first, at, lost }: RewrittenGate, pilot: Pilot): boolean {
  const since = addDays(madeOn(lost), -DECISION_DAYS)
  return gatesOf(pilot).some((gate, index) => {
    return index !== at && isHeld(gate) && gate.held.value >= since && gate.notes?.value.includes(first.held)
  })
}

function reportOf(rewritten: RewrittenGate, pilot: Pilot): readonly Report[] {
  const { first, at, lost } = rewritten
  const gate = at === undefined ? undefined : gatesOf(pilot)[at]
  const { decision } = gate ?? {}
  const by = attribution(lost)
  const which = `The ${first.stage} gate of ${first.held}`
  const todo = 'or hold another gate whose notes name that day and say why.'
  const before = first.decision
  if (!gate || !isHeld(gate)) {
    if (!isActive(pilot) || isUnclear(pilot)) return []
    return [
      {
        at: (gate ?? pilot.gates ?? pilot).keySpan,
        message: `${which}, which decided ${before}, was taken out ${by}. Restore it, ${todo}`,
        fixes: restoreGate(first, gate, pilot),
        past: pastChange(lost, before, undefined),
      },
    ]
  }
  if (!decision) return []
  const { value, span } = decision
  const shared = { at: span, past: pastChange(lost, before, value) }
  if (gate.held.value === first.held) {
    const message = `${which} decided ${before}, which became ${value} ${by}. Restore it, ${todo}`
    const changes: readonly Change[] = [{ do: 'replace', span, text: before }]
    return [
      { ...shared, message, fixes: [{ title: `Restore the decision ${before}`, safe: false, changes }] },
    ]
  }
  const other = `that of ${gate.held.value}, which decided ${value},`
  const message = `${which}, which decided ${before}, gave way to ${other} ${by}. Record both, ${todo}`
  return [{ ...shared, message, fixes: restoreGate(first, undefined, pilot) }]
}

/** Whether a gate that is missed may be one of those that cannot be read. */
function isUnclear(pilot: Pilot): boolean {
  const { gates } = pilot
  return gates ? hasUnread(gates, 'stage', 'due', 'held') : !isUnlistedAt(pilot, 'gates')
}

/** Puts a gate back with all that its history remembers of it, be it where it is planned by now. */
function restoreGate(first: DecidedGate, planned: Gate | undefined, pilot: Pilot): readonly Fix[] {
  const { due, held, decision, by, notes } = first
  const stage = stages.find((each) => each === first.stage)
  if (!stage) return []
  const record = {
    held,
    decision,
    ...(by === undefined ? {} : { by }),
    ...(notes === undefined ? {} : { notes }),
  }
  const value = { stage, ...(due === undefined ? {} : { due }), ...record }
  const changes = planned ? fillAbsent(planned, record) : addGates(pilot, [value])
  return [{ title: `Restore the gate of ${held}`, safe: false, changes }]
}
