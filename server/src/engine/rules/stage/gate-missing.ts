import { addDays, type IsoDate } from '../../pilot/dates.ts'
import { GRACE_DAYS, gatesOfStage, isHeld, mayHavePassed, passedGates } from '../../pilot/gates.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { hasReached, stageOf } from '../../pilot/stages.ts'
import { addGates, heldGateTemplate } from '../../templates/gate.ts'
import { listing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

export const stageGateMissing: Rule = {
  id: 'stage/gate-missing',
  about: 'gates',
  from: { ownership: 'warning' },
  needs: ['today'],
  docs: {
    summary: 'A pilot leaves a stage because someone decided so at a gate.',
    why: 'Without a decision the pilot drifts from stage to stage, and nobody ever said that what it has is good enough to go on. When it stalls later, nobody can say which promise it was built on.',
    remedy: 'Hold the gate of the stage that was left, and record who decided what.',
    sources: [
      { claim: 'M33', says: 'Each of the five stages has an output and a gate.' },
      { claim: 'M34', says: 'The next stage does not begin before this one is passed.' },
    ],
    suppress: 'The decision was made before the team kept pilots as files, and is recorded elsewhere.',
    bad: [
      {
        title: 'Two stages left without a word',
        yaml: `stage: data
#      ^^^^ warning: No held gate let the pilot leave criteria and ownership. Hold the gate, or record who decided it and when.
gates:
  - { stage: ownership, due: 2026-05-29 }
  - { stage: data, due: 2026-06-12 }
`,
      },
      {
        title: 'The gate said hold',
        yaml: `stage: rollout
#      ^^^^^^^ warning: No held gate let the pilot leave data. Hold the gate, or record who decided it and when.
gates:
  - { stage: criteria, due: 2026-01-20, held: 2026-01-20, decision: advance, by: Dana Whitfield }
  - { stage: ownership, due: 2026-01-26, held: 2026-01-26, decision: advance, by: Dana Whitfield }
  - { stage: data, due: 2026-03-06, held: 2026-03-06, decision: hold, by: Dana Whitfield }
`,
      },
    ],
    good: [
      {
        title: 'Each stage was passed',
        yaml: `stage: data
gates:
  - { stage: criteria, due: 2026-01-20, held: 2026-01-20, decision: advance, by: Dana Whitfield }
  - { stage: ownership, due: 2026-01-26, held: 2026-01-30, decision: advance, by: Dana Whitfield }
`,
      },
      {
        title: 'One gate is overdue, and another one has no decision, which other rules report',
        yaml: `stage: data
gates:
  - { stage: criteria, due: 2026-01-20, held: 2026-01-20 }
  - { stage: ownership, due: 2026-05-28 }
`,
      },
      {
        title: 'The first answer was no, the second yes',
        yaml: `stage: ownership
gates:
  - { stage: criteria, due: 2026-01-20, held: 2026-01-20, decision: hold, by: Dana Whitfield }
  - { stage: criteria, due: 2026-02-20, held: 2026-02-20, decision: advance, by: Dana Whitfield }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const lacking = stages.filter((stage) => lacksGate(pilot, stage, today))
    if (lacking.length === 0 || mayHavePassed(pilot)) return
    const gates = lacking.map((stage) => heldGateTemplate(pilot, { stage, held: today, decision: 'advance' }))
    yield {
      at: pilot.stage?.span ?? pilot.keySpan,
      message: `No held gate let the pilot leave ${listing(lacking)}. Hold the gate, or record who decided it and when.`,
      fixes: [{ title: 'Insert the decision', safe: false, changes: addGates(pilot, gates) }],
    }
  },
}

/** That no rollout gate expanded is the missing output of the rollout, and reported as that. */
const stages = ['criteria', 'ownership', 'data', 'adoption'] as const

function lacksGate(pilot: Pilot, stage: (typeof stages)[number], today: IsoDate): boolean {
  if (stage === stageOf(pilot) || !hasReached(pilot, stage) || passedGates(pilot, stage).length > 0)
    return false
  const gates = gatesOfStage(pilot, stage)
  // A gate without a decision, and one that is overdue, are reported where they stand.
  if (gates.some((gate) => isHeld(gate) && !gate.decision)) return false
  return !gates.some((gate) => !isHeld(gate) && gate.due && today > addDays(gate.due.value, GRACE_DAYS))
}
