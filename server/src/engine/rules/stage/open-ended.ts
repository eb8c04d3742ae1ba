import { addDays, type IsoDate } from '../../pilot/dates.ts'
import { endDecision } from '../../pilot/gates.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { openWordings } from '../../pilot/signs.ts'
import { CLOSE_DAYS, endOf, isActive } from '../../pilot/stages.ts'
import type { Rule } from '../rule.ts'

export const stageOpenEnded: Rule = {
  id: 'stage/open-ended',
  from: { criteria: 'info', close: 'error' },
  needs: ['today'],
  docs: {
    summary: 'A pilot is described by what comes next and when, not as something ongoing.',
    why: 'Words such as "ongoing" and "in evaluation" let everybody agree without anybody deciding. Past the planned end they are how a pilot hides that it has neither succeeded nor failed.',
    remedy: 'Say what will be decided, by whom and when.',
    except: 'info as long as the planned end is not near, or where there is none',
    sources: [
      { claim: 'M07', says: 'A status that stays open long past the timeline is a mark of purgatory.' },
      { claim: 'N04', says: 'Stalled work is called exploratory and said to inform strategy.' },
    ],
    suppress: 'The words describe the work that the system does, not the pilot.',
    bad: [
      {
        title: 'Past its end',
        yaml: `stage: rollout
summary: Ongoing evaluation of seal detection with the new camera rig.
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: "Ongoing" says nothing about an end. Say what is decided next, and when.
timeline: { start: 2025-09-15, end: 2026-01-09 }
`,
      },
      {
        title: 'Still early',
        yaml: `stage: criteria
next: { what: A learning journey with the planners, by: 2026-06-30 }
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info
`,
      },
      {
        title: 'Everyone uses it, and its end is more than 30 days away',
        yaml: `stage: adoption
summary: The pilot is ongoing.
#        ^^^^^^^^^^^^^^^^^^^^^ info
timeline: { start: 2026-03-02, end: 2026-07-02 }
`,
      },
    ],
    good: [
      {
        title: 'A running system needs support',
        yaml: `stage: adoption
summary: Ongoing support by planning-systems, monthly review by the operator.
`,
      },
      {
        title: 'It runs in production',
        yaml: `stage: production
summary: Ongoing evaluation of the forecasts by the planners.
`,
      },
      {
        title: 'About the work, not the pilot',
        yaml: `title: Triage of ongoing claims
summary: Validating supplier invoices against orders.
`,
      },
      {
        title: 'Denied, and quoted',
        yaml: `summary: This is not an exploratory study.
next: { what: 'Decide, after a year of "ongoing evaluation"', by: 2026-06-30 }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    if (!isActive(pilot)) return
    const due = isDue(pilot, today)
    for (const { text, words } of openWordings(pilot)) {
      yield {
        at: text.span,
        message: `"${words}" says nothing about an end. Say what is decided next, and when.`,
        ...(due ? {} : { severity: 'info' }),
      }
    }
  },
}

/** Whether the planned end is near or past and nobody has decided. From adoption on, the words alone do no harm. */
function isDue(pilot: Pilot, today: IsoDate): boolean {
  const end = endOf(pilot)?.value
  if (end === undefined || today < addDays(end, -CLOSE_DAYS)) return false
  return endDecision(pilot, end) === undefined
}
