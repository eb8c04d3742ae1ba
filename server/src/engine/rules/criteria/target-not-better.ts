import { isAbsent } from '../../pilot/located.ts'
import { named, withUnit } from '../../pilot/metrics.ts'
import type { Criterion } from '../../pilot/model.generated.ts'
import { criteriaOf } from '../../pilot/progress.ts'
import type { Rule } from '../rule.ts'

export const criteriaTargetNotBetter: Rule = {
  id: 'criteria/target-not-better',
  from: { criteria: 'error' },
  docs: {
    summary: 'The target of a criterion is better than its baseline.',
    why: 'A target no better than today is met before the pilot starts, or asks for a worse result. Either way its gate proves nothing.',
    remedy: 'Correct the number or its direction: `better: lower` for what should decrease.',
    sources: [{ claim: 'R61', says: 'The target lies on the better side of the baseline.' }],
    suppress: 'The number only has to hold while another one improves, and everyone agreed to that.',
    bad: [
      {
        title: 'The wrong side',
        yaml: `stage: criteria
criteria:
  success:
    - metric: Processing time per invoice
      unit: min
      better: lower
      baseline: 9
      target: 11
#             ^^ error: "Processing time per invoice" should get lower, and its target of 11 min is above the baseline of 9 min. Correct the target or the direction.
`,
      },
      {
        title: 'No change',
        yaml: `stage: data
criteria:
  success:
    - { metric: Days to close, unit: days, baseline: 8.2, target: 8.2 }
#                                                                 ^^^ error: "Days to close" has a target of 8.2 days, which is the baseline. Set a target that is better than today.
`,
      },
      {
        title: 'A cost that rises, though nobody wrote which direction is better',
        yaml: `stage: criteria
criteria:
  success:
    - { metric: Cost per return, unit: EUR, baseline: 4.2, target: 4.9 }
#                                                                  ^^^ error: "Cost per return" should get lower, and its target of 4.9 EUR is above the baseline of 4.2 EUR. Correct the target or the direction.
`,
      },
    ],
    good: [
      {
        title: 'A cost that is saved',
        yaml: `criteria:
  success:
    - { metric: Cost per return saved, unit: EUR, baseline: 0, target: 0.7 }
    - { metric: Cost recovery, unit: "%", baseline: 61, target: 80 }
    - { metric: Time with the patient, unit: min, baseline: 9, target: 14 }
`,
      },
      {
        title: 'Lower is better',
        yaml: `criteria:
  success:
    - { metric: Days to close, unit: days, better: lower, baseline: 8.2, target: 3 }
`,
      },
      {
        title: 'A loss that gets smaller',
        yaml: `criteria:
  success:
    - { metric: Return on the investment, unit: "%", better: higher, baseline: -100, target: -20 }
`,
      },
      {
        title: 'Nobody said which direction is better',
        yaml: `criteria:
  success:
    - { metric: Days to close, unit: days, baseline: 3, target: 8.2 }
`,
      },
    ],
  },

  *check(pilot) {
    for (const criterion of criteriaOf(pilot)) {
      const { baseline, target } = criterion
      const problem = baseline && target && problemOf(criterion, baseline.value, target.value)
      if (!problem) continue
      yield {
        at: target.span,
        message: `${named(criterion)} ${problem}`,
        related: [{ message: 'This is the baseline.', span: baseline.span }],
      }
    }
  },
}

/** What nobody wants more of, whatever else is said of it. In doubt its direction is not known. */
function shouldFall(criterion: Criterion): boolean {
  const metric = criterion.metric?.value ?? ''
  return isAbsent(criterion, 'better') && FALLS.test(metric) && !GAINED.test(metric)
}

const FALLS =
  /^(?:average |mean |total )?(?:costs? per |kosten (?:je|pro|per) |coûts? par |costes? por |cost[oi] per |(?:processing|handling|waiting|turnaround|resolution) time\b|(?:bearbeitungs|warte|durchlauf)zeit|error rate|fehlerquote)/iu
const GAINED = /save|avoid|free|spart|vermieden|évité|ahorr|evita|risparm|bespa|reduc|\bcut|fall|drop/iu

function problemOf(criterion: Criterion, baseline: number, target: number): string | undefined {
  const goal = withUnit(target, criterion)
  if (target === baseline) {
    return `has a target of ${goal}, which is the baseline. Set a target that is better than today.`
  }
  const side = target > baseline ? 'above' : 'below'
  const better = criterion.better?.value ?? (shouldFall(criterion) ? 'lower' : undefined)
  if (!better || (better === 'higher') === (side === 'above')) return undefined
  return `should get ${better}, and its target of ${goal} is ${side} the baseline of ${withUnit(baseline, criterion)}. Correct the target or the direction.`
}
