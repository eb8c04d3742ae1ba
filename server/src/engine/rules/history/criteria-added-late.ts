import { attribution, courseOf, pastChange } from '../../history/course.ts'
import { criteriaInText, criteriaTracks } from '../../history/criteria.ts'
import type { Step } from '../../history/history.ts'
import { gateOn } from '../../history/spoken-of.ts'
import { daysBetween, inWords } from '../../pilot/dates.ts'
import type { Located } from '../../pilot/located.ts'
import { isSample } from '../../pilot/progress.ts'
import { listing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

export const historyCriteriaAddedLate: Rule = {
  id: 'history/criteria-added-late',
  from: { criteria: 'warning' },
  needs: ['history'],
  docs: {
    summary: 'Every success criterion was committed before the pilot started.',
    why: 'A metric that is chosen while the pilot runs is chosen with the results in sight. Pilots whose metrics are set beforehand succeed three times as often.',
    remedy:
      'Judge the pilot by the criteria that it started with. If a new one is needed, let a gate agree on it, and write in its notes why.',
    sources: [
      { claim: 'M19', says: 'Metrics are defined before the pilot, not during it and not after it.' },
      {
        claim: 'M18',
        says: 'Pilots with quantitative metrics set before the launch succeed three times as often.',
      },
    ],
    suppress: 'The criterion was agreed before the start, and the file was late.',
    bad: [
      {
        title: 'Cost appears in the sixth week',
        history: [
          {
            date: '2026-01-20',
            yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework, baseline: 9, target: 6 }] }
`,
          },
          {
            date: '2026-03-16',
            yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework, baseline: 9, target: 6 }, { metric: Cost per case, baseline: 21, target: 14 }] }
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework, baseline: 9, target: 6 }, { metric: Cost per case, baseline: 21, target: 14 }] }
#                                                                           ^^^^^^^^^^^^^ warning: "Cost per case" became a criterion on 2026-03-16 by Dana Whitfield (commit 2b3c4d5), 6 weeks after the start. Judge the pilot by the criteria that it started with, or let the notes of a gate say why.
`,
      },
      {
        title: 'All of them come after the start, in one commit',
        history: [
          { date: '2026-01-20', yaml: 'timeline: { start: 2026-02-02 }' },
          {
            date: '2026-02-12',
            yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework }, { metric: Cost per case }] }
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework }, { metric: Cost per case }] }
#                               ^^^^^^ warning
`,
      },
      {
        title: 'The notes of the gate were there before, and are about something else',
        history: [
          {
            date: '2026-04-09',
            yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework }] }
gates: [{ stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: expand, by: Dana Whitfield, notes: Two price rules were wrong. }]
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework }, { metric: Cost per case }] }
#                                                   ^^^^^^^^^^^^^ warning
gates: [{ stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: expand, by: Dana Whitfield, notes: Two price rules were wrong. }]
`,
        today: '2026-04-10',
      },
    ],
    good: [
      {
        title: 'A repository that begins after the start of the pilot',
        history: [
          {
            date: '2026-03-02',
            yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework, baseline: 9, target: 6 }] }
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework, baseline: 9, target: 6 }] }
`,
      },
      {
        title: 'A new name for the same numbers, and a gate that agreed on a second criterion',
        history: [
          {
            date: '2026-01-20',
            yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Rework, baseline: 9, target: 6 }] }
`,
          },
          {
            date: '2026-04-09',
            yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Share of rework, baseline: 9, target: 6 }, { metric: Cost per case }] }
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
criteria: { success: [{ metric: Share of rework, baseline: 9, target: 6 }, { metric: Cost per case }] }
gates: [{ stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: diagnose, by: Dana Whitfield, notes: Rework falls and the cost does not. We measure both from now on. }]
`,
      },
    ],
  },

  *check(pilot, { history, today }) {
    const course = courseOf(history, pilot, today)
    if (!course) return
    const [inText, added] = [criteriaInText(course, pilot), new Map<Step, Located<string>[]>()]
    for (const track of criteriaTracks(course)) {
      const criterion = inText(track)
      const metric = criterion && !isSample(criterion) && criterion.metric
      if (!track.added || track.dropped || !metric) continue
      const together = added.get(track.added)
      if (together) together.push(metric)
      else added.set(track.added, [metric])
    }
    for (const [step, metrics] of added) {
      const [first, ...others] = metrics
      const names = metrics.map(({ value }) => value)
      if (!first || gateOn({ step, names }, pilot)) continue
      const what = others.length === 0 ? 'became a criterion' : 'became criteria'
      const late = inWords(daysBetween(course.started, step.date))
      yield {
        at: first.span,
        message: `${listing(names.map((name) => `"${name}"`))} ${what} ${attribution(step)}, ${late} after the start. Judge the pilot by the criteria that it started with, or let the notes of a gate say why.`,
        related: others.map(({ value, span }) => ({ message: `"${value}" came with it.`, span })),
        past: pastChange(step, undefined, names.join(', ')),
      }
    }
  },
}
