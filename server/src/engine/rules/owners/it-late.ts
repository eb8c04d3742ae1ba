import { daysBetween, inWords } from '../../pilot/dates.ts'
import { nameOr } from '../../words/people.ts'
import type { Rule } from '../rule.ts'

export const ownersItLate: Rule = {
  id: 'owners/it-late',
  from: { data: 'warning' },
  docs: {
    summary: 'IT is involved from the start of the pilot.',
    why: 'Whatever IT learns late it has to review late: access, security and integration then stand between a good result and production.',
    remedy:
      'Bring in IT before the next start. In this pilot, plan the security review and the integration with IT now.',
    sources: [{ claim: 'K26', says: 'IT takes part from the first day.' }],
    bad: [
      {
        title: 'Ten weeks after the start',
        yaml: `timeline: { start: 2026-02-02 }
owners:
  it: { name: Sam Cole, since: 2026-04-13 }
#                              ^^^^^^^^^^ warning: Sam Cole joined on 2026-04-13, 2 months after the pilot started. Plan security review and integration with IT now.
`,
      },
      {
        title: 'A day after the start',
        yaml: `stage: data
timeline: { start: 2026-02-02 }
owners:
  it:
    team: it-integration
    since: 2026-02-03
#          ^^^^^^^^^^ warning: it-integration joined on 2026-02-03, 1 day after the pilot started. Plan security review and integration with IT now.
`,
      },
    ],
    good: [
      {
        title: 'From the first day',
        yaml: `timeline: { start: 2026-02-02 }
owners:
  it: { name: Sam Cole, since: 2026-02-02 }
`,
      },
      {
        title: 'A start that is not set yet',
        yaml: `stage: data
owners:
  it: { name: Sam Cole, since: 2026-04-13 }
`,
      },
    ],
  },

  *check({ owners, timeline }) {
    const { name, team, since } = owners?.it ?? {}
    const start = timeline?.start
    if (!since || !start || since.value <= start.value) return
    const late = inWords(daysBetween(start.value, since.value))
    const who = nameOr((name ?? team)?.value ?? 'IT', 'The IT partner')
    yield {
      at: since.span,
      message: `${who} joined on ${since.value}, ${late} after the pilot started. Plan security review and integration with IT now.`,
      related: [{ message: `The pilot starts on ${start.value}.`, span: start.span }],
    }
  },
}
