import { isAbsent } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { sample } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const scopeUnranked: Rule = {
  id: 'scope/unranked',
  from: { criteria: 'info', data: 'warning' },
  docs: {
    summary: 'Every feature has an impact in money, so that the list can be cut.',
    why: 'Without a number every feature is as important as the next, so all are started and none is finished. Three features usually bring four fifths of the value.',
    remedy: 'Estimate what each feature is worth per month, in money, and put the highest first.',
    sources: [
      { claim: 'R14', says: 'Features are ranked by money or hours.' },
      { claim: 'R81', says: 'Three features deliver 80 % of the value.' },
    ],
    bad: [
      {
        title: 'A list of wishes',
        yaml: `stage: data
scope:
  features:
# ^^^^^^^^ warning: 2 features have no impact: "Weekly forecast", "Safety stock". Say what each is worth in a month, so that the list can be cut.
    - { name: Weekly forecast, phase: 1 }
    - { name: Safety stock, phase: 1 }
    - { name: Promotion uplift, impact: 2500, phase: 2 }
`,
      },
      {
        title: 'One has no number',
        yaml: `stage: criteria
scope:
  features:
    - { name: Weekly forecast, impact: 14000 }
    - name: Safety stock
#     ^^^^^^^^^^^^^^^^^^ info: "Safety stock" has no impact. Say what it is worth in a month, so that the list can be cut.
      phase: 2
`,
      },
    ],
    good: [
      {
        title: 'All are ranked',
        yaml: `scope:
  features:
    - { name: Weekly forecast, impact: 14000, phase: 1 }
    - { name: Safety stock, impact: 5000, phase: 1 }
`,
      },
      {
        title: 'Zero is a rank, too',
        yaml: `scope:
  features: [{ name: Dark mode, impact: 0, phase: 3 }]
`,
      },
    ],
  },

  *check({ scope }) {
    const features = scope?.features
    const missing = features?.items.filter((feature) => isAbsent(feature, 'impact')) ?? []
    const [first] = missing
    if (!features || !first) return
    const names = missing.slice(0, 3).map(({ name }) => `"${name?.value ?? '?'}"`)
    const alone = missing.length === 1
    yield {
      at: alone ? first.keySpan : features.keySpan,
      message: alone
        ? `${names[0]} has no impact. Say what it is worth in a month, so that the list can be cut.`
        : `${missing.length} features have no impact: ${names.join(', ')}${missing.length > 3 ? ' and more' : ''}. Say what each is worth in a month, so that the list can be cut.`,
      fixes: [
        {
          title: alone ? 'Insert its impact' : 'Insert their impact',
          safe: false,
          changes: missing.map((into) => insertAt(into, ['impact'], sample(1000))),
        },
      ],
    }
  },
}
