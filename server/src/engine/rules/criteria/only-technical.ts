import { hasUnread } from '../../pilot/located.ts'
import { isTechnical } from '../../pilot/metrics.ts'
import { criteriaOf } from '../../pilot/progress.ts'
import { appendAt } from '../../templates/changes.ts'
import { commonCriterion, openCriterion } from '../../templates/criterion.ts'
import type { Rule } from '../rule.ts'

export const criteriaOnlyTechnical: Rule = {
  id: 'criteria/only-technical',
  from: { criteria: 'error' },
  wrong: true,
  docs: {
    summary: 'At least one criterion is a business result.',
    why: 'Accuracy, latency and uptime say that the system works, not that anyone is better off. A pilot judged by them alone gets better and better and gives nobody a reason to pay for production.',
    remedy:
      'Add a result that the business pays for: cost per case, time per case, errors, savings. The technical numbers may stay.',
    sources: [
      { claim: 'M73', says: 'Good metrics are tied to business outcomes.' },
      { claim: 'M74', says: 'Model accuracy and uptime are metrics of the technology.' },
      { claim: 'R54', says: 'Outcomes are what to measure, not accuracy.' },
      {
        claim: 'R55',
        says: 'The usual wrong ones are model accuracy, processing speed, uptime and user satisfaction.',
      },
    ],
    suppress:
      'The system itself is the product, and its users are engineers who pay for exactly this number.',
    bad: [
      {
        title: 'By the kind that the author gave',
        yaml: `stage: criteria
criteria:
  success:
# ^^^^^^^ error: Every criterion is technical: "Seal detection accuracy", "Inference latency". Add a result of the business, such as cost, time or errors.
    - { metric: Seal detection accuracy, kind: technical, baseline: 91, target: 98 }
    - { metric: Inference latency, kind: technical, baseline: 140, target: 60 }
`,
      },
      {
        title: 'By its words',
        yaml: `stage: data
criteria:
  success:
# ^^^^^^^ error: Every criterion is technical: "F1 score of the extraction", "User satisfaction", "Uptime of the service" and 1 more. Add a result of the business, such as cost, time or errors.
    - { metric: F1 score of the extraction, baseline: 71, target: 90 }
    - { metric: User satisfaction, baseline: 3.1, target: 4 }
    - { metric: Uptime of the service, unit: "%", baseline: 97, target: 99 }
    - { metric: Inference latency, unit: ms, baseline: 140, target: 60 }
`,
      },
    ],
    good: [
      {
        title: 'Technical numbers beside a business one',
        yaml: `criteria:
  success:
    - { metric: Recall of missing papers, kind: technical, baseline: 0, target: 88 }
    - { metric: Reminders per application, baseline: 2.6, target: 0.8 }
`,
      },
      {
        title: 'The accuracy of a forecast that orders are based on',
        yaml: `criteria:
  success:
    - { metric: Forecast accuracy per depot and part, unit: "%", baseline: 58, target: 71 }
`,
      },
      {
        title: 'The time of a case is not the speed of the system',
        yaml: `criteria:
  success:
    - { metric: Processing time of a permit application, unit: days, baseline: 43, target: 12 }
`,
      },
      {
        title: 'A machine that keeps running is a result',
        yaml: `criteria:
  success:
    - { metric: Uptime of packaging line 3, unit: "%", baseline: 81, target: 88 }
`,
      },
      {
        title: 'Words about a model, but the work of people',
        yaml: `criteria:
  success:
    - { metric: Availability of nurses in the night shift, unit: "%", baseline: 88, target: 95 }
    - { metric: Payroll accuracy, unit: "%", baseline: 96.1, target: 99 }
    - { metric: Patient recall rate, unit: "%", baseline: 41, target: 60 }
`,
      },
    ],
  },

  *check(pilot, { currency }) {
    const success = pilot.criteria?.success
    const criteria = criteriaOf(pilot)
    if (!success || criteria.length === 0 || !criteria.every(isTechnical)) return
    if (hasUnread(success, 'metric', 'kind')) return
    const metrics = criteria.map(({ metric }) => `"${metric?.value ?? '?'}"`).slice(0, 3)
    const more = criteria.length > 3 ? ` and ${criteria.length - 3} more` : ''
    const money = pilot.currency?.value ?? currency
    const choices = [
      { title: 'Insert a business criterion', value: openCriterion },
      { title: 'Insert a business criterion: cost per case', value: commonCriterion('cost per case', money) },
      {
        title: 'Insert a business criterion: processing time',
        value: commonCriterion('processing time', money),
      },
    ]
    yield {
      at: success.keySpan,
      message: `Every criterion is technical: ${metrics.join(', ')}${more}. Add a result of the business, such as cost, time or errors.`,
      fixes: choices.map(({ title, value }) => {
        return {
          title,
          safe: false,
          changes: [appendAt(pilot, ['criteria', 'success'], value)],
        }
      }),
    }
  },
}
