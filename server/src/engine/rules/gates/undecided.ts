import type { Fix } from '../../finding.ts'
import type { IsoDate } from '../../pilot/dates.ts'
import { gatesOf, type HeldGate, isHeld } from '../../pilot/gates.ts'
import { isAbsent } from '../../pilot/located.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { hasReached, isActive, stageOf } from '../../pilot/stages.ts'
import { addGates, type Decision, decideGate, decisionsAt, gatesBehind } from '../../templates/gate.ts'
import type { Rule } from '../rule.ts'

export const gatesUndecided: Rule = {
  id: 'gates/undecided',
  from: { criteria: 'error' },
  wrong: true,
  docs: {
    summary: 'A gate that was held has a decision.',
    why: 'A meeting without a decision costs more than none: everybody believes that something was settled, and each remembers something else. "We will see" is how the next month begins, and the one after that.',
    remedy: 'Record the decision. If there was none, hold the gate again.',
    sources: [
      {
        claim: 'M49',
        says: 'A gate is formal: a date, a decider, evidence and one of the possible outcomes.',
      },
    ],
    bad: [
      {
        title: 'Talked about',
        yaml: `stage: ownership
gates:
  - { stage: criteria, due: 2026-05-20, held: 2026-05-20, by: Dana Whitfield }
#                                             ^^^^^^^^^^ error: The criteria gate was held on 2026-05-20 without a decision. Record what was decided.
`,
      },
      {
        title: 'A note is not a decision',
        yaml: `gates:
  - stage: rollout
    held: 2026-05-20
#         ^^^^^^^^^^ error
    decision:
    by: Dana Whitfield
    adoptersUsing: 4
    metricsMoving: true
    notes: Good discussion, we meet again.
`,
      },
    ],
    good: [
      {
        title: 'No is a decision',
        yaml: `gates:
  - { stage: rollout, due: 2026-05-20, held: 2026-05-20, decision: hold, by: Dana Whitfield }
`,
      },
      {
        title: 'Not held yet',
        yaml: `gates:
  - { stage: rollout, due: 2026-06-12 }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    for (const gate of gatesOf(pilot)) {
      if (!isHeld(gate) || !isAbsent(gate, 'decision')) continue
      yield {
        at: gate.held.span,
        message: `The ${gate.stage?.value ?? 'last'} gate was held on ${gate.held.value} without a decision. Record what was decided.`,
        fixes: decisionsAt(gate.stage?.value).map((decision) => decide(gate, decision, { pilot, today })),
      }
    }
  },
}

function decide(
  gate: HeldGate,
  decision: Decision,
  { pilot, today }: { readonly pilot: Pilot; readonly today: IsoDate },
): Fix {
  const goesOn = isActive(pilot) && decision !== 'advance' && decision !== 'stop'
  const stage = (!hasReached(pilot, 'rollout') && gate.stage?.value) || stageOf(pilot)
  const next = goesOn ? gatesBehind(gate.held.value, { pilot, stage, today }) : []
  const changes = [...decideGate(gate, decision, pilot), ...addGates(pilot, next)]
  return { title: `It decided: ${decision}`, safe: false, suggestion: true, changes }
}
