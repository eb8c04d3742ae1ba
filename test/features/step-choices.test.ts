import assert from 'node:assert/strict'
import { stepChoices } from '../../server/src/features/step-choices.ts'
import { analysisOf } from '../support/check.ts'

describe('what somebody chooses from who takes a step', () => {
  it('are the criteria by their places, each with its newest reading, also where one has no name', () => {
    const yaml = `criteria:
  success:
    - { target: 3 }
    - metric: "Ho\\u202eurs"
      unit: h
      readings: [{ date: 2026-05-04, value: 9 }, { date: 2026-04-06, value: 8 }]
`
    assert.deepEqual(stepChoices(analysisOf(yaml), 'demand').criteria, [
      { criterion: 0, metric: '1', unit: undefined, target: 3, newest: undefined },
      {
        criterion: 1,
        metric: 'Ho\\u{202e}urs',
        unit: 'h',
        target: undefined,
        newest: { date: '2026-05-04', value: 9 },
      },
    ])
  })

  it('are the gates without a decision, and those of the stages that no gate let it leave, the latest first', () => {
    const yaml = `stage: rollout
gates:
  - { stage: criteria, held: 2026-02-02, decision: hold }
  - { stage: data, due: 2026-03-02 }
  - { due: 2026-06-08 }
`
    const { title, next, gates } = stepChoices(analysisOf(yaml), 'demand')
    assert.deepEqual([title, next], ['demand', 'adoption'])
    assert.deepEqual(
      gates.map(({ gate, stage, due, isOverdue }) => [gate, stage, due, isOverdue]),
      [
        [1, 'data', '2026-03-02', true],
        [2, 'rollout', '2026-06-08', false],
        [undefined, 'ownership', undefined, false],
        [undefined, 'criteria', undefined, false],
      ],
    )
    const [, rollout] = gates
    assert.equal(rollout?.asksEvidence, true)
    assert.deepEqual(rollout?.decisions[0]?.word, 'expand')
  })
})
