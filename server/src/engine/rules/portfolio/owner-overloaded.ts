import { groupBy } from '../../group-by.ts'
import { byImportance, MOST_RELATED, nameOf } from '../../portfolio/portfolio.ts'
import { shortListing } from '../../text/listing.ts'
import type { PortfolioRule } from '../rule.ts'

export const portfolioOwnerOverloaded: PortfolioRule = {
  id: 'portfolio/owner-overloaded',
  from: { criteria: 'warning' },
  needs: ['portfolio'],
  options: { most: 3, error: 5 },
  docs: {
    summary: 'Nobody operates more than three active pilots.',
    why: 'Every group has other priorities, so a pilot moves only as long as its operator drives it. With four pilots each of them is the one that waits, and nobody drives any of them.',
    remedy:
      'Hand over the pilot that comes last to someone of its team, or stop it. It is reported once, on that pilot: the one with the highest rank number or none, and among these the newest.',
    options: {
      most: 'Active pilots that one person may operate.',
      error: 'Active pilots of one person from which it is an error.',
    },
    except: 'error for as many pilots as the option error says, or more',
    sources: [
      {
        claim: 'N32',
        says: 'Every group has other priorities and nobody drives: one person with seven pilots, for example.',
      },
    ],
    suppress:
      'Two people have one name. Each written with the initial of a second name, they are told apart everywhere.',
    bad: [
      {
        title: 'Four, under two ways to write the name',
        yaml: 'priority: { rank: 1 }\nowners: { operator: { name: Luis Ortega } }\n',
        others: {
          'claims-triage': 'priority: { rank: 2 }\nowners: { operator: { name: L. Ortega } }\n',
          'invoice-matching': 'priority: { rank: 3 }\nowners: { operator: { name: Luis Ortega } }\n',
          'order-desk': `owners: { operator: { name: "Ortega, Luis" } }
#                           ^^^^^^^^^^^^^^ warning: Ortega, Luis operates 4 active pilots: this one, "demand-forecast", "claims-triage" and "invoice-matching". Hand this one over, or stop it.
`,
        },
      },
      {
        title: 'Five',
        yaml: 'priority: { rank: 1 }\nowners: { operator: { name: Ana Ruiz } }\n',
        others: {
          a: 'priority: { rank: 2 }\nowners: { operator: { name: Ana Ruiz } }\n',
          b: 'priority: { rank: 3 }\nowners: { operator: { name: Ana Ruiz } }\n',
          c: 'priority: { rank: 4 }\nowners: { operator: { name: Ana Ruiz } }\n',
          d: 'priority: { rank: 5 }\nowners: { operator: { name: Dr. Ana Ruiz } }\n#                           ^^^^^^^^^^^^ error\n',
        },
      },
    ],
    good: [
      {
        title: 'Two people fit the initial, so it is neither',
        yaml: 'owners: { operator: { name: L. Ortega }, sponsor: { name: Lena Ortega } }\n',
        others: {
          'claims-triage': 'owners: { operator: { name: Luis Ortega } }\n',
          'invoice-matching': 'owners: { operator: { name: Luis Ortega } }\n',
          'order-desk': 'owners: { operator: { name: Luis Ortega } }\n',
        },
      },
      {
        title: 'Two people of one name, each with the initial of a second one',
        yaml: 'owners: { operator: { name: Anna K. Müller } }\n',
        others: {
          'claims-triage': 'owners: { operator: { name: Anna K. Müller } }\n',
          'invoice-matching': 'owners: { operator: { name: Anna M. Müller } }\n',
          'order-desk': 'owners: { operator: { name: Anna M. Müller } }\n',
        },
      },
      {
        title: 'Three, and a fourth that has ended',
        yaml: 'owners: { operator: { name: Luis Ortega } }\n',
        others: {
          'claims-triage': 'owners: { operator: { name: Luis Ortega } }\n',
          'invoice-matching': 'owners: { operator: { name: Luis Ortega } }\n',
          'order-desk': 'stage: production\nowners: { operator: { name: Luis Ortega } }\n',
        },
      },
    ],
  },

  *check({ inTime, operator }, { option, isOn }) {
    const active = inTime().filter(({ facts }) => facts.active)
    const operators = groupBy(active, ({ facts }) => facts.operatorKey && operator(facts.operatorKey))
    for (const pilots of operators.values()) {
      const ranked = byImportance(pilots)
      const last = ranked.findLast(isOn)
      if (!last || pilots.length <= option('most')) continue
      const others = ranked.filter((member) => member !== last)
      const names = ['this one', ...others.map((member) => `"${nameOf(member)}"`)]
      yield {
        file: last.file,
        at: 'operator',
        message: `${last.facts.operator} operates ${pilots.length} active pilots: ${shortListing(names, 5)}. Hand this one over, or stop it.`,
        ...(pilots.length >= option('error') ? { severity: 'error' } : {}),
        related: others.slice(0, MOST_RELATED).map((member) => {
          const message = `Operates "${nameOf(member)}" as ${member.facts.operator}.`
          return { file: member.file, at: 'operator', message }
        }),
      }
    }
  },
}
