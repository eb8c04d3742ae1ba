import { addDays, type IsoDate, latest } from '../../pilot/dates.ts'
import { gatesOf, gatesOfStage, isHeld } from '../../pilot/gates.ts'
import { isAbsent } from '../../pilot/located.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { isActive, stageOf } from '../../pilot/stages.ts'
import { appendGates, gateTemplate } from '../../templates/gate.ts'
import type { Rule } from '../rule.ts'

export const gatesNone: Rule = {
  id: 'gates/none',
  from: { ownership: 'warning', rollout: 'error' },
  docs: {
    summary: 'The next decision about the pilot has a date.',
    why: 'Without a gate there is always another month in which to collect data. A day on which someone has to say yes or no is the only thing that ends it.',
    remedy: 'Set a gate for the stage, with a date within the next 30 days.',
    sources: [
      { claim: 'M33', says: 'Each of the five stages has an output and a gate.' },
      { claim: 'M49', says: 'A decision gate is formal: a date, a decider, evidence and an outcome.' },
    ],
    bad: [
      {
        title: 'No gate in the whole file',
        yaml: `stage: ownership
#^^^^ warning: No gate is planned. Set the day on which it is decided how ownership ends.
`,
      },
      {
        title: 'All gates lie behind, and none belongs to the rollout',
        yaml: `stage: rollout
gates:
#^^^^ error: No gate is planned. Set the day on which it is decided how rollout ends.
  - { stage: data, due: 2026-03-06, held: 2026-03-06, decision: advance, by: Dana Whitfield }
`,
      },
    ],
    good: [
      {
        title: 'The next one is dated',
        yaml: `stage: rollout
gates:
  - { stage: rollout, due: 2026-06-12 }
`,
      },
      {
        title: 'The first stage may still agree on what to decide',
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
    if (!isActive(pilot) || pilot.outcome?.decision || !(pilot.gates || isAbsent(pilot, 'gates'))) return
    if (gatesOf(pilot).some((gate) => !isHeld(gate)) || gatesOfStage(pilot, stage).length > 0) return
    const gate = gateTemplate(stage, nextDay(pilot, today))
    yield {
      at: (pilot.gates ?? pilot).keySpan,
      message: `No gate is planned. Set the day on which it is decided how ${stage} ends.`,
      fixes: [{ title: 'Insert a gate', safe: false, changes: appendGates(pilot, [gate]) }],
    }
  },
}

/** In the rollout, 30 days after its start; never in the past. */
function nextDay({ rollout, stage }: Pilot, today: IsoDate): IsoDate {
  const start = stage?.value === 'rollout' ? rollout?.start?.value : undefined
  return latest(addDays(today, 14), start && addDays(start, 30)) ?? today
}
