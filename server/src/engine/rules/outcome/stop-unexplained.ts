import { isAbsent, isUnlistedAt } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { listing } from '../../text/listing.ts'
import { hole, type TemplateBlock } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const outcomeStopUnexplained: Rule = {
  id: 'outcome/stop-unexplained',
  from: { stopped: 'warning' },
  docs: {
    summary: 'A stopped pilot says why, and what was learned.',
    why: 'A deliberate stop with its lessons is a good outcome: it frees the money and spares the next team the same path. A stop in silence teaches nothing, and its use case returns two years later under another name.',
    remedy: 'Give the reason in numbers, and what the next pilot should know.',
    sources: [{ claim: 'K38', says: 'A pilot ended on purpose, with reason and lessons, ended well.' }],
    bad: [
      {
        title: 'Gone without a word',
        yaml: `stage: stopped
outcome: { decision: stop, date: 2026-05-29, by: Dana Whitfield }
#                    ^^^^ warning: The pilot was stopped without a reason and without anything learned. Write them down.
`,
      },
      {
        title: 'A reason, but no lesson',
        yaml: `stage: stopped
outcome:
  decision: stop
#           ^^^^ warning: The pilot was stopped without anything learned. Write it down.
  because: Only 8 of 22 sensors deliver data.
  learned: []
`,
      },
    ],
    good: [
      {
        title: 'Stopped well',
        yaml: `stage: stopped
outcome:
  decision: stop
  date: 2026-05-29
  because: Only 8 of 22 sensors deliver data, and new ones cost three times a year of value.
  learned: [Ask for a week of raw data before the budget]
`,
      },
      {
        title: '"Not yet" is an answer, too',
        yaml: `stage: stopped
outcome:
  decision: stop
  because: The ERP is replaced next year.
  learned: [Half of the order lines have no customer]
  revisit: { when: The new ERP runs, by: 2027-09-01 }
`,
      },
    ],
  },

  *check({ outcome }) {
    const decision = outcome?.decision
    if (!outcome || decision?.value !== 'stop') return
    const value: TemplateBlock = {
      ...(isAbsent(outcome, 'because') ? { because: hole('the numbers that decided it') } : {}),
      ...(isUnlistedAt(outcome, 'learned') ? { learned: [hole('what the next pilot should know')] } : {}),
    }
    const missing = Object.keys(value).map((key) =>
      key === 'because' ? 'without a reason' : 'without anything learned',
    )
    if (missing.length === 0) return
    const changes = Object.entries(value).map(([key, template]) => insertAt(outcome, [key], template))
    yield {
      at: decision.span,
      message: `The pilot was stopped ${listing(missing)}. Write ${missing.length === 1 ? 'it' : 'them'} down.`,
      fixes: [{ title: 'Insert what is missing', safe: false, changes }],
    }
  },
}
