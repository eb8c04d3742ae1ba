import { isAbsent } from '../../pilot/located.ts'
import { isActive } from '../../pilot/stages.ts'
import { timelineChanges } from '../../templates/timeline.ts'
import { listing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

export const stageNoWindow: Rule = {
  id: 'stage/no-window',
  about: 'timeline',
  from: { criteria: 'warning', data: 'error' },
  docs: {
    summary: 'A pilot has a start and an end.',
    why: 'What has no end cannot be late, so nobody has to decide. The pilot then runs until the people or the budget are gone.',
    remedy: 'Record the date on which it starts and the date on which it is decided.',
    sources: [{ claim: 'K04', says: 'A pilot has a defined period.' }],
    bad: [
      {
        title: 'A start and no end',
        yaml: `stage: data
timeline:
#^^^^^^^ error: The pilot has no end. Give it a decision date.
  start: 2026-02-02
`,
      },
      {
        title: 'No dates at all',
        yaml: `stage: criteria
#^^^^ warning: The pilot has no start, no end and no production date. Give it a timeline.
`,
      },
      {
        title: 'Nobody knows when it starts',
        yaml: `stage: criteria
timeline: { end: 2026-12-18, productionBy: 2026-12-18 }
#^^^^^^^ warning: The pilot has no start. Write down when it starts.
`,
      },
      {
        title: 'The end is the day of the start',
        yaml: `stage: data
timeline: { start: 2026-02-02, end: 2026-02-02 }
#                                   ^^^^^^^^^^ error
`,
      },
      {
        title: 'The end lies before the start',
        yaml: `stage: data
timeline:
  start: 2026-02-02
  end: 2026-01-29
#      ^^^^^^^^^^ error: The end, 2026-01-29, is not after the start, 2026-02-02. Correct one of them.
  productionBy: 2026-06-26
`,
      },
    ],
    good: [
      {
        title: 'Sixteen weeks',
        yaml: `stage: data
timeline: { start: 2026-02-02, end: 2026-05-29, productionBy: 2026-06-26 }
`,
      },
      {
        title: 'What runs in production has no end',
        yaml: `stage: production
timeline: { start: 2026-02-02 }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    if (!isActive(pilot)) return
    const { start, end } = pilot.timeline ?? {}
    if (start && end && end.value <= start.value) {
      yield {
        at: end.span,
        message: `The end, ${end.value}, is not after the start, ${start.value}. Correct one of them.`,
        related: [{ message: 'The start.', span: start.span }],
      }
    }
    const whole = isAbsent(pilot, 'timeline')
    // Without any timeline this is the one finding about it.
    const keys = whole ? (['start', 'end', 'productionBy'] as const) : (['start', 'end'] as const)
    const missing = keys.filter((key) => isAbsent(pilot.timeline, key))
    if (missing.length === 0 || (!whole && !pilot.timeline)) return
    const lacks = listing(missing.map((key) => `no ${key === 'productionBy' ? 'production date' : key}`))
    yield {
      at: (pilot.timeline ?? pilot).keySpan,
      message: `The pilot has ${lacks}. ${advice(missing, whole)}`,
      fixes: [{ title: 'Insert the dates', safe: false, changes: timelineChanges(pilot, missing, today) }],
    }
  },
}

function advice(missing: readonly string[], whole: boolean): string {
  if (whole) return 'Give it a timeline.'
  if (missing.length > 1) return 'Write down when it starts and when it is decided.'
  return missing[0] === 'start' ? 'Write down when it starts.' : 'Give it a decision date.'
}
