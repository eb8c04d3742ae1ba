import { isAbsentAt } from '../../pilot/located.ts'
import { leaverOf } from '../../pilot/owners.ts'
import { vacancyIn } from '../../pilot/vacancy.ts'
import { itTemplate, nameOwner, replaceOwner } from '../../templates/owners.ts'
import type { Rule } from '../rule.ts'

export const ownersItMissing: Rule = {
  id: 'owners/it-missing',
  from: { criteria: 'info', data: 'warning', rollout: 'error' },
  needs: ['today'],
  owed: true,
  docs: {
    summary: 'Someone in IT is a partner of the pilot.',
    why: 'Integration, security review and data handling take weeks that IT has to plan. A pilot that IT hears of at the end waits in a queue.',
    remedy: 'Name the person in IT who is involved from the first day.',
    sources: [
      { claim: 'K14', says: 'IT has to be fully involved.' },
      { claim: 'K26', says: 'IT takes part from the first day.' },
    ],
    bad: [
      {
        title: 'A rollout without IT',
        yaml: `stage: rollout
owners:
#^^^^^ error: Nobody in IT is named. Name the person who plans integration, security review and data handling with you.
  operator: { name: Luis Ortega }
`,
      },
      {
        title: 'A date without a name',
        yaml: `stage: criteria
owners:
  it: { since: 2026-01-12 }
# ^^ info
`,
      },
      {
        title: 'A blank in place of the name',
        yaml: `stage: data
owners:
  it: { name: nobody yet, since: 2026-01-12 }
#             ^^^^^^^^^^ warning: "nobody yet" plans nothing. Name the person in IT who plans integration, security review and data handling with you.
`,
      },
      {
        title: 'The person in IT has left',
        yaml: `stage: data
owners:
  it: { name: Sam Cole, since: 2026-01-12, until: 2026-05-31 }
#                                                 ^^^^^^^^^^ warning: Sam Cole was the IT partner until 2026-05-31, and nobody follows. Name the person in IT who takes part now.
`,
      },
    ],
    good: [
      {
        title: 'A person in IT',
        yaml: `owners:
  it: { name: Sam Cole, since: 2026-01-12 }
`,
      },
      {
        title: 'A team in IT',
        yaml: `owners:
  it: { team: it-integration }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const left = leaverOf(pilot, 'it', today)
    if (left)
      yield {
        at: left.until.span,
        message: `${left.name} was the IT partner until ${left.until.value}, and nobody follows. Name the person in IT who takes part now.`,
        fixes: [replaceOwner(pilot, 'it', itTemplate(pilot, today))],
      }
    const vacancy = vacancyIn(pilot.owners?.it)
    if (vacancy) {
      const message = `"${vacancy.value}" plans nothing. Name the person in IT who plans integration, security review and data handling with you.`
      yield { at: vacancy.span, message }
    }
    if (!isAbsentAt(pilot, 'owners', 'it', 'name') || !isAbsentAt(pilot, 'owners', 'it', 'team')) return
    yield {
      at: (pilot.owners?.it ?? pilot.owners ?? pilot).keySpan,
      message:
        'Nobody in IT is named. Name the person who plans integration, security review and data handling with you.',
      fixes: [
        {
          title: 'Insert an IT partner',
          safe: false,
          changes: [nameOwner(pilot, 'it', itTemplate(pilot, today))],
        },
      ],
    }
  },
}
