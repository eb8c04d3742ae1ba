import assert from 'node:assert/strict'
import { closingOf } from '../../server/src/engine/pilot/closing.ts'
import { gapsOf } from '../../server/src/engine/pilot/outputs.ts'
import { analysisOf, complete, pilotOf } from '../support/check.ts'

describe('a list of which no entry is of the right kind', () => {
  for (const [rule, before, after] of [
    [
      'adoption/playbook-incomplete',
      'stage: adoption\nadoption: { playbook: a.md, reporting: b.md, edgeCases: c.md, governance: d.md, training: ',
      ' }',
    ],
    ['change/no-friction', 'stage: adoption\nchange: { plan: docs/a.md, friction: ', ' }'],
    ['gates/none', 'stage: rollout\ngates: ', ''],
    ['stage/gate-missing', 'stage: data\ngates: ', ''],
    [
      'outcome/stop-unexplained',
      'stage: stopped\noutcome: { decision: stop, because: Too late., learned: ',
      ' }',
    ],
    ['workflow/no-systems', 'stage: rollout\nworkflow: { systems: ', ' }'],
  ] as const)
    it(`is left to the schema by ${rule}`, () => {
      const said = (list: string): readonly string[] => {
        const { findings, covered } = analysisOf(complete(`${before}${list}${after}\n`))
        const all = [...findings, ...covered].map((each) => each.rule)
        return all.filter((each) => each === rule || each === 'schema/kind')
      }
      assert.deepEqual(said('[]'), [rule])
      assert.deepEqual(said('[[a]]'), ['schema/kind'])
    })

  it('is not taken for an answer in the closing review', () => {
    const answers = (list: string): readonly string[] | undefined =>
      closingOf(pilotOf(`conditions: ${list}\n`), '2026-06-01')[0]?.answers
    assert.deepEqual(answers('[]'), ['Nothing was lent to the pilot.'])
    assert.deepEqual(answers('[[a]]'), [])
  })
})

describe('a value that is no block or list where one is expected', () => {
  for (const [rule, before, absent, after = ''] of [
    [
      'owners/champion-leaving',
      'owners: { champion: { name: Ana Ruiz, until: 2026-07-01 }, delivery: ',
      '',
      ' }',
    ],
    [
      'data/audit-incomplete',
      'data: { sources: [{ system: erp }], audit: { completed: 2026-05-04, systems: ',
      '',
      ' } }',
    ],
    [
      'outcome/scale-unproven',
      'stage: production\noutcome: { decision: scale }\ncriteria: { success: [{ metric: Cost, target: 4, readings: ',
      '',
      ' }] }',
    ],
  ] as const)
    it(`is left to the schema by ${rule}`, () => {
      const isSaid = (value: string): boolean => {
        const { findings, covered } = analysisOf(complete(`${before}${value}${after}\n`))
        return [...findings, ...covered].some((each) => each.rule === rule)
      }
      assert.deepEqual([isSaid(absent), isSaid('see the plan')], [true, false])
    })
})

describe('one value of the wrong kind', () => {
  const criteria = (...all: readonly string[]): string =>
    `criteria:\n  agreed: 2026-01-20\n  success: [${all.join(', ')}]\n`
  const COST = '{ metric: Cost per claim, baseline: 21, target: 14, by: 2026-05-15 }'
  const passed = (stage: string): string =>
    `{ stage: ${stage}, due: 2026-01-20, held: 2026-01-20, decision: advance, by: Dana Whitfield }`
  const cases: readonly (readonly [rule: string, yaml: string, right: string, wrong: string])[] = [
    [
      'adoption/role-untrained',
      'stage: adoption\nworkflow: { roles: [Planner, Buyer] }\nadoption: { training: [{ role: Planner }, { role: @ }] }\n',
      'Seller',
      '[ a ]',
    ],
    [
      'criteria/no-usage-measure',
      `stage: rollout\n${criteria(COST, '{ metric: @ }')}`,
      'Errors per week',
      '{ x: 1 }',
    ],
    ['criteria/no-usage-measure', `stage: rollout\n${criteria(COST, '@')}`, '{ metric: Errors }', 'Use'],
    ['criteria/no-money', criteria('{ metric: Errors, unit: @ }'), 'errors', '[ EUR ]'],
    ['criteria/only-technical', criteria('{ metric: Uptime of the service, kind: @ }'), 'technical', 'money'],
    [
      'criteria/only-technical',
      criteria('{ metric: Uptime of the service }', '@'),
      '{ metric: Latency }',
      'Cost',
    ],
    [
      'criteria/deadline-passed',
      `stage: rollout\n${criteria(COST.replace(' }', ', readings: [{ date: 2026-05-11, value: @ }] }'))}`,
      '15',
      'about 14',
    ],
    [
      'outcome/scale-unproven',
      `stage: production\noutcome: { decision: scale, date: 2026-05-20 }\n${criteria(COST.replace(' }', ', readings: [{ date: 2026-05-01, value: 15 }, { date: @, value: 13 }] }'))}`,
      '2026-04-11',
      'May',
    ],
    [
      'data/audit-incomplete',
      'stage: rollout\ndata: { sources: [{ system: erp }, { system: crm }], audit: { completed: 2026-05-04, systems: [erp, @] } }\n',
      'hr',
      '[ crm ]',
    ],
    [
      'integration/data-mismatch',
      'stage: data\ndata: { sources: [{ system: crm }] }\nintegration: { systems: [{ system: erp }, { system: @ }] }\n',
      'hr',
      '[ crm ]',
    ],
    [
      'kpis/no-operational',
      'stage: adoption\nkpis: { measures: [{ name: Cost per claim }, @] }\n',
      '{ name: Errors }',
      'Uptime',
    ],
    [
      'kpis/unrelated',
      'stage: production\nkpis: { measures: [{ name: Cost per claim }, @] }\n',
      '{ name: Errors }',
      'Uptime',
    ],
    [
      'gates/none',
      `stage: rollout\ngates: [${passed('data')}, { stage: rollout, held: @ }]\n`,
      '',
      'next week',
    ],
    ['gates/none', `stage: rollout\ngates: [${passed('data')}, @]\n`, passed('data'), 'May 8'],
    [
      'gates/first-late',
      'stage: rollout\nrollout: { start: 2026-02-02 }\ngates: [{ stage: @, due: 2026-03-02 }, { stage: rollout, due: 2026-07-01 }]\n',
      'data',
      'pilot',
    ],
    ['stage/gate-missing', `stage: data\ngates: [${passed('criteria')}, @]\n`, passed('criteria'), 'May 8'],
  ]
  for (const [rule, yaml, right, wrong] of cases)
    it(`is one finding where ${rule} looks at it: ${wrong}`, () => {
      const said = (value: string): readonly string[] => {
        const { findings, covered } = analysisOf(complete(yaml.replace('@', value)))
        const all = [...findings, ...covered].map((each) => each.rule)
        return all.filter((each) => each === rule || each.startsWith('schema/'))
      }
      assert.deepEqual(said(right), [rule])
      const [found, ...others] = said(wrong)
      assert.match(found ?? '', /^schema\//)
      assert.deepEqual(others, [])
    })
})

describe('a day under a key that nobody knows', () => {
  const criterion = (day: string): string =>
    `criteria: { agreed: 2026-01-20, success: [{ metric: Cost per claim, baseline: 21, target: 14, ${day} }] }\n`
  const said = (yaml: string): readonly string[] => {
    const { findings, covered } = analysisOf(complete(yaml))
    const all = [...covered, ...findings].map(({ rule }) => rule)
    return all.filter((each) => /^schema\/|no-deadline|agreed-late/.test(each))
  }

  it('may be the deadline of a criterion', () => {
    assert.deepEqual(said(criterion('deadline: 2026-09-30')), ['schema/unknown-key'])
    assert.deepEqual(said(criterion('deadline: soon')), ['criteria/no-deadline', 'schema/unknown-key'])
    assert.deepEqual(said(criterion('x-checked: 2026-09-30')), ['criteria/no-deadline'])
    const gaps = (day: string): number => gapsOf(pilotOf(criterion(`${day}, source: erp`)), 'criteria').length
    assert.deepEqual([gaps('deadline: 2026-09-30'), gaps('x-checked: 2026-09-30')], [0, 1])
  })

  it('may be the day of the agreement', () => {
    const agreed = (key: string): string =>
      `stage: data\n${criterion('by: 2026-09-30').replace('agreed', key)}`
    assert.deepEqual(said(agreed('signed')), ['schema/unknown-key'])
    assert.deepEqual(said(agreed('x-signed')), ['criteria/agreed-late'])
  })
})
