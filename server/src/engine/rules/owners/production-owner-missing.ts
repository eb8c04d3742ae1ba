import { isAbsentAt } from '../../pilot/located.ts'
import { vacancyIn } from '../../pilot/vacancy.ts'
import { insertAt } from '../../templates/changes.ts'
import { productionOwnerTemplate } from '../../templates/owners.ts'
import type { Rule } from '../rule.ts'

export const ownersProductionOwnerMissing: Rule = {
  id: 'owners/production-owner-missing',
  from: { data: 'warning', rollout: 'error' },
  docs: {
    summary: 'Someone, a person or a team, is named to run the result after the pilot.',
    why: 'A pilot shows that something works, not that someone operates it. When nobody is named, the pilot waits for a team that never heard of it.',
    remedy: 'Name the person or the team now, and give them a part in the pilot.',
    sources: [
      { claim: 'K11', says: 'A pilot without a production owner has no way into production.' },
      { claim: 'K12', says: 'A person or a named team can own production.' },
      { claim: 'K13', says: 'The production owner is named while the pilot runs, not after it.' },
    ],
    bad: [
      {
        title: 'Nobody runs it afterwards',
        yaml: `stage: rollout
owners:
#^^^^^ error: Nobody is named to run it after the pilot. Name the person or the team.
  operator: { name: Luis Ortega }
`,
      },
      {
        title: 'An address without a name',
        yaml: `stage: data
owners:
  production: { email: systems@example.com }
# ^^^^^^^^^^ warning
`,
      },
      {
        title: 'A team that nobody has chosen yet',
        yaml: `stage: rollout
owners:
  production: { team: to be decided after the pilot, email: systems@example.com }
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: "to be decided after the pilot" runs nothing. Name the person or the team that runs it after the pilot.
`,
      },
    ],
    good: [
      {
        title: 'A team',
        yaml: `stage: rollout
owners:
  production: { team: planning-systems }
`,
      },
      {
        title: 'A person',
        yaml: `stage: rollout
owners:
  production: { name: Jun Ito }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const vacancy = vacancyIn(pilot.owners?.production)
    if (vacancy) {
      const message = `"${vacancy.value}" runs nothing. Name the person or the team that runs it after the pilot.`
      yield { at: vacancy.span, message }
    }
    if (
      !isAbsentAt(pilot, 'owners', 'production', 'team') ||
      !isAbsentAt(pilot, 'owners', 'production', 'name')
    )
      return
    const template = productionOwnerTemplate(today)
    const change = isAbsentAt(pilot, 'owners', 'production')
      ? insertAt(pilot, ['owners', 'production'], template)
      : insertAt(pilot, ['owners', 'production', 'team'], template['team'] ?? '')
    yield {
      at: (pilot.owners?.production ?? pilot.owners ?? pilot).keySpan,
      message: 'Nobody is named to run it after the pilot. Name the person or the team.',
      fixes: [{ title: 'Insert the owner of the production', safe: false, changes: [change] }],
    }
  },
}
