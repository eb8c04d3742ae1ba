import assert from 'node:assert/strict'
import { applyFix } from '../../server/src/engine/fix.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { analysisOf, complete } from '../support/check.ts'

describe('a fix brings no finding that was not there', () => {
  const operator = '{ name: Luis Ortega, accountability: Accuracy is one of his goals for 2026. }'
  const criterion =
    '{ metric: Forecast accuracy, unit: "%", baseline: 73, target: 82, within: 60 days, source: erp, readings: [{ date: 2026-05-20, value: 75 }] }'

  it('for a share of use, late in the rollout', () => {
    const yaml = `stage: rollout\nrollout: { start: 2026-03-09 }\ncriteria:\n  success:\n    - ${criterion}\n`
    assert.equal(brings('criteria/no-usage-measure', 'criteria/no-readings', yaml), false)
  })

  it('for a first group that had a gate', () => {
    const gate =
      '{ stage: rollout, due: 2026-05-04, held: 2026-05-04, decision: diagnose, by: Dana Whitfield, adoptersUsing: 2, metricsMoving: true }'
    const yaml = `stage: rollout\ngates:\n  - ${gate}\n`
    assert.equal(brings('rollout/early-adopters', 'stage/impossible-dates', yaml), false)
  })

  it('for an audit that came late', () => {
    const yaml = `stage: data\ntimeline: { start: 2026-04-06, productionBy: 2026-09-07 }\nowners: { operator: ${operator} }\ncriteria:\n  success:\n    - ${criterion}\ndata: { sources: [{ system: erp }] }\n`
    assert.equal(brings('data/audit-missing', 'stage/unrealistic', yaml), false)
  })

  it('for a value that is still to be written', () => {
    assert.equal(
      brings('value/missing', 'value/below-cost', 'stage: data\ncost: { software: 420000 }\n'),
      false,
    )
  })
})

/** Without the one that speaks for all where most blocks are missing. */
const many = rules.filter(({ id }) => id !== 'file/incomplete')

/** Whether the first fix of one rule makes another one speak that was silent. */
function brings(rule: string, other: string, yaml: string): boolean {
  const text = complete(yaml)
  const { findings } = analysisOf(text, { rules: many })
  const fix = findings.find((each) => each.rule === rule)?.fixes[0]
  assert.ok(fix, `${rule} has a fix`)
  const isOther = (each: { readonly rule: string }): boolean => each.rule === other
  assert.equal(findings.some(isOther), false, `${other} is silent before`)
  return analysisOf(applyFix(text, fix), { rules: many }).findings.some(isOther)
}
