import { gatesOf, isHeld } from '../../pilot/gates.ts'
import { isAbsent } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { hole } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const gatesNoDecider: Rule = {
  id: 'gates/no-decider',
  from: { criteria: 'warning' },
  docs: {
    summary: 'A gate that was held says who decided.',
    why: 'A decision that nobody made is undone by the first person who disagrees. A gate leads to scaling or stopping only when someone with authority stands behind it.',
    remedy: 'Write down who made the decision.',
    sources: [
      { claim: 'M49', says: 'A formal gate has a named decider.' },
      { claim: 'G08', says: 'The sponsor has the authority to force a decision to scale or to stop.' },
    ],
    bad: [
      {
        title: 'Decided by nobody',
        yaml: `gates:
  - { stage: rollout, due: 2026-05-20, held: 2026-05-20, decision: expand }
#                                                                  ^^^^^^ warning: The rollout gate of 2026-05-20 decided expand and does not say who decided. Name the person.
`,
      },
      {
        title: 'An empty key',
        yaml: `gates:
  - stage: data
    held: 2026-03-06
    decision: advance
#             ^^^^^^^ warning
    by:
`,
      },
    ],
    good: [
      {
        title: 'The sponsor',
        yaml: `gates:
  - { stage: rollout, due: 2026-05-20, held: 2026-05-20, decision: expand, by: Dana Whitfield }
`,
      },
      {
        title: 'A committee may decide, though it may not be an owner',
        yaml: `gates:
  - { stage: rollout, due: 2026-05-20, held: 2026-05-20, decision: hold, by: AI Steering Committee }
`,
      },
      {
        title: 'No decision, so nobody who decided',
        yaml: `gates:
  - { stage: rollout, due: 2026-06-12 }
`,
      },
    ],
  },

  *check(pilot) {
    for (const gate of gatesOf(pilot)) {
      const { stage, decision } = gate
      if (!isHeld(gate) || !decision || !isAbsent(gate, 'by')) continue
      const value = hole('who decided')
      yield {
        at: decision.span,
        message: `The ${stage?.value ?? 'last'} gate of ${gate.held.value} decided ${decision.value} and does not say who decided. Name the person.`,
        fixes: [{ title: 'Insert the decider', safe: false, changes: [insertAt(gate, ['by'], value)] }],
      }
    }
  },
}
