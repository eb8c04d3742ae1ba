import { daysBetween, type IsoDate } from '../../pilot/dates.ts'
import {
  GATE_INTERVAL,
  gatesOf,
  type HeldGate,
  lastHeldGate,
  mayHavePassed,
  settledGates,
} from '../../pilot/gates.ts'
import { hasStrayDay, isAbsent, placeOfAbsent } from '../../pilot/located.ts'
import { isActive, stageOf } from '../../pilot/stages.ts'
import { fillAbsent } from '../../templates/changes.ts'
import { addGates, dayBehind, gateTemplate } from '../../templates/gate.ts'
import { sample } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const gatesNone: Rule = {
  id: 'gates/none',
  from: { ownership: 'warning', rollout: 'error' },
  needs: ['today'],
  docs: {
    summary: 'The next decision about the pilot has a date.',
    why: 'Without a gate there is always another month in which to collect data. A day on which someone has to say yes or no is the only thing that ends it.',
    remedy: 'Set a gate for the stage, with a date within the next 30 days.',
    sources: [
      { claim: 'M33', says: 'Each of the five stages has an output and a gate.' },
      { claim: 'M49', says: 'A decision gate is formal: a date, a decider, evidence and an outcome.' },
      { claim: 'M50', says: 'During the rollout the gates recur every 30 days.' },
    ],
    bad: [
      {
        title: 'No gate in the whole file',
        yaml: `stage: ownership
#^^^^ warning: No gate is planned. Set a date to decide how ownership ends.
`,
      },
      {
        title: 'The key with nothing in it',
        yaml: `stage: ownership
gates:
#^^^^ warning
`,
      },
      {
        title: 'All gates are past, and none belongs to the rollout',
        yaml: `stage: rollout
gates:
#^^^^ error: No gate is planned. Set a date to decide how rollout ends.
  - { stage: data, due: 2026-03-06, held: 2026-03-06, decision: advance, by: Dana Whitfield }
`,
      },
      {
        title: 'The last gate asked for the cause, and no other is planned',
        yaml: `stage: rollout
gates:
#^^^^ error: The rollout gate of 2026-05-27 decided diagnose, and no other is planned. Set a date to decide how rollout ends.
  - { stage: rollout, due: 2026-04-27 }
  - { stage: rollout, due: 2026-05-27, held: 2026-05-27, decision: diagnose, by: Dana Whitfield, adoptersUsing: 2, metricsMoving: false }
`,
      },
      {
        title: 'A gate without a date',
        yaml: `stage: rollout
gates:
  - { stage: data, due: 2026-03-06, held: 2026-03-06, decision: advance, by: Dana Whitfield }
  - { stage: rollout }
#     ^^^^^^^^^^^^^^ error: The rollout gate has no day. Set a date to decide how rollout ends.
`,
      },
      {
        title: 'More people have had it for a month and a day, and the pilot is still in rollout',
        yaml: `stage: rollout
gates:
#^^^^ error
  - { stage: rollout, due: 2026-05-01, held: 2026-05-01, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }
`,
      },
    ],
    good: [
      {
        title: 'The next one has a date',
        yaml: `stage: rollout
gates:
  - { stage: rollout, due: 2026-06-12 }
`,
      },
      {
        title: 'It was expanded 30 days ago, and may go on to adoption',
        yaml: `stage: rollout
gates:
  - { stage: rollout, due: 2026-05-02, held: 2026-05-02, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }
`,
      },
      {
        title: 'How the stage ends has been decided',
        yaml: `stage: data
gates:
  - { stage: data, due: 2026-03-06, held: 2026-03-06, decision: advance, by: Dana Whitfield }
`,
      },
      {
        title: 'The first stage may still settle what to decide',
        yaml: `stage: criteria
`,
      },
      {
        title: 'All were held, and it is in production',
        yaml: `stage: production
gates:
  - { stage: adoption, due: 2026-05-12, held: 2026-05-12, decision: advance, by: Dana Whitfield }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const stage = stageOf(pilot)
    if (!isActive(pilot) || pilot.outcome?.decision || mayHavePassed(pilot)) return
    const settled = settledGates(pilot)
    const open = gatesOf(pilot).filter((gate) => !settled.has(gate))
    if (open.some((gate) => gate.decision || !isAbsent(gate, 'due') || hasStrayDay(gate))) return
    const last = lastHeldGate(pilot, stage)
    if (last && isAnswer(last, today)) return
    const decided = last && `The ${stage} gate of ${last.held.value} decided ${last.decision?.value}`
    const none = decided === undefined ? 'No gate is planned' : `${decided}, and no other is planned`
    const start = stage === 'rollout' ? pilot.rollout?.start : undefined
    const due = dayBehind((last?.held ?? start)?.value, today)
    // A gate without a day is planned by nobody.
    const [undated] = open
    const name = undated?.stage?.value ?? stage
    yield {
      at: undated?.keySpan ?? placeOfAbsent(pilot, 'gates'),
      message: `${undated ? `The ${name} gate has no day` : none}. Set a date to decide how ${name} ends.`,
      fixes: [
        {
          title: undated ? 'Insert the day' : 'Insert a gate',
          safe: false,
          changes: undated
            ? fillAbsent(undated, { due: sample(due) })
            : addGates(pilot, [gateTemplate(stage, due)]),
        },
      ],
    }
  },
}

/** Whether the last gate of the stage decided how it ends, or may have. To expand is such a decision for one interval. */
function isAnswer({ held, decision }: HeldGate, today: IsoDate): boolean {
  if (decision?.value === 'expand') return daysBetween(held.value, today) <= GATE_INTERVAL
  return decision?.value !== 'hold' && decision?.value !== 'diagnose'
}
