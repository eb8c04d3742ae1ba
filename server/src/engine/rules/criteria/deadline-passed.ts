import type { IsoDate } from '../../pilot/dates.ts'
import { decisionSince, GATE_INTERVAL, gatesHeldNear, isDecisionNear } from '../../pilot/gates.ts'
import { named, withUnit } from '../../pilot/metrics.ts'
import type { Criterion, Pilot } from '../../pilot/model.generated.ts'
import {
  criteriaOf,
  deadlineOf,
  isMet,
  isReadingUnread,
  isSample,
  newestReading,
} from '../../pilot/progress.ts'
import { isActive } from '../../pilot/stages.ts'
import { insertGate } from '../../templates/gate.ts'
import type { Rule } from '../rule.ts'

export const criteriaDeadlinePassed: Rule = {
  id: 'criteria/deadline-passed',
  from: { rollout: 'error' },
  needs: ['today'],
  docs: {
    summary: 'When a target is missed on its date, someone decides what that means.',
    why: 'A deadline that passes without a word was never one. Nobody declares the pilot a failure or a success, and the next date is taken no more seriously than this one.',
    remedy:
      'Hold a gate: scale it as it is, find the cause, or stop. All three are better than another month; finding the cause takes one at most, and then comes the decision.',
    sources: [
      { claim: 'M08', says: 'A pilot that runs past its own dates without a decision is stuck.' },
      {
        claim: 'M05',
        says: 'At the planned end there is a verdict: scale, stop, or one extension with a date.',
      },
    ],
    bad: [
      {
        title: 'Close, but too late, and the gate before asked for the cause',
        yaml: `stage: rollout
criteria:
  success:
    - metric: Cost per claim
      unit: USD
      better: lower
      baseline: 21
      target: 14
      by: 2026-05-15
#         ^^^^^^^^^^ error: "Cost per claim" should be at 14 USD by 2026-05-15 and is at 16.2 USD. Hold a gate that decides: scale, find the cause, or stop.
      readings: [{ date: 2026-05-18, value: 16.2 }]
gates: [{ stage: rollout, due: 2026-05-14, held: 2026-05-14, decision: diagnose }]
`,
      },
      {
        title: 'Counted from the promised date, and never measured',
        yaml: `stage: rollout
timeline: { productionBy: 2026-03-02 }
criteria:
  success:
    - { metric: Cost per claim, better: lower, baseline: 21, target: 14, within: 60 days }
#                                                                                ^^^^^^^ error: "Cost per claim" should be at 14 by 2026-05-01 and was never read. Hold a gate that decides: scale, find the cause, or stop.
`,
      },
      {
        title: 'A gate asked for the cause a month ago, and nothing was decided',
        yaml: `stage: rollout
criteria:
  success:
    - { metric: Cost per claim, better: lower, baseline: 21, target: 14, by: 2026-04-24, readings: [{ date: 2026-05-01, value: 15 }] }
#                                                                            ^^^^^^^^^^ error
gates: [{ stage: rollout, due: 2026-05-01, held: 2026-05-01, decision: diagnose }]
`,
      },
      {
        title: 'Expanded before the deadline, but the target was missed in adoption',
        yaml: `stage: adoption
rollout: { start: 2026-03-09 }
criteria:
  success:
    - { metric: Cost per claim, better: lower, baseline: 21, target: 14, by: 2026-05-15, readings: [{ date: 2026-05-12, value: 15 }] }
#                                                                            ^^^^^^^^^^ error
gates:
  - { stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: expand }
  - { stage: adoption, due: 2026-07-08 }
`,
      },
    ],
    good: [
      {
        title: 'Met',
        yaml: `criteria:
  success:
    - { metric: Cost per claim, better: lower, baseline: 21, target: 14, by: 2026-05-15, readings: [{ date: 2026-05-12, value: 13.9 }] }
`,
      },
      {
        title: 'Due today',
        yaml: `timeline: { productionBy: 2026-04-02 }
criteria:
  success:
    - { metric: Cost per claim, better: lower, baseline: 21, target: 14, within: 60 days }
`,
      },
      {
        title: 'Missed, and the gate decided to go on',
        yaml: `criteria:
  success:
    - { metric: Cost per claim, better: lower, baseline: 21, target: 14, by: 2026-05-15, readings: [{ date: 2026-05-12, value: 15 }] }
gates:
  - { stage: rollout, due: 2026-05-18, held: 2026-05-18, decision: expand }
`,
      },
      {
        title: 'Missed, and the gate sent it to find the cause',
        yaml: `criteria:
  success:
    - { metric: Cost per claim, better: lower, baseline: 21, target: 14, by: 2026-05-02, readings: [{ date: 2026-05-01, value: 15 }] }
gates:
  - { stage: rollout, due: 2026-05-02, held: 2026-05-02, decision: diagnose }
`,
      },
      {
        title: 'Missed, and the gate is planned for next week',
        yaml: `criteria:
  success:
    - { metric: Cost per claim, better: lower, baseline: 21, target: 14, by: 2026-05-15, readings: [{ date: 2026-05-12, value: 15 }] }
gates:
  - { stage: rollout, due: 2026-06-08 }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    if (!isActive(pilot) || isDecisionNear(pilot, today)) return
    for (const criterion of criteriaOf(pilot)) {
      const deadline = deadlineOf(pilot, criterion)
      const { by = criterion.within, target } = criterion
      if (isSample(criterion) || !by || !target || deadline === undefined || today <= deadline) continue
      if (isMet(criterion) || isReadingUnread(criterion) || decisionSince(pilot, deadline) !== undefined)
        continue
      if (seeksCause(pilot, deadline, today)) continue
      const promised = criterion.by ? undefined : pilot.timeline?.productionBy
      yield {
        at: by.span,
        message: `${named(criterion)} should be at ${withUnit(target.value, criterion)} by ${deadline} and ${standing(criterion)}. Hold a gate that decides: scale, find the cause, or stop.`,
        related: promised ? [{ message: 'It counts from this day.', span: promised.span }] : [],
        fixes: [insertGate(pilot, today)],
      }
    }
  },
}

/** Whether a gate since then sent the pilot to find the cause, and the next one is not due yet. */
function seeksCause(pilot: Pilot, since: IsoDate, today: IsoDate): boolean {
  const gates = gatesHeldNear(pilot, today, GATE_INTERVAL)
  return gates.some(({ held, decision }) => decision?.value === 'diagnose' && held.value >= since)
}

function standing(criterion: Criterion): string {
  const newest = newestReading(criterion)
  return newest ? `is at ${withUnit(newest.value.value, criterion)}` : 'was never read'
}
