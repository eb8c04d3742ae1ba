import { addDays, daysBetween, inWords } from '../../pilot/dates.ts'
import { GRACE_DAYS, gatesOf, gatesOfStage, isHeld, settledGates } from '../../pilot/gates.ts'
import type { Gate, Pilot } from '../../pilot/model.generated.ts'
import { hasReached, isActive, type Stage, stageOf } from '../../pilot/stages.ts'
import { addGates, gatesBehind, holdGate } from '../../templates/gate.ts'
import type { Rule } from '../rule.ts'

export const gatesOverdue: Rule = {
  id: 'gates/overdue',
  from: { criteria: 'error' },
  needs: ['today'],
  docs: {
    summary: 'A gate is held on its due date, or within three days of it.',
    why: 'A gate that passes in silence is how a pilot learns that nothing happens when nobody decides. From then on every date in the plan is a suggestion.',
    remedy: 'Hold the gate now, and record what was decided and by whom.',
    sources: [{ claim: 'M51', says: 'A gate past its due date without a decision is an alarm.' }],
    suppress: 'The gate was moved on purpose before it was due, and its notes say why.',
    bad: [
      {
        title: 'Two weeks of silence',
        yaml: `stage: rollout
gates:
  - { stage: rollout, due: 2026-05-15 }
#                          ^^^^^^^^^^ error: The rollout gate was due on 2026-05-15, 2 weeks ago, and was not held. Hold it and record the decision.
`,
      },
      {
        title: 'A decision without a date',
        yaml: `stage: ownership
gates:
  - stage: criteria
    due: 2026-05-20
#        ^^^^^^^^^^ error: The criteria gate was due on 2026-05-20, 12 days ago, and does not say when it was held. Record the day.
    decision: advance
    by: Dana Whitfield
`,
      },
    ],
    good: [
      {
        title: 'Three days of grace',
        yaml: `stage: rollout
gates:
  - { stage: rollout, due: 2026-05-29 }
`,
      },
      {
        title: 'Held late, and decided',
        yaml: `stage: rollout
gates:
  - { stage: rollout, due: 2026-05-11, held: 2026-05-26, decision: diagnose, by: Dana Whitfield }
`,
      },
      {
        title: 'One month was skipped, and the next gate decided',
        yaml: `stage: rollout
gates:
  - { stage: rollout, due: 2026-04-20 }
  - { stage: rollout, due: 2026-05-20, held: 2026-05-20, decision: expand, by: Dana Whitfield }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const settled = settledGates(pilot)
    for (const gate of gatesOf(pilot)) {
      const { due, stage, decision } = gate
      if (!due || settled.has(gate) || today <= addDays(due.value, GRACE_DAYS)) continue
      const following = stageBehind(gate, pilot)
      const next = following ? gatesBehind(today, { pilot, stage: following, today }) : []
      const late = `The ${stage?.value ?? 'next'} gate was due on ${due.value}, ${inWords(daysBetween(due.value, today))} ago`
      yield {
        at: due.span,
        message: decision
          ? `${late}, and does not say when it was held. Record the day.`
          : `${late}, and was not held. Hold it and record the decision.`,
        fixes: [
          {
            title: next.length > 0 ? 'Record the decision, and plan the next gate' : 'Record the decision',
            safe: false,
            changes: [...holdGate(gate, today, pilot), ...addGates(pilot, next)],
          },
        ],
      }
    }
  },
}

/** The stage of the gate that has to be planned behind one: in the rollout and later there is one whatever it decides. */
function stageBehind({ stage, decision }: Gate, pilot: Pilot): Stage | undefined {
  if (isActive(pilot) && hasReached(pilot, 'rollout')) return stageOf(pilot)
  if (stage?.value === 'rollout') return 'rollout'
  const current = stageOf(pilot)
  if (!isActive(pilot) || current === 'criteria' || gatesOfStage(pilot, current).some(isHeld))
    return undefined
  // What the fix records is to hold, which another gate ends.
  const isLast = stage?.value === current && decision && decision.value !== 'hold'
  return isLast ? undefined : current
}
