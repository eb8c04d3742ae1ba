import { daysBetween, inWords } from '../../pilot/dates.ts'
import { isDecisionNear } from '../../pilot/gates.ts'
import { metButUndecided } from '../../pilot/signs.ts'
import { insertGate } from '../../templates/gate.ts'
import type { Rule } from '../rule.ts'

export const criteriaMetButUndecided: Rule = {
  id: 'criteria/met-but-undecided',
  from: { rollout: 'error' },
  needs: ['today'],
  options: { days: 30 },
  docs: {
    summary: 'When all criteria are met, someone decides within a month.',
    why: 'Strong evidence without a decision is how a success turns into purgatory: the team validates once more, the champion moves on, and the case has to be made again to people who never saw it.',
    remedy: 'Hold the gate. The criteria were agreed on for this moment.',
    options: {
      days: 'Days that all criteria may be met without a decision.',
    },
    sources: [
      { claim: 'K34', says: 'The evidence is strong, and the decision is withheld.' },
      { claim: 'K36', says: 'When a pilot concludes, the decision follows quickly.' },
    ],
    bad: [
      {
        title: 'Met since April',
        yaml: `stage: rollout
criteria:
  success:
# ^^^^^^^ error: All criteria have been met since 2026-04-06, 8 weeks ago, and nobody decided. Hold a gate that scales it, or stop it.
    - metric: Cost per claim
      better: lower
      baseline: 21
      target: 14
      readings: [{ date: 2026-04-06, value: 13.8 }, { date: 2026-05-06, value: 13.5 }]
`,
      },
      {
        title: 'A gate was held and put it off',
        yaml: `stage: rollout
criteria:
  success:
# ^^^^^^^ error
    - metric: Cost per claim
      better: lower
      baseline: 21
      target: 14
      readings: [{ date: 2026-05-01, value: 13.8 }, { date: 2026-05-06, value: 13.5 }]
gates:
  - { stage: rollout, due: 2026-05-08, held: 2026-05-08, decision: hold, notes: One more month. }
`,
      },
    ],
    good: [
      {
        title: 'Decided two weeks later',
        yaml: `criteria:
  success:
    - metric: Cost per claim
      better: lower
      baseline: 21
      target: 14
      readings: [{ date: 2026-04-06, value: 13.8 }]
gates:
  - { stage: rollout, due: 2026-04-20, held: 2026-04-20, decision: expand }
`,
      },
      {
        title: 'The gate is planned for next week',
        yaml: `criteria:
  success:
    - metric: Cost per claim
      better: lower
      baseline: 21
      target: 14
      readings: [{ date: 2026-04-27, value: 13.8 }]
gates:
  - { stage: rollout, due: 2026-06-08 }
`,
      },
      {
        title: 'Met for 30 days',
        yaml: `criteria:
  success:
    - { metric: Cost per claim, better: lower, baseline: 21, target: 14, readings: [{ date: 2026-05-02, value: 13.8 }] }
`,
      },
      {
        title: 'One of two is met',
        yaml: `criteria:
  success:
    - { metric: Cost per claim, better: lower, baseline: 21, target: 14, readings: [{ date: 2026-04-06, value: 13.8 }] }
    - { metric: Share of use, better: higher, baseline: 0, target: 70, readings: [{ date: 2026-04-06, value: 44 }] }
`,
      },
    ],
  },

  *check(pilot, { today, option }) {
    const success = pilot.criteria?.success
    const since = metButUndecided(pilot, today, option('days'))
    if (!success || since === undefined || isDecisionNear(pilot, today)) return
    yield {
      at: success.keySpan,
      message: `All criteria have been met since ${since}, ${inWords(daysBetween(since, today))} ago, and nobody decided. Hold a gate that scales it, or stop it.`,
      fixes: [insertGate(pilot, today)],
    }
  },
}
