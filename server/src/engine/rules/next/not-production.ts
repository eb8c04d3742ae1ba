import { nextIsAnotherPilot } from '../../pilot/signs.ts'
import type { Rule } from '../rule.ts'

export const nextNotProduction: Rule = {
  id: 'next/not-production',
  from: { data: 'warning', close: 'error' },
  docs: {
    summary: 'The next step leads to production, not to another demo, pilot, workshop or planning meeting.',
    why: "Another demo feels like progress, but nobody's work changes. A pilot whose next step is a pilot has production as a hope, not as a goal.",
    remedy:
      'Name the step that brings it closer to daily use: the next gate, more people, a larger share of the volume.',
    sources: [
      { claim: 'G17', says: 'Deployment is the explicit goal, not another demo.' },
      {
        claim: 'R79',
        says: 'What comes next is a review of the numbers, not a meeting to plan the next pilot.',
      },
    ],
    bad: [
      {
        title: 'A demo for the board',
        yaml: `stage: data
next: { what: Demo of the third camera model for the board, by: 2026-06-09 }
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: The next step is "Demo of the third camera model for the board". Name a step towards production: a gate, more people, or a larger share of the volume.
`,
      },
      {
        title: 'A workshop about phase 3, when everyone should use it',
        yaml: `stage: adoption
next:
  what: Workshop to plan phase 3 of the pilot
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error
`,
      },
    ],
    good: [
      {
        title: 'A gate, and then more of the volume',
        yaml: `next: { what: "Second 30-day gate, then 40% of the planners", by: 2026-06-08 }
`,
      },
      {
        title: 'Not a demo',
        yaml: `next: { what: "Second gate: real tickets of all sites, not another demo" }
`,
      },
      {
        title: 'The demo comes to an end',
        yaml: `next: { what: The demo environment is switched off and all depots move to production }
`,
      },
      {
        title: 'A workshop where trucks are repaired, and one where people are trained',
        yaml: `stage: adoption
next: { what: "Training workshops for the night shift, then the repair workshops go live" }
`,
      },
    ],
  },

  *check(pilot) {
    const what = pilot.next?.what
    if (!what || nextIsAnotherPilot(pilot) === undefined) return
    yield {
      at: what.span,
      message: `The next step is "${what.value}". Name a step towards production: a gate, more people, or a larger share of the volume.`,
    }
  },
}
