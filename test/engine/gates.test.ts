import assert from 'node:assert/strict'
import { checklistFor } from '../../server/src/engine/pilot/entry.ts'
import {
  decisionSince,
  endDecision,
  gateState,
  gatesOf,
  isDueSoon,
  nextGate,
  settledGates,
} from '../../server/src/engine/pilot/gates.ts'
import { severitiesAt } from '../../server/src/engine/pilot/stages.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { analysisOf, applyFix, complete, pilotOf } from '../support/check.ts'

describe('a gate', () => {
  it('is overdue when the days of grace are over', () => {
    const [gate] = gatesOf(pilotOf('gates: [{ stage: data, due: 2026-05-10 }]\n'))
    assert.ok(gate)
    assert.equal(gateState(gate, '2026-05-13'), 'due')
    assert.equal(gateState(gate, '2026-05-14'), 'overdue')
  })

  it('is due soon from today until two weeks from now', () => {
    const days = ['2026-04-30', '2026-05-01', '2026-05-15', '2026-05-16']
    const pilot = pilotOf(`gates: [${days.map((due) => `{ due: ${due} }`).join(', ')}]\n`)
    const soon = (pilot.gates?.items ?? []).map((gate) => isDueSoon(gate, '2026-05-01'))
    assert.deepEqual(soon, [false, true, true, false])
  })

  const held = '{ stage: rollout, due: 2026-04-01, held: 2026-04-02, decision: hold }'
  for (const [due, isSettled] of [
    ['2026-04-01', true],
    ['2026-04-02', true],
    ['2026-04-03', false],
  ] as const) {
    it(`of ${due} is ${isSettled ? '' : 'not '}settled by one that was held on 2026-04-02`, () => {
      const pilot = pilotOf(`gates: [{ stage: rollout, due: ${due} }, ${held}]\n`)
      const [gate] = gatesOf(pilot)
      assert.ok(gate)
      assert.equal(settledGates(pilot).has(gate), isSettled)
      assert.equal(nextGate(pilot), isSettled ? undefined : gate)
    })
  }

  it('of another stage settles nothing', () => {
    const pilot = pilotOf(`gates: [{ stage: data, due: 2026-03-01 }, ${held}]\n`)
    assert.equal(nextGate(pilot)?.stage?.value, 'data')
  })

  it('of the rollout counts only when it is the newest, another one whenever it let the pilot go on', () => {
    for (const [stage, passed] of [
      ['rollout', false],
      ['data', true],
    ] as const) {
      const gates = [
        `{ stage: ${stage}, held: 2026-03-02, decision: advance }`,
        `{ stage: ${stage}, held: 2026-04-02, decision: hold }`,
      ]
      const { gates: passages } = checklistFor(pilotOf(`gates: [${gates}]\n`), 'production')
      assert.equal(passages.find((each) => each.stage === stage)?.passed, passed, stage)
    }
  })
})

describe('the day of a decision', () => {
  it('is that of the outcome, and the day that was asked about where it has none', () => {
    const dated = pilotOf('outcome: { decision: stop, date: 2026-03-01 }\n')
    assert.equal(decisionSince(dated, '2026-05-01'), '2026-03-01')
    const undated = pilotOf('outcome: { decision: stop }\n')
    assert.equal(decisionSince(undated, '2026-05-01'), '2026-05-01')
    assert.equal(endDecision(undated, '2026-05-31'), '2026-05-01')
  })
})

describe('the severity of a rule at a stage', () => {
  const severity = (
    end: string,
    today: string,
    from: Parameters<ReturnType<typeof severitiesAt>>[0],
  ): unknown => severitiesAt({ stage: 'data', end }, today)(from)

  it('is that of the decision from thirty days before the end on', () => {
    const from = { criteria: 'info', close: 'error' } as const
    assert.equal(severity('2026-07-01', '2026-05-31', from), 'info')
    assert.equal(severity('2026-07-01', '2026-06-01', from), 'error')
  })

  it('stays unknown near the decision where the rule belongs to a later stage', () => {
    const from = { rollout: 'warning', close: 'error' } as const
    assert.equal(severity('2026-07-01', '2026-06-30', from), undefined)
    assert.equal(severity('2026-07-01', '2026-06-30', { close: 'error' }), 'error')
  })
})

describe('the evidence that a fix writes at a gate', () => {
  const gates = [
    ['gates/overdue', 'due: 2026-05-15'],
    ['gates/undecided', 'due: 2026-05-29, held: 2026-05-29, by: Dana Whitfield'],
    ['gates/no-evidence', 'due: 2026-05-29, held: 2026-05-29, decision: expand, by: Dana Whitfield'],
  ] as const
  const ofGates = rules.filter(({ id }) => id.startsWith('gates/'))
  for (const [rule, gate] of gates)
    for (const group of [3, 12])
      it(`${rule}: is that of ${group} people where so many begin`, () => {
        const yaml = `stage: rollout
rollout: { start: 2026-04-15, earlyAdopters: ${group} }
gates: [{ stage: rollout, ${gate} }]
`
        const { text, findings } = analysisOf(complete(yaml), { rules: ofGates })
        const fixes = findings.filter((each) => each.rule === rule).flatMap((each) => each.fixes)
        assert.ok(fixes.length > 0)
        for (const fix of fixes) {
          const after = applyFix(text, fix)
          assert.match(after, new RegExp(`adoptersUsing: ${group}\\b`))
          const said = analysisOf(after, { rules: ofGates }).findings.map((each) => each.rule)
          assert.ok(!said.includes('gates/usage-low') && !said.includes('gates/expanded-unproven'))
        }
      })
})
