import { attribution, pastChange } from '../../history/course.ts'
import { type Slip, slipsOf } from '../../history/deadlines.ts'
import type { Step } from '../../history/history.ts'
import { DECISION_DAYS, gatesNear } from '../../history/spoken-of.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { isActive } from '../../pilot/stages.ts'
import type { Report, Rule } from '../rule.ts'

export const historyDeadlineSlipped: Rule = {
  id: 'history/deadline-slipped',
  from: { criteria: 'error' },
  needs: ['history'],
  docs: {
    summary: 'A promised date is moved once at most, and a gate decides it.',
    why: 'Without a decision there is always another month to collect data. The first extension has a reason; with the second nobody believes the date any more, and the pilot has none.',
    remedy:
      'Decide now whether the pilot scales or stops. If it needs more time once, hold a gate that says why, and how long.',
    except: 'warning for a date that moved once',
    sources: [
      {
        claim: 'M17',
        says: 'One extension with a reason is healthy; two of them, or one that nobody decided, are a sign of purgatory.',
      },
    ],
    bad: [
      {
        title: 'Twice',
        history: [
          { date: '2026-01-20', yaml: 'timeline: { start: 2026-02-02, end: 2026-05-29 }' },
          { date: '2026-05-20', yaml: 'timeline: { start: 2026-02-02, end: 2026-06-26 }' },
          {
            date: '2026-05-30',
            author: 'Luis Ortega',
            yaml: 'timeline: { start: 2026-02-02, end: 2026-08-28 }',
          },
        ],
        yaml: `timeline: { start: 2026-02-02, end: 2026-08-28 }
#                                   ^^^^^^^^^^ error: The end moved later twice, from 2026-05-29 to 2026-08-28, last on 2026-05-30 by Luis Ortega (commit 3c4d5e6). Decide now: scale it, stop it, or let a gate set one last date.
`,
      },
      {
        title: 'Once, and no gate decided it',
        history: [
          {
            date: '2026-01-20',
            yaml: `timeline: { start: 2026-02-02, end: 2026-05-29, productionBy: 2026-06-26 }
gates: [{ stage: rollout, due: 2026-05-08 }]
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02, end: 2026-07-31, productionBy: 2026-08-28 }
#                                   ^^^^^^^^^^ warning: The end moved from 2026-05-29 to 2026-07-31 in the text that is not committed yet, and no gate decided it. Hold a gate that says why, or keep the first date.
gates: [{ stage: rollout, due: 2026-05-08 }]
`,
      },
    ],
    good: [
      {
        title: 'One extension that a gate decided',
        history: [
          { date: '2026-01-20', yaml: 'timeline: { start: 2026-02-02, end: 2026-05-29 }' },
          { date: '2026-05-11', yaml: 'timeline: { start: 2026-02-02, end: 2026-06-26 }' },
        ],
        yaml: `timeline: { start: 2026-02-02, end: 2026-06-26 }
gates: [{ stage: rollout, due: 2026-05-08, held: 2026-05-08, decision: diagnose, by: Dana Whitfield, notes: The replica is four weeks late. }]
`,
      },
      {
        title: 'Planned anew before the start, and a gate put off over a holiday',
        history: [
          { date: '2026-01-05', yaml: 'timeline: { start: 2026-02-02, end: 2026-05-29 }' },
          { date: '2026-01-12', yaml: 'timeline: { start: 2026-02-16, end: 2026-06-12 }' },
          {
            date: '2026-01-20',
            yaml: `timeline: { start: 2026-03-02, end: 2026-06-26 }
gates: [{ stage: rollout, due: 2026-05-22 }]
`,
          },
        ],
        yaml: `timeline: { start: 2026-03-02, end: 2026-06-26 }
gates: [{ stage: rollout, due: 2026-05-28 }]
`,
        today: '2026-05-20',
      },
    ],
  },

  *check(pilot, { history, today }) {
    if (!history || !isActive(pilot)) return
    const reported: Slip[] = []
    const slips = slipsOf(history, pilot, today)
    for (const slip of slips.toSorted((a, b) => b.moves.length - a.moves.length)) {
      // One decision moves several dates: it is told once.
      if (reported.some(({ moves }) => slip.moves.every((move) => moves.includes(move)))) continue
      reported.push(slip)
      yield* report(slip, pilot)
    }
  },
}

function report(slip: Slip, pilot: Pilot): readonly Report[] {
  const { what, first, now, to, moves, last } = slip
  const shared = { at: now.span, past: pastChange(last, first, to) }
  const by = `${attribution(last)}${to === now.value ? '' : `, and is ${now.value} now`}`
  if (moves.length === 1) {
    if (isDecided(last, pilot)) return []
    const message = `${what} moved from ${first} to ${to} ${by}, and no gate decided it. Hold a gate that says why, or keep the first date.`
    return [{ ...shared, severity: 'warning', message }]
  }
  const count = moves.length === 2 ? 'twice' : `${moves.length} times`
  const message = `${what} moved later ${count}, from ${first} to ${to}, last ${by}. Decide now: scale it, stop it, or let a gate set one last date.`
  return [{ ...shared, message }]
}

function isDecided(step: Step, pilot: Pilot): boolean {
  return gatesNear(step, pilot, DECISION_DAYS).some(({ decision }) => decision)
}
