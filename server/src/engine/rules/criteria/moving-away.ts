import { addDays } from '../../pilot/dates.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { criteriaOf, type FullReading } from '../../pilot/progress.ts'
import { declineOf, gateAnswering } from '../../pilot/trend.ts'
import type { Rule } from '../rule.ts'

export const criteriaMovingAway: Rule = {
  id: 'criteria/moving-away',
  from: { rollout: 'warning' },
  needs: ['today'],
  options: { gate: 7 },
  docs: {
    summary: 'The readings move from the baseline towards the target.',
    why: 'A number that gets worse with every reading does not turn around when more people get the system. A gate that expands it anyway does more damage, and the pilot loses the trust that it needs.',
    remedy:
      'Find the reason with the first group, decide `diagnose` at the gate, and expand once the number turns.',
    options: {
      gate: 'Days before a rollout gate from which it is an error.',
    },
    except: 'error when a rollout gate is near (option gate), or was held since and did not send it back',
    sources: [
      { claim: 'M46', says: 'The gate asks whether the production numbers move the right way.' },
      { claim: 'R60', says: 'Values move from the baseline towards the target, not away from it.' },
    ],
    bad: [
      {
        title: 'Worse than before the pilot, and the gate is in eight days',
        yaml: `rollout: { start: 2026-05-06 }
criteria:
  success:
    - { metric: Processing time, unit: min, baseline: 8.2, target: 3, readings: [
        { date: 2026-04-08, value: 8.9 },
        { date: 2026-05-06, value: 9.4 },
#                                  ^^^ warning: "Processing time" was at 9.4 min on 2026-05-06, worse than its baseline of 8.2 min. Find the cause before more people get it.
      ] }
gates: [{ stage: rollout, due: 2026-06-09 }]
`,
      },
      {
        title: 'Away from the target twice, and the gate is in a week',
        yaml: `criteria:
  success:
    - { metric: Use by planners, unit: "%", baseline: 0, target: 70, readings: [
        { date: 2026-04-06, value: 55 },
        { date: 2026-05-06, value: 48 },
        { date: 2026-05-29, value: 31 },
#                                  ^^ error: "Use by planners" went from 55% to 48% to 31%, away from its target of 70%. Find the cause before more people get it.
      ] }
gates:
  - { stage: rollout, due: 2026-06-08 }
`,
      },
      {
        title: 'A gate expanded it all the same',
        yaml: `criteria:
  success:
    - { metric: Error rate, baseline: 9, target: 5, readings: [{ date: 2026-05-06, value: 11 }] }
#                                                                                         ^^ error
gates:
  - { stage: rollout, due: 2026-05-08, held: 2026-05-08, decision: expand }
`,
      },
    ],
    good: [
      {
        title: 'Lower is better',
        yaml: `criteria:
  success:
    - { metric: Processing time, baseline: 8.2, target: 3, readings: [{ date: 2026-05-06, value: 4.3 }] }
`,
      },
      {
        title: 'One weaker month, still better than before',
        yaml: `criteria:
  success:
    - { metric: Use by planners, better: higher, baseline: 0, target: 70, readings: [{ date: 2026-03-30, value: 50 }, { date: 2026-04-27, value: 61 }, { date: 2026-05-25, value: 58 }] }
`,
      },
      {
        title: 'Above the target, and a little less each month',
        yaml: `criteria:
  success:
    - { metric: Use by planners, better: higher, baseline: 0, target: 70, readings: [{ date: 2026-03-30, value: 84 }, { date: 2026-04-27, value: 83 }, { date: 2026-05-25, value: 81 }] }
`,
      },
      {
        title: 'Read before the rollout began',
        yaml: `rollout: { start: 2026-03-09 }
criteria:
  success:
    - { metric: Error rate, better: lower, baseline: 9, target: 5, readings: [{ date: 2026-03-02, value: 11 }] }
`,
      },
      {
        title: 'Nobody said which way is better',
        yaml: `criteria:
  success:
    - { metric: Stock, baseline: 40, readings: [{ date: 2026-05-25, value: 31 }] }
`,
      },
    ],
  },

  *check(pilot, { today, option }) {
    for (const criterion of criteriaOf(pilot)) {
      const decline = declineOf(criterion)
      if (!decline || !isDuring(pilot, decline.newest)) continue
      const { newest, says } = decline
      const gate = gateAnswering(pilot, newest.date.value, addDays(today, option('gate')))
      yield {
        at: newest.value.span,
        message: `${says} Find the cause before more people get it.`,
        ...(gate ? { severity: 'error' } : {}),
        related: gate ? [{ message: 'This gate decides on it.', span: gate.keySpan }] : [],
      }
    }
  },
}

/** A reading from before the rollout says nothing about its effect. */
function isDuring({ rollout }: Pilot, { date }: FullReading): boolean {
  return !rollout?.start || date.value >= rollout.start.value
}
