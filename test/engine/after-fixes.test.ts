import assert from 'node:assert/strict'
import type { Analysis } from '../../server/src/engine/analyze.ts'
import { editsOf } from '../../server/src/engine/fix.ts'
import { addDays } from '../../server/src/engine/pilot/dates.ts'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { analyzeExample } from '../../server/src/engine/rules/example-files.ts'
import { isSound } from '../../server/src/engine/sound-edit.ts'
import { analysisOf, applyFix, complete, TODAY } from '../support/check.ts'

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

  it('for criteria, of which nobody has agreed on anything yet', () => {
    const yaml =
      'stage: rollout\ntimeline: { start: 2026-02-02, productionBy: 2026-03-02 }\nvendor: { tool: Seer, selected: 2026-01-12 }\n'
    for (const other of [
      'agreed-late',
      'after-technology',
      'no-money',
      'no-usage-measure',
      'deadline-passed',
    ])
      assert.equal(brings('criteria/undefined', `criteria/${other}`, yaml), false, other)
  })

  it('for a day of an operator, and of the start, that a template wrote', () => {
    const yaml = 'stage: rollout\ntimeline: { start: 2026-02-02 }\n'
    assert.equal(brings('owners/operator-missing', 'owners/operator-named-late', yaml), false)
    const it = 'stage: data\nowners: { it: { name: Sam Cole, since: 2026-07-01 } }\n'
    assert.equal(brings('stage/no-window', 'owners/it-late', it), false)
  })

  it('for a source that nobody has named', () => {
    const late = 'stage: rollout\nrollout: { start: 2026-03-09 }\n'
    for (const other of ['data/audit-late', 'data/audit-incomplete', 'integration/data-mismatch'])
      assert.equal(brings('data/sources-missing', other, late), false, other)
    assert.equal(brings('data/sources-missing', 'data/audit-missing', 'stage: data\n'), false)
  })

  it('for a gate that was held late', () => {
    const gates =
      '[{ stage: rollout, due: 2026-03-09, held: 2026-03-09, decision: hold }, { stage: rollout, due: 2026-04-08 }]'
    const yaml = `stage: rollout\ngates: ${gates}\nnext: { what: Next gate, by: 2026-04-08 }\n`
    for (const other of ['gates/interval', 'next/overdue'])
      assert.equal(brings('gates/overdue', other, yaml), false, other)
  })

  it('for a gate of an earlier stage that is held off: another one is planned', () => {
    const yaml = 'stage: data\ngates: [{ stage: data, due: 2026-05-04 }]\n'
    assert.equal(brings('gates/overdue', 'gates/none', yaml), false)
  })

  it('for a block whose next question is asked once it is there', () => {
    assert.equal(brings('compliance/unassessed', 'compliance/no-audit-trail', 'stage: data\n'), false)
    const data = 'stage: data\ndata: { audit: { completed: 2026-05-04 } }\n'
    assert.equal(brings('data/sources-missing', 'data/no-decision-points', data), false)
    const cost = 'stage: data\ncost: {}\n'
    assert.equal(brings('cost/no-production-budget', 'cost/lines-missing', cost), false)
    const running = 'stage: adoption\nrollout: { start: 2025-12-01 }\n'
    const governance = 'governance: { phase: crawl }\n'
    for (const other of ['governance/walk-incomplete', 'governance/run-incomplete']) {
      assert.equal(brings('governance/missing', other, running), false, other)
      assert.equal(brings('governance/phase-behind', other, running + governance), false, other)
    }
  })

  it('for an audit trail of a pilot that has not begun', () => {
    const yaml = 'stage: data\ntimeline: { start: 2026-07-06 }\ncompliance: { affectsPeople: false }\n'
    assert.equal(brings('compliance/no-audit-trail', 'stage/impossible-dates', yaml), false)
  })

  it('for a production date that is put off, however long ago the start is', () => {
    const ready = `owners: { operator: ${operator} }\ncriteria:\n  success:\n    - ${criterion}\n`
    const weeksTo = { high: 13, medium: 18 }
    for (const level of ['high', 'medium'] as const)
      for (let weeks = weeksTo[level] + 1; weeks < 50; weeks++) {
        const start = addDays(TODAY, -7 * weeks)
        const audit = level === 'high' ? `data: { audit: { completed: ${start} } }\n` : ''
        const dates = `{ start: ${start}, productionBy: ${addDays(start, 7 * weeksTo[level])} }`
        const yaml = `stage: data\ntimeline: ${dates}\n${ready}${audit}`
        assert.equal(brings('stage/past-production', 'stage/unrealistic', yaml), false, yaml)
      }
  })

  it('for a value that is still to be written', () => {
    assert.equal(
      brings('value/missing', 'value/below-cost', 'stage: data\ncost: { software: 420000 }\n'),
      false,
    )
  })
})

describe('a day that a template wrote', () => {
  const told = (yaml: string): readonly string[] =>
    analysisOf(complete(yaml), { rules: many }).findings.flatMap(({ rule, severity, message }) =>
      ['file/placeholder', 'criteria/agreed-late', 'gates/overdue', 'stage/past-end'].includes(rule)
        ? [`${severity} ${rule}: ${message.split('.')[0]}`]
        : [],
    )
  const late = 'timeline: { start: 2026-02-02, end: 2026-09-25 }\ncriteria:\n  agreed: 2026-03-02'

  it('is asked for as gravely as what follows from it, of which nothing is said until somebody calls it theirs', () => {
    const success = '\n  success: [{ metric: Cost per case }]\n'
    assert.deepEqual(told(`${late} # TODO yours${success}`), [
      'error file/placeholder: "agreed" still has 2026-03-02 from a template',
    ])
    assert.deepEqual(told(`${late}${success}`), [
      'error criteria/agreed-late: The criteria were agreed on 2026-03-02, 4 weeks after the start on 2026-02-02',
    ])
  })

  it('passes as any other', () => {
    const yaml = 'timeline:\n  start: 2025-12-01\n  end: 2026-05-01 # TODO yours\n'
    assert.match(told(yaml).join(), /^error stage\/past-end/)
  })
})

describe('a fix that lets an error be seen which another finding stood in front of', () => {
  it('is offered', () => {
    areSound(complete('stage: adoption\n'), ['gates/none', 'stage/gate-missing'])
  })

  it('leaves the decision to scale to a person', () => {
    const text = complete('stage: rollout\ntimeline: { start: 2026-02-02, end: 2026-05-15 }\n')
    const fix = analysisOf(text, { rules: many }).findings.find(({ rule }) => rule === 'stage/past-end')
      ?.fixes[0]
    assert.match(fix ? applyFix(text, fix) : '', /\n {2}decision: scale # TODO yours\n/)
  })

  it('is offered for an outcome though nothing was measured', () => {
    const criterion =
      '{ metric: Cost per case, unit: USD, better: lower, baseline: 31, target: 22, within: 60 days }'
    areSound(complete(`stage: production\ncriteria:\n  success:\n    - ${criterion}\n`), ['outcome/missing'])
  })
})

function areSound(text: string, rulesWithFix: readonly string[]): void {
  const file = { name: 'demand-forecast.pilot.yaml', text, added: 0 }
  // As it is in an editor: compared with other pilots, of which there are none.
  const analyse = (text: string): Analysis => {
    const all = analyzeExample({ title: '', yaml: '' }, { rules: many, portfolioRules }, [{ ...file, text }])
    return all.get(file.name) ?? assert.fail()
  }
  const before = analyse(text)
  for (const rule of rulesWithFix) {
    const found = before.findings.find((each) => each.rule === rule)
    const [fix] = found?.fixes ?? []
    assert.ok(found && fix, rule)
    assert.ok(isSound(before, [found], editsOf(text, fix), analyse), rule)
  }
}

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
