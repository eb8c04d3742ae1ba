import { lastHeldGate, letsPass } from '../../pilot/gates.ts'
import { adopterCount, isLowUse } from '../../pilot/rollout.ts'
import type { Rule } from '../rule.ts'

export const gatesUsageLow: Rule = {
  id: 'gates/usage-low',
  from: { rollout: 'error' },
  docs: {
    summary: 'At the last gate at least half of the early adopters use it.',
    why: 'A tool that is installed and unused is the image of purgatory: 7 of 49 seats, one user in seven. Average projects reach 22 % of their users, the best 81 %, and no later group will be as willing as the first.',
    remedy: 'Ask those who do not use it what keeps them from it, fix that, and count again after 30 days.',
    sources: [
      { claim: 'M03', says: 'The tool is installed on 49 seats and used on about 7.' },
      { claim: 'R04', says: 'The average company reaches 22 % of the users, the best 81 %.' },
    ],
    bad: [
      {
        title: 'One of four, and everyone waits',
        yaml: `rollout: { earlyAdopters: [Ana Ruiz, Tom Becker, Wei Zhang, Nina Patel] }
gates:
  - { stage: rollout, due: 2026-05-20, held: 2026-05-20, decision: hold, by: Dana Whitfield, adoptersUsing: 1, metricsMoving: true }
#                                                                                                           ^ error: At the gate of 2026-05-20, 1 of 4 early adopters uses it. Ask the others what keeps them from it.
`,
      },
      {
        title: 'The number is enough',
        yaml: `rollout: { earlyAdopters: 5 }
gates:
  - { stage: rollout, held: 2026-04-20, decision: hold, by: Dana Whitfield, adoptersUsing: 1 }
  - { stage: rollout, held: 2026-05-20, decision: diagnose, by: Dana Whitfield, adoptersUsing: 2 }
#                                                                                              ^ error
`,
      },
      {
        title: 'Nobody of the four',
        yaml: `rollout: { earlyAdopters: 4 }
gates:
  - { stage: rollout, held: 2026-05-20, decision: hold, by: Dana Whitfield, adoptersUsing: 0, metricsMoving: false }
#                                                                                          ^ error: At the gate of 2026-05-20, no early adopter uses it. Ask them what keeps them from it.
`,
      },
      {
        title: 'Nobody, whatever the size of the group',
        yaml: `gates:
  - { stage: rollout, held: 2026-05-20, decision: hold, by: Dana Whitfield, adoptersUsing: 0, metricsMoving: false }
#                                                                                          ^ error: At the gate of 2026-05-20, no early adopter uses it. Ask them what keeps them from it.
`,
      },
    ],
    good: [
      {
        title: 'Exactly half',
        yaml: `rollout: { earlyAdopters: 4 }
gates:
  - { stage: rollout, held: 2026-05-20, decision: diagnose, by: Dana Whitfield, adoptersUsing: 2, metricsMoving: false }
`,
      },
      {
        title: 'Low at first, but no longer',
        yaml: `rollout: { earlyAdopters: 4 }
gates:
  - { stage: rollout, held: 2026-04-20, decision: diagnose, by: Dana Whitfield, adoptersUsing: 1, metricsMoving: false }
  - { stage: rollout, held: 2026-05-20, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }
`,
      },
      {
        title: 'It was stopped for that',
        yaml: `rollout: { earlyAdopters: 4 }
gates:
  - { stage: rollout, held: 2026-05-20, decision: stop, by: Dana Whitfield, adoptersUsing: 1, metricsMoving: false }
`,
      },
      {
        title: 'A group that nobody counted',
        yaml: `gates:
  - { stage: rollout, held: 2026-05-20, decision: hold, by: Dana Whitfield, adoptersUsing: 2, metricsMoving: true }
`,
      },
    ],
  },

  *check(pilot) {
    const last = lastHeldGate(pilot, 'rollout')
    const using = last?.adoptersUsing
    // An expansion with low use is reported as that.
    if (!last || !using || letsPass(last) || last.decision?.value === 'stop' || !isLowUse(pilot, using.value))
      return
    const use = `${using.value} of ${adopterCount(pilot)} early adopters ${using.value === 1 ? 'uses' : 'use'} it. Ask the others`
    const who = using.value === 0 ? 'no early adopter uses it. Ask them' : use
    yield {
      at: using.span,
      message: `At the gate of ${last.held.value}, ${who} what keeps them from it.`,
    }
  },
}
