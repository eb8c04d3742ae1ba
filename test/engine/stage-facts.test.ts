import assert from 'node:assert/strict'
import { lowerPilot } from '../../server/src/engine/pilot/lower.ts'
import type { Pilot } from '../../server/src/engine/pilot/model.generated.ts'
import { outputsOf } from '../../server/src/engine/pilot/outputs.ts'
import { openQuestions } from '../../server/src/engine/pilot/questions.ts'
import { readinessOf } from '../../server/src/engine/pilot/readiness.ts'
import {
  adopterCount,
  isLowUse,
  isWholeSmallTeam,
  teamSize,
  volumeOf,
} from '../../server/src/engine/pilot/rollout.ts'
import { plainName } from '../../server/src/engine/text/plain-name.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'

describe('the readiness', () => {
  it('has no gap where a value is of the wrong kind', () => {
    const { level, gaps } = readinessOf(
      pilot(`owners: { operator: { name: Luis Ortega, accountability: 2026 } }
criteria: { success: [{ metric: Accuracy, baseline: 73%, target: "82,5", within: 60 }] }
data:
  sources: [{ system: erp, quality: curated, issues: [{ what: Duplicates, done: 13.02.2026 }] }]
  audit: { completed: 20.02.2026 }
`),
    )
    assert.deepEqual([level, gaps], ['high', []])
  })

  it('is less where the operator is two people, who are named', () => {
    const { gaps } = readinessOf(pilot('owners: { operator: { name: A. Roy & L. Kim } }\n'))
    assert.ok(gaps.includes('the operator is more than one person'))
  })

  it('has one for each thing that is not written', () => {
    const { level, gaps } = readinessOf(
      pilot(`owners: { operator: { name: } }
criteria: { success: [{ metric: Accuracy, baseline: 73, target: 82, by: }] }
data: { audit: { completed: } }
`),
    )
    assert.deepEqual(
      [level, gaps],
      [
        'low',
        [
          'the data is not audited',
          'no person is named as operator',
          '"Accuracy" lacks a baseline, a target or a deadline',
        ],
      ],
    )
  })
})

describe('outputs of the stages', () => {
  it('name what is missing', () => {
    const missing = outputsOf(pilot('stage: criteria\n')).map(({ stage, missing }) => [stage, missing.length])
    assert.deepEqual(missing, [
      ['criteria', 1],
      ['ownership', 1],
      ['data', 2],
      ['rollout', 2],
      ['adoption', 6],
      ['production', 1],
      ['stopped', 3],
    ])
  })

  it('lack nothing that stands in a value of the wrong kind', () => {
    const text = 'owners: someone\ndata: { audit: soon }\nadoption: later\nkpis: later\noutcome: none\n'
    const says = outputsOf(pilot(text)).flatMap(({ missing }) => missing)
    assert.deepEqual(
      says.filter((each) => /operator|audited|adoption|KPI|reason|learned/.test(each)),
      [],
    )
  })

  it('exist when nothing is missing', () => {
    const [criteria, ownership, data, rollout] = outputsOf(
      pilot(`stage: adoption
owners: { operator: { name: Luis Ortega, accountability: Accuracy is one of his goals for 2026. } }
criteria: { success: [{ metric: Accuracy, baseline: 73, target: 82, within: 60 days }] }
data:
  sources: [{ system: erp, issues: [{ what: Duplicates, done: 2026-02-13 }] }]
  audit: { completed: 2026-02-20 }
integration: { systems: [{ system: erp, status: scoped }] }
rollout: { start: 2026-03-09 }
gates:
  - { stage: rollout, held: 2026-05-08, decision: expand }
  - { stage: rollout, held: 2026-04-08, decision: diagnose }
`),
    )
    assert.deepEqual(
      [criteria, ownership, data, rollout].map((output) => output?.missing),
      [[], [], [], []],
    )
  })

  it('do not exist while the last rollout gate says no', () => {
    const rollout = outputsOf(
      pilot(`rollout: { start: 2026-03-09 }
gates:
  - { stage: rollout, held: 2026-04-08, decision: expand }
  - { stage: rollout, held: 2026-05-08, decision: hold }
`),
    )[3]
    assert.deepEqual(rollout?.missing, ['the last rollout gate, of 2026-05-08, did not decide to expand'])
  })
})

describe('facts of the rollout', () => {
  it('count names and numbers', () => {
    assert.equal(adopterCount(pilot('rollout: { earlyAdopters: [Ana, Tom, Wei] }\n')), 3)
    assert.equal(adopterCount(pilot('rollout: { earlyAdopters: 4 }\n')), 4)
    assert.equal(adopterCount(pilot('rollout: {}\n')), undefined)
  })

  const teams: readonly (readonly [string, number | undefined])[] = [
    ['All 12 planners order from the forecast.', 12],
    ['All five agents of the desk route their tickets.', 5],
    ['Both clerks work from the list.', 2],
    ['All of the 7 buyers use it.', 7],
    ['All planners order from it.', undefined],
    ['Deployed to 12 servers.', undefined],
    ['All 3,200 agents answer from the draft.', 3200],
    ['All of our 1 200 clerks work with it.', 1200],
    ['All 12 ward nurses of both sites open the list first.', 12],
    ['All 12 planners at our 8 plants order from it.', 12],
    ['All 12 wards triage with it on every shift.', undefined],
    ['Nurses on all three shifts open the list first.', undefined],
    ['All 8 assembly lines inspect with it.', undefined],
    ['Both plants inspect every casting with it.', undefined],
    ['Nurses use it all 24 hours.', undefined],
    ['All 2.5 positions work with it.', undefined],
  ]
  for (const [means, size] of teams) {
    it(`take ${size ?? 'no number'} from "${means}"`, () =>
      assert.equal(teamSize(pilot(`production: { means: "${means}" }\n`)), size))
  }

  it('know a whole small team, and not a large one', () => {
    const text = (size: number): string =>
      `rollout: { earlyAdopters: ${size} }\nproduction: { means: All ${size} agents use it. }\n`
    assert.equal(isWholeSmallTeam(pilot(text(5))), true)
    assert.equal(isWholeSmallTeam(pilot(text(6))), false)
  })

  it('call fewer than half low, and half not', () => {
    const four = pilot('rollout: { earlyAdopters: 4 }\n')
    assert.deepEqual(
      [1, 2, 4].map((using) => isLowUse(four, using)),
      [true, false, false],
    )
    assert.deepEqual(
      [0, 1].map((using) => isLowUse(pilot('rollout: {}\n'), using)),
      [true, false],
    )
  })

  it('read a share', () => assert.equal(volumeOf(pilot('rollout: { volume: 12.5% }\n'))?.value, 12.5))
})

describe('names of systems', () => {
  it('are the same in another spelling', () => {
    assert.equal(plainName('NetSuite ERP'), plainName('netsuite-erp'))
    assert.notEqual(plainName('erp'), plainName('erp-replica'))
  })
})

describe('closing questions', () => {
  const open = (text: string): readonly string[] =>
    openQuestions(pilot(text), '2026-06-01').map(({ question }) => question)

  it('are all open in an empty file', () => assert.equal(open('stage: adoption\n').length, 3))

  it('are answered by an empty list, a horizon with a measure, and a name', () => {
    const answers = `conditions: []
kpis: { horizon: 12 months, measures: [{ name: Cost }] }
owners: { delivery: { name: Priya Nair } }
`
    assert.deepEqual(open(answers), [])
  })

  it('stay open while a condition is undecided', () => {
    const text = `conditions: [{ kind: staffing, what: A trainer, decision: undecided }]
kpis: { horizon: 12 months, measures: [{ name: Cost }] }
owners: { delivery: { name: Priya Nair } }
`
    assert.deepEqual(open(text), ['which conditions stay'])
  })

  it('leave what is of the wrong kind to the schema', () => {
    assert.deepEqual(open('conditions: none\nkpis: later\nowners: { delivery: someone }\n'), [])
    const lists = 'conditions: [[a]]\nkpis: { horizon: 12 months, measures: [[a]] }\n'
    assert.deepEqual(open(`${lists}owners: { delivery: someone }\n`), [])
  })
})

function pilot(text: string): Pilot {
  return lowerPilot(parse(text))
}
