import { attribution, courseOfCriteria, pastChange } from '../../history/course.ts'
import { easingsOf } from '../../history/easing.ts'
import { gateOn } from '../../history/spoken-of.ts'
import type { Rule } from '../rule.ts'

export const historyGoalpostsMoved: Rule = {
  id: 'history/goalposts-moved',
  from: { criteria: 'error' },
  needs: ['history'],
  docs: {
    summary: 'What a pilot has to reach is what was agreed when it started.',
    why: 'Criteria that are agreed beforehand protect a pilot from being scaled too early. A target that comes down shortly before a gate turns any result into a success, and a baseline that gets worse makes one out of nothing.',
    remedy:
      'Restore the old value. If there is a reason to change it, let a gate decide, and write the reason in its notes. It is a warning then, if the gate was held on the day of the change, or within 3 days of it with notes that name the metric or the new value, or that say more than before the change.',
    except:
      'warning for a deadline, for what was to stop the pilot or to let it go to production, for a number that is counted in another unit, for a metric that is called by some other words, and for what a gate speaks of',
    sources: [
      { claim: 'K33', says: 'Criteria agreed beforehand protect a pilot from being scaled before its time.' },
      { claim: 'M72', says: 'A pilot is measured against the baseline that was fixed before it.' },
    ],
    suppress: 'The first value was a mistake in writing, and nobody worked towards it.',
    bad: [
      {
        title: 'The target comes down three days before the gate',
        history: [
          {
            date: '2026-01-20',
            yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Forecast accuracy, unit: "%", baseline: 73, target: 82, within: 60 days }] }
`,
          },
          {
            date: '2026-04-05',
            author: 'Luis Ortega',
            yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Forecast accuracy, unit: "%", baseline: 73, target: 76, within: 60 days }] }
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Forecast accuracy, unit: "%", baseline: 73, target: 76, within: 60 days }] }
#                                                                                   ^^ error: The target of "Forecast accuracy" was 82% at the start and became 76% on 2026-04-05 by Luis Ortega (commit 2b3c4d5). Restore it, or let the notes of a gate say why.
gates: [{ stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }]
`,
      },
      {
        title: 'A criterion is gone, and a baseline is worse since the gate that says why',
        history: [
          {
            date: '2026-01-20',
            yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework, unit: "%", baseline: 9, target: 6 }, { metric: Cost per case, baseline: 21, target: 14, by: 2026-08-25 }] }
`,
          },
          {
            date: '2026-04-09',
            yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework, unit: "%", baseline: 12, target: 6 }, { metric: Cost per case, baseline: 21, target: 14, by: 2026-08-25 }] }
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework, unit: "%", baseline: 12, target: 6 }] }
#           ^^^^^^^ error: The criterion "Cost per case" (21 to 14) was dropped in the text that is not committed yet. Restore it, or let the notes of a gate say why.
#                                                            ^^ warning: The baseline of "Rework" was 9% at the start and became 12% on 2026-04-09 by Dana Whitfield (commit 2b3c4d5). Restore it, unless the notes of the gate of 2026-04-08 say why.
gates: [{ stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true, notes: Rework was counted anew with the returns. }]
`,
      },
      {
        title:
          'A year instead of two months, two numbers that are worse by a fifth, less of the work with the same numbers, and one stop less',
        history: [
          {
            date: '2026-01-20',
            yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Typed orders, baseline: 80, target: 30 }, { metric: Handling time, unit: h, baseline: 14.5, target: 9, within: 60 days }], stop: [Typed orders are above 75 at the second gate, The desk slows down] }
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Typed orders of one line, baseline: 80, target: 30 }, { metric: Handling time, unit: h, baseline: 17.4, target: 10.8, within: 12 months }], stop: [The desk slows down] }
#                               ^^^^^^^^^^^^^^^^^^^^^^^^ warning: The criterion "Typed orders" became "Typed orders of one line" with the same numbers in the text that is not committed yet. Restore it, or let the notes of a gate say why.
#                                                                                                                                 ^^^^ error
#                                                                                                                                               ^^^^ error
#                                                                                                                                                             ^^^^^^^^^ warning: The deadline of "Handling time" was 60 days at the start and became 12 months in the text that is not committed yet. Restore it, or let the notes of a gate say why.
#                                                                                                                                                                           ^^^^ warning: What was to stop the pilot, "Typed orders are above 75 at the second gate", was dropped in the text that is not committed yet. Restore it, or let the notes of a gate say why.
`,
      },
      {
        title: 'The notes of the gate were there before, and are about something else',
        history: [
          {
            date: '2026-03-20',
            yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework, unit: "%", baseline: 9, target: 4 }] }
gates: [{ stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true, notes: Two price rules were wrong. }]
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework, unit: "%", baseline: 9, target: 7 }] }
#                                                                       ^ error: The target of "Rework" was 4% at the start and became 7% in the text that is not committed yet. Restore it, or let the notes of a gate say why.
gates: [{ stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true, notes: Two price rules were wrong. }]
`,
        today: '2026-04-10',
      },
    ],
    good: [
      {
        title: 'Another name and another unit for the same numbers',
        history: [
          {
            date: '2026-01-20',
            yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework, baseline: 9, target: 6 }, { metric: Handling time, unit: h, baseline: 1.5, target: 0.5 }] }
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Share of rework, baseline: 9, target: 6 }, { metric: Handling time, unit: min, baseline: 90, target: 30 }] }
`,
      },
      {
        title: 'Corrected before the start, stricter after it',
        history: [
          {
            date: '2026-01-12',
            yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework, baseline: 9, target: 4 }], stop: [It costs too much] }
`,
          },
          {
            date: '2026-01-20',
            yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework, baseline: 9, target: 6 }], stop: [It costs too much, The line slows down] }
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework, baseline: 9, target: 5 }], stop: [It costs over 9000 EUR or slows the line] }
`,
      },
    ],
  },

  *check(pilot, { history, today }) {
    const course = courseOfCriteria(history, pilot, today)
    for (const easing of course ? easingsOf(course, pilot) : []) {
      const { at, bar, what, since, step, was, is, fix } = easing
      const gate = gateOn(easing, pilot)
      // One extension with a reason is an answer, and one without is not yet another goal. What was to stop the pilot may be over.
      if (gate && (bar === 'deadline' || bar === 'condition')) continue
      const way = gate ? `unless the notes of the gate of ${gate.held.value}` : 'or let the notes of a gate'
      yield {
        at,
        message: `${what} ${attribution(step, course?.started)}${since}. Restore it, ${way} say why.`,
        ...(gate || bar === 'deadline' || easing.mayBeSame ? { severity: 'warning' } : {}),
        fixes: fix ? [fix] : [],
        past: pastChange(step, was, is),
      }
    }
  },
}
