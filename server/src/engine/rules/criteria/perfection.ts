import { isPercent, named, withUnit } from '../../pilot/metrics.ts'
import type { Criterion } from '../../pilot/model.generated.ts'
import { criteriaOf, directionOf } from '../../pilot/progress.ts'
import { boundless, errors, perfect } from '../../words/metrics.ts'
import type { Rule } from '../rule.ts'

export const criteriaPerfection: Rule = {
  id: 'criteria/perfection',
  from: { criteria: 'warning' },
  docs: {
    summary: 'The target is good enough for production, not perfect.',
    why: 'Fourteen months for the last percent bring less than eight weeks for a result that is good enough. People make errors too; a pilot that may make none never leaves the test.',
    remedy: 'Set the target where the result is worth its cost, and let people handle the rest by hand.',
    sources: [
      { claim: 'R78', says: 'Making perfection the condition keeps a pilot from production.' },
      { claim: 'R77', says: 'Fourteen months of perfecting compare with eight weeks of good enough.' },
      { claim: 'R11', says: 'Build for the standard cases, about 80 %, and leave exceptions to people.' },
    ],
    suppress: 'A law or a contract requires this number.',
    bad: [
      {
        title: 'One miss is one too many',
        yaml: `stage: rollout
criteria:
  success:
    - metric: Seal detection accuracy
      unit: "%"
      better: higher
      baseline: 91.2
      target: 99.9
#             ^^^^ warning: "Seal detection accuracy" has to reach 99.9%, which is perfection. Set the number that is good enough, and let people handle the rest.
`,
      },
      {
        title: 'Zero errors',
        yaml: `stage: criteria
criteria:
  success:
    - { metric: Wrong bookings per month, better: lower, baseline: 41, target: 0 }
#                                                                              ^ warning
`,
      },
      {
        title: 'As a share',
        yaml: `stage: criteria
criteria: { success: [{ metric: Orders read without a mistake, unit: share, better: higher, baseline: 0.92, target: 1 }] }
#                                                                                                                   ^ warning
`,
      },
      {
        title: 'In words',
        yaml: `stage: criteria
criteria:
  success:
    - metric: All cases are answered with zero errors
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'High, but not perfect',
        yaml: `criteria:
  success:
    - { metric: Seal detection accuracy, unit: "%", better: higher, baseline: 91.2, target: 99.8 }
`,
      },
      {
        title: 'Nobody gets hurt: zero is right',
        yaml: `criteria:
  success:
    - { metric: Accidents at the gate, better: lower, baseline: 3, target: 0 }
`,
      },
      {
        title: 'Service uptime is promised like this',
        yaml: `criteria:
  success:
    - { metric: Uptime of the service, kind: technical, unit: "%", better: higher, baseline: 99.2, target: 99.9 }
`,
      },
      {
        title: 'A share of all cases, and 100 of what has no upper end',
        yaml: `criteria:
  success:
    - { metric: Share of all cases resolved without a person, unit: "%", baseline: 20, target: 60 }
    - { metric: Return on the investment, unit: "%", better: higher, baseline: -100, target: 100 }
    - { metric: Cost index, unit: "%", better: lower, baseline: 130, target: 100 }
    - { metric: Orders per day, better: higher, baseline: 60, target: 100 }
    - { metric: Orders in relation to last year, unit: "%", better: higher, baseline: 100, target: 120 }
`,
      },
    ],
  },

  *check(pilot) {
    for (const criterion of criteriaOf(pilot)) {
      const { metric, target } = criterion
      const words = metric && !target && perfect.find(metric.value)
      const at = words ? metric : target
      if (!at || !(words || isPerfect(criterion))) continue
      const goal = target ? `has to reach ${withUnit(target.value, criterion)}` : `asks for "${words}"`
      yield {
        at: at.span,
        message: `${named(criterion)} ${goal}, which is perfection. Set the number that is good enough, and let people handle the rest.`,
      }
    }
  },
}

function isPerfect(criterion: Criterion): boolean {
  const { metric, target } = criterion
  if (!metric || !target || boundless.find(metric.value)) return false
  if (target.value === 0)
    return directionOf(criterion) !== 'higher' && errors.find(metric.value) !== undefined
  if (directionOf(criterion) === 'lower') return false
  const share = /^(?:share|ratio|fraction)$/i.test(criterion.unit?.value ?? '')
    ? target.value * 100
    : undefined
  const percent = share ?? (isPercent(criterion) ? target.value : 0)
  return percent >= 99.9 && percent <= 100
}
