import { criteriaMislabelled } from '../../server/src/engine/rules/criteria/mislabelled.ts'
import { criteriaNoReadings } from '../../server/src/engine/rules/criteria/no-readings.ts'
import { criteriaNoTarget } from '../../server/src/engine/rules/criteria/no-target.ts'
import { criteriaUndefined } from '../../server/src/engine/rules/criteria/undefined.ts'
import { kpisUndefined } from '../../server/src/engine/rules/kpis/undefined.ts'
import { scopeTooWide } from '../../server/src/engine/rules/scope/too-wide.ts'
import { checkFix } from '../support/check.ts'

describe('fixes of criteria, KPIs and scope', () => {
  it('insert a common criterion in the currency of the file, with all that its block lacks', () => {
    const before = 'stage: ownership\ncurrency: EUR\ncriteria:\n  stop: [The line runs slower]\n'
    const after = `stage: ownership
currency: EUR
criteria:
  agreed: 2026-06-01 # TODO yours
  success:
    - metric: Cost per case
      kind: business
      unit: EUR
      better: lower
      baseline: 21 # TODO yours
      target: 14 # TODO yours
      within: 60 days # TODO yours
      source: TODO system or report that the number is read from
  go: [TODO what must be true to go to production]
  stop: [The line runs slower]
`
    checkFix(criteriaUndefined, before, after, { title: 'Insert a criterion: cost per case' })
  })

  it('give a share a target that stays below perfection', () => {
    const before =
      'criteria:\n  success:\n    - metric: Use\n      unit: "%"\n      better: higher\n      baseline: 90\n'
    checkFix(criteriaNoTarget, before, `${before}      target: 95 # TODO yours\n`)
  })

  it('call the last business criterion technical only beside another one', () => {
    const success = (kind: string): string => `criteria:
  success:
    - metric: Model accuracy
      kind: ${kind}
`
    const result = `    - metric: TODO result that the business pays for
      kind: business
      unit: TODO unit
      better: lower
      baseline: 10 # TODO yours
      target: 6 # TODO yours
      within: 60 days # TODO yours
      source: TODO system or report that the number is read from
`
    checkFix(criteriaMislabelled, success('business'), success('technical') + result, {
      title: 'Set the kind to technical, and insert a business criterion',
    })
  })

  it('repeat the newest reading for today', () => {
    const before = `rollout: { start: 2026-03-09 }
criteria:
  success:
    - metric: Cost per claim
      readings:
        - { date: 2026-04-06, value: 19.2 }
`
    const after = `${before}        - date: 2026-06-01 # TODO yours
          value: 19.2 # TODO yours
`
    checkFix(criteriaNoReadings, before, after)
  })

  it('let the first KPI continue the first business criterion', () => {
    const before = `criteria:
  success:
    - { metric: Model accuracy, kind: technical }
    - { metric: Cost per claim, kind: business }
`
    const after = `${before}kpis:
  horizon: 12 months # TODO yours
  measures:
    - name: TODO result of the business as it is reported each month
      kind: business
      unit: TODO unit
      better: higher
      target: 80 # TODO yours
      owner: TODO who answers for the number
      from: Cost per claim # TODO yours
    - name: TODO what has to work every day
      kind: operational
      unit: "%"
      better: higher
      target: 98 # TODO yours
      owner: TODO who answers for the number
  failureModes: [TODO a way in which it can go wrong in production]
`
    checkFix(kpisUndefined, before, after)
  })

  it('move the features of the lowest impact, wherever they stand', () => {
    const feature = (name: string, impact: number, phase: string): string =>
      `    - { name: ${name}, impact: ${impact}${phase} }\n`
    const rest = ['B', 'C', 'D', 'E'].map((name) => feature(name, 9, ', phase: 1')).join('')
    const head = 'scope:\n  features:\n'
    const before =
      head + feature('A', 2, ', phase: 1') + rest + feature('F', 1, '') + feature('G', 8, ', phase: 1')
    const after =
      head +
      feature('A', 2, ', phase: 2') +
      rest +
      feature('F', 1, ', phase: 2') +
      feature('G', 8, ', phase: 1')
    checkFix(scopeTooWide, before, after)
  })
})
