import { rewrittenReports } from '../../history/rewritten.ts'
import type { Rule } from '../rule.ts'

export const historyDecisionRewritten: Rule = {
  id: 'history/decision-rewritten',
  from: { criteria: 'warning' },
  needs: ['history'],
  docs: {
    summary: 'What a gate decided stays as it was recorded.',
    why: 'A gate that held a pilot back, and that says a month later that it let it go on, has decided nothing: what kept the pilot back was never answered. Whoever counts the gates that passed counts this one, and nobody asks for a diagnosis any more.',
    remedy:
      'Restore the decision. If another one was taken since, it was taken at another gate: hold it, and record it beside the first one. If the first one was recorded wrongly, say so in the notes of the next gate, and name the day of the first one there.',
    sources: [
      { claim: 'M49', says: 'A gate is formal: it has a date, a decider, evidence and an outcome.' },
      {
        claim: 'M47',
        says: 'After a gate that failed comes a diagnosis and another gate, and no expansion.',
      },
      { claim: 'C11', says: 'The evidence at the gate decides whether to scale or to stop.' },
    ],
    suppress: 'The gate was recorded wrongly for weeks, and the minutes say so.',
    bad: [
      {
        title: 'A diagnosis becomes an expansion six weeks later',
        history: [
          {
            date: '2026-04-09',
            yaml: `rollout: { earlyAdopters: 4 }
gates:
  - { stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: diagnose, by: Dana Whitfield, adoptersUsing: 1, metricsMoving: false }
`,
          },
          {
            date: '2026-05-20',
            author: 'Luis Ortega',
            yaml: `rollout: { earlyAdopters: 4 }
gates:
  - { stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }
`,
          },
        ],
        yaml: `rollout: { earlyAdopters: 4 }
gates:
  - { stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }
#                                                                  ^^^^^^ warning: The rollout gate of 2026-04-08 decided diagnose, which became expand on 2026-05-20 by Luis Ortega (commit 2b3c4d5). Restore it, or hold another gate whose notes name that day and say why.
`,
      },
      {
        title: 'The gate is gone',
        history: [
          {
            date: '2026-04-10',
            yaml: `gates:
  - { stage: criteria, due: 2026-01-20, held: 2026-01-20, decision: advance, by: Dana Whitfield }
  - { stage: data, due: 2026-03-06, held: 2026-03-06, decision: hold, by: Dana Whitfield, notes: The replica is late. }
`,
          },
        ],
        yaml: `gates:
#^^^^ warning: The data gate of 2026-03-06, which decided hold, was taken out in the text that is not committed yet. Restore it, or hold another gate whose notes name that day and say why.
  - { stage: criteria, due: 2026-01-20, held: 2026-01-20, decision: advance, by: Dana Whitfield }
`,
      },
      {
        title: 'The next gate is written over it',
        history: [
          {
            date: '2026-04-10',
            yaml: `gates:
  - { stage: data, due: 2026-03-06, held: 2026-03-06, decision: hold, by: Dana Whitfield, notes: The replica is late. }
`,
          },
        ],
        yaml: `gates:
  - { stage: data, due: 2026-03-06, held: 2026-05-29, decision: advance, by: Dana Whitfield }
#                                                               ^^^^^^^ warning: The data gate of 2026-03-06, which decided hold, gave way to that of 2026-05-29, which decided advance, in the text that is not committed yet. Record both, or hold another gate whose notes name that day and say why.
`,
      },
    ],
    good: [
      {
        title: 'Put right within two weeks, and harder than it was since',
        history: [
          {
            date: '2026-03-06',
            yaml: `gates:
  - { stage: criteria, due: 2026-01-20, held: 2026-01-20, decision: advance, by: Dana Whitfield }
  - { stage: data, due: 2026-03-06, held: 2026-03-06, decision: hold, by: Dana Whitfield }
`,
          },
          {
            date: '2026-03-16',
            yaml: `gates:
  - { stage: criteria, due: 2026-01-20, held: 2026-01-20, decision: advance, by: Dana Whitfield }
  - { stage: data, due: 2026-03-06, held: 2026-03-06, decision: advance, by: Dana Whitfield }
`,
          },
        ],
        yaml: `gates:
  - { stage: criteria, due: 2026-01-20, held: 2026-01-20, decision: hold, by: Dana Whitfield }
  - { stage: data, due: 2026-03-06, held: 2026-03-06, decision: advance, by: Dana Whitfield }
`,
      },
      {
        title: 'The next gate says that the one before was recorded wrongly',
        history: [
          {
            date: '2026-04-09',
            yaml: `gates:
  - { stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: diagnose, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }
`,
          },
        ],
        yaml: `gates:
  - { stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }
  - { stage: rollout, due: 2026-05-29, held: 2026-05-29, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true, notes: "By the minutes, the gate of 2026-04-08 decided to expand." }
`,
      },
    ],
  },

  *check(pilot, scene) {
    yield* rewrittenReports(pilot, scene)
  },
}
