import { hasUnread } from '../../pilot/located.ts'
import { measureUse } from '../../pilot/metrics.ts'
import { criteriaOf, isSample } from '../../pilot/progress.ts'
import { appendAt } from '../../templates/changes.ts'
import { commonCriterion } from '../../templates/criterion.ts'
import type { Rule } from '../rule.ts'

export const criteriaNoUsageMeasure: Rule = {
  id: 'criteria/no-usage-measure',
  from: { rollout: 'warning' },
  docs: {
    summary: 'A criterion or a KPI measures how many people use the result.',
    why: 'Production is what people do, not what is deployed. Of 49 seats with the tool installed about 7 were in use; on average 22 % of people use what they are given, in the best firms 81 %.',
    remedy: 'Count the people who work with it every week, as a share of those who should.',
    sources: [
      { claim: 'M16', says: 'The share of people or cases that use it makes a good success criterion.' },
      { claim: 'M52', says: 'Production is reached by behaviour, not by technology.' },
      { claim: 'M03', says: 'The tool is installed on 49 seats and used on about 7.' },
      { claim: 'R04', says: 'The average company reaches 22 % of the users, the best 81 %.' },
    ],
    suppress: 'Nobody works with it: it runs between two systems.',
    bad: [
      {
        title: 'Results, but not whether anyone uses it',
        yaml: `stage: rollout
criteria:
  success:
# ^^^^^^^ warning: No criterion and no KPI measures how many people use it. Add the share of people who work with it every week.
    - { metric: Cost per claim, unit: USD, baseline: 21, target: 14 }
kpis:
  measures: [{ name: Cost per claim each quarter }]
`,
      },
      {
        title: 'How far off it is, but not who works with it',
        yaml: `stage: rollout
criteria:
  success:
# ^^^^^^^ warning
    - { metric: Orders with a deviation from the forecast, unit: "%", baseline: 31, target: 12 }
    - { metric: Days from draft to signature, unit: days, baseline: 9, target: 4 }
`,
      },
      {
        title: 'Fuel and medicine are used as well',
        yaml: `stage: adoption
criteria:
  success:
# ^^^^^^^ warning
    - { metric: Fuel use per trip, unit: liters, baseline: 31, target: 27 }
    - { metric: Antibiotic use on the ward, unit: doses, baseline: 310, target: 240 }
`,
      },
    ],
    good: [
      {
        title: 'A share of use',
        yaml: `criteria:
  success:
    - { metric: Cost per claim, unit: USD, baseline: 21, target: 14 }
    - { metric: Share of use by handlers, unit: "%", baseline: 0, target: 75 }
`,
      },
      {
        title: 'Among the KPIs',
        yaml: `criteria:
  success:
    - { metric: Cost per claim, unit: USD, baseline: 21, target: 14 }
kpis:
  measures: [{ name: Weekly active users, target: 40 }]
`,
      },
      {
        title: 'In other words',
        yaml: `criteria:
  success:
    - { metric: Inspectors who work from the ranked list, unit: "%", baseline: 0, target: 80 }
`,
      },
      {
        title: 'What people do with the result, in its own words',
        yaml: `criteria:
  success:
    - { metric: Part des commandes passées avec la prévision, unit: "%", baseline: 0, target: 70 }
`,
      },
      {
        title: 'What people do with the tool, by its name',
        yaml: `criteria:
  success:
    - { metric: Claims settled with Claimly, unit: "%", baseline: 0, target: 60 }
vendor: { name: Claimly Ltd }
`,
      },
      {
        title: 'By what they did with it',
        yaml: `criteria:
  success:
    - { metric: Share of orders released from the proposal, unit: "%", baseline: 0, target: 60 }
`,
      },
    ],
  },

  *check(pilot, { currency }) {
    const success = pilot.criteria?.success
    const criteria = criteriaOf(pilot)
    // Nobody knows what one that is still a template will measure.
    if (!success || criteria.length === 0 || criteria.some(isSample)) return
    if (hasUnread(success, 'metric') || hasUnread(pilot.kpis?.measures, 'name')) return
    const measures = pilot.kpis?.measures?.items ?? []
    const names = [...criteria.map(({ metric }) => metric), ...measures.map(({ name }) => name)]
    const known = names.flatMap((name) => (name ? [name.value] : []))
    if (measureUse(known, pilot)) return
    const value = commonCriterion('share of use', pilot.currency?.value ?? currency)
    yield {
      at: success.keySpan,
      message:
        'No criterion and no KPI measures how many people use it. Add the share of people who work with it every week.',
      fixes: [
        {
          title: 'Insert a criterion: share of use',
          safe: false,
          changes: [appendAt(pilot, ['criteria', 'success'], value)],
        },
      ],
    }
  },
}
