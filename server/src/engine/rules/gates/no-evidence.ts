import { gatesOfStage, isHeld } from '../../pilot/gates.ts'
import { isAbsent } from '../../pilot/located.ts'
import { proveGate } from '../../templates/gate.ts'
import { listing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

export const gatesNoEvidence: Rule = {
  id: 'gates/no-evidence',
  from: { rollout: 'error' },
  docs: {
    summary: 'A rollout gate records how many early adopters use it and whether the metrics move.',
    why: 'The gate has two questions: do they use it, and do the numbers move. Without the answers it decides on enthusiasm, and enthusiasm does not survive the first week in production.',
    remedy: 'Count who used it in the last week, compare the readings with the baseline, then decide.',
    sources: [
      { claim: 'M45', says: 'The gate asks whether the early adopters use it.' },
      { claim: 'M46', says: 'The gate asks whether the production metrics move in the right direction.' },
    ],
    bad: [
      {
        title: 'Expanded on a feeling',
        yaml: `gates:
  - { stage: rollout, due: 2026-05-20, held: 2026-05-20, decision: expand, by: Dana Whitfield }
#                                                                  ^^^^^^ error: The rollout gate of 2026-05-20 decided expand without the number of adopters who use it and a word on whether the metrics move. Add the evidence.
`,
      },
      {
        title: 'Half of the evidence',
        yaml: `gates:
  - stage: rollout
    held: 2026-05-20
    decision: hold
#             ^^^^ error: The rollout gate of 2026-05-20 decided hold without a word on whether the metrics move. Add the evidence.
    by: Dana Whitfield
    adoptersUsing: 4
`,
      },
    ],
    good: [
      {
        title: 'Both answers',
        yaml: `gates:
  - { stage: rollout, due: 2026-05-20, held: 2026-05-20, decision: diagnose, by: Dana Whitfield, adoptersUsing: 0, metricsMoving: false }
`,
      },
      {
        title: 'Gates of other stages rest on other evidence',
        yaml: `gates:
  - { stage: data, due: 2026-03-06, held: 2026-03-06, decision: advance, by: Dana Whitfield }
`,
      },
      {
        title: 'A stop needs no use',
        yaml: `gates:
  - { stage: rollout, due: 2026-05-20, held: 2026-05-20, decision: stop, by: Dana Whitfield, notes: The supplier closed. }
`,
      },
    ],
  },

  *check(pilot) {
    for (const gate of gatesOfStage(pilot, 'rollout')) {
      const { decision } = gate
      if (!isHeld(gate) || !decision || decision.value === 'stop') continue
      const missing = evidence.filter(([key]) => isAbsent(gate, key)).map(([, name]) => name)
      if (missing.length === 0) continue
      yield {
        at: decision.span,
        message: `The rollout gate of ${gate.held.value} decided ${decision.value} without ${listing(missing)}. Add the evidence.`,
        fixes: [{ title: 'Insert the evidence', safe: false, changes: proveGate(gate, pilot) }],
      }
    }
  },
}

const evidence = [
  ['adoptersUsing', 'the number of adopters who use it'],
  ['metricsMoving', 'a word on whether the metrics move'],
] as const
