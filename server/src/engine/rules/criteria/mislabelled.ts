import type { Change } from '../../finding.ts'
import { isTechnical } from '../../pilot/metrics.ts'
import type { Criterion, Pilot } from '../../pilot/model.generated.ts'
import { criteriaOf } from '../../pilot/progress.ts'
import { appendAt } from '../../templates/changes.ts'
import { openCriterion } from '../../templates/criterion.ts'
import { metricKind } from '../../words/metrics.ts'
import type { Rule } from '../rule.ts'

export const criteriaMislabelled: Rule = {
  id: 'criteria/mislabelled',
  from: { criteria: 'info' },
  docs: {
    summary: 'The kind of a criterion fits its metric.',
    why: 'A technical number labelled business hides that no business result is measured; the gap shows when someone asks what production would be paid for.',
    remedy: 'Give the criterion the kind that its metric has, and add a business criterion if none is left.',
    sources: [
      { claim: 'M74', says: 'Model accuracy and uptime are metrics of the technology.' },
      { claim: 'C5', says: 'Technical metrics are right beside business ones, and wrong in place of them.' },
    ],
    suppress: 'The metric sounds technical but is a result in your business.',
    bad: [
      {
        title: 'A model score labelled business',
        yaml: `stage: criteria
criteria:
  success:
    - metric: Model accuracy
      kind: business
#           ^^^^^^^^ info: "Model accuracy" measures the technology, and its kind is business. Set it to technical, and keep one criterion that is a result.
    - { metric: Returns for leaking seals, kind: business }
`,
      },
      {
        title: 'Money labelled technical',
        yaml: `stage: data
criteria:
  success:
    - { metric: Cost per claim, kind: technical }
#                                     ^^^^^^^^^ info
`,
      },
      {
        title: 'The only criterion',
        yaml: `stage: rollout
criteria:
  success:
    - { metric: Uptime of the service, kind: business }
#                                            ^^^^^^^^ info
`,
      },
    ],
    good: [
      {
        title: 'Business metrics that sound technical',
        yaml: `criteria:
  success:
    - { metric: Forecast accuracy per SKU, kind: business }
    - { metric: Processing time per invoice, kind: business }
    - { metric: Resolution time of a ticket, kind: business }
    - { metric: Availability of parts at the line, kind: business }
    - { metric: Coding accuracy of discharge letters, kind: business }
`,
      },
      {
        title: 'A cost caused by the system',
        yaml: `criteria:
  success:
    - { metric: Cost per inference, kind: technical }
    - { metric: Latency of the proposal, kind: technical }
`,
      },
      {
        title: 'No kind given',
        yaml: `criteria:
  success:
    - { metric: Model accuracy }
`,
      },
    ],
  },

  *check(pilot) {
    for (const criterion of criteriaOf(pilot)) {
      const { metric, kind } = criterion
      const meant = metric && metricKind(metric.value)
      if (!kind || !meant || meant === kind.value) continue
      const measures = meant === 'technical' ? 'the technology' : 'the business'
      const rest = meant === 'technical' ? ', and keep one criterion that is a result' : ''
      const set: Change = { do: 'replace', span: kind.span, text: meant }
      const more = meant === 'technical' && isLastResult(criterion, pilot)
      yield {
        at: kind.span,
        message: `"${metric.value}" measures ${measures}, and its kind is ${kind.value}. Set it to ${meant}${rest}.`,
        fixes: [
          {
            title: `Set the kind to ${meant}${more ? ', and insert a business criterion' : ''}`,
            safe: false,
            changes: more ? [set, appendAt(pilot, ['criteria', 'success'], openCriterion)] : [set],
          },
        ],
      }
    }
  },
}

/** Whether no other criterion is a result: without one, a right kind would leave the pilot with nothing to be paid for. */
function isLastResult(criterion: Criterion, pilot: Pilot): boolean {
  return criteriaOf(pilot).every((each) => each === criterion || isTechnical(each))
}
