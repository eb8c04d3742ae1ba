import assert from 'node:assert/strict'
import { closingOf } from '../../server/src/engine/pilot/closing.ts'
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
