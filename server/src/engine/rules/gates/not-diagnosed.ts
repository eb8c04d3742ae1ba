import { gatesOfStage, isHeld, letsPass } from '../../pilot/gates.ts'
import { isAbsent } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { hole } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const gatesNotDiagnosed: Rule = {
  id: 'gates/not-diagnosed',
  from: { rollout: 'warning' },
  docs: {
    summary: 'A gate that expands after a no says what the cause was and what became of it.',
    why: 'A no at a gate is worth something only once it is understood. An expansion that does not name the cause has probably not removed it, and meets it again with ten times as many people.',
    remedy: 'Put into the notes of the gate what was wrong and what was changed.',
    sources: [
      { claim: 'M47', says: 'After a failed gate comes a diagnosis, then the gate again, then the growth.' },
    ],
    bad: [
      {
        title: 'From no to yes without a word',
        yaml: `gates:
  - { stage: rollout, due: 2026-04-20, held: 2026-04-20, decision: diagnose, by: Dana Whitfield, adoptersUsing: 2, metricsMoving: false }
  - { stage: rollout, due: 2026-05-20, held: 2026-05-20, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }
#                                                                  ^^^^^^ warning: The gate of 2026-04-20 decided diagnose, the one of 2026-05-20 decided expand, and no note says what was wrong. Add the cause and what changed.
`,
      },
      {
        title: 'An empty note',
        yaml: `gates:
  - { stage: rollout, held: 2026-04-20, decision: hold, by: Dana Whitfield, notes: Budget is not clear. }
  - stage: rollout
    held: 2026-05-20
    decision: expand
#             ^^^^^^ warning
    by: Dana Whitfield
    notes:
`,
      },
    ],
    good: [
      {
        title: 'The cause, and what became of it',
        yaml: `gates:
  - { stage: rollout, due: 2026-04-20, held: 2026-04-20, decision: diagnose, by: Dana Whitfield, adoptersUsing: 2, metricsMoving: false }
  - stage: rollout
    due: 2026-05-20
    held: 2026-05-20
    decision: expand
    by: Dana Whitfield
    notes: The cause was the time of the nightly run. It ends at 5 am now.
`,
      },
      {
        title: 'Two yeses need no cause, and neither do two noes',
        yaml: `gates:
  - { stage: rollout, held: 2026-03-20, decision: expand, by: Dana Whitfield }
  - { stage: rollout, held: 2026-04-20, decision: expand, by: Dana Whitfield }
  - { stage: rollout, held: 2026-04-30, decision: hold, by: Dana Whitfield }
  - { stage: rollout, held: 2026-05-20, decision: diagnose, by: Dana Whitfield }
`,
      },
    ],
  },

  *check(pilot) {
    const gates = gatesOfStage(pilot, 'rollout').filter(isHeld)
    for (const [index, gate] of gates.entries()) {
      const before = gates[index - 1]
      const no = before?.decision?.value
      if (!before || !gate.decision || !letsPass(gate) || (no !== 'diagnose' && no !== 'hold')) continue
      if (!isAbsent(gate, 'notes')) continue
      const value = hole('what the cause was, and what changed')
      yield {
        at: gate.decision.span,
        message: `The gate of ${before.held.value} decided ${no}, the one of ${gate.held.value} decided ${gate.decision.value}, and no note says what was wrong. Add the cause and what changed.`,
        related: [{ message: `It decided ${no}.`, span: before.decision?.span ?? before.keySpan }],
        fixes: [{ title: 'Insert notes', safe: false, changes: [insertAt(gate, ['notes'], value)] }],
      }
    }
  },
}
