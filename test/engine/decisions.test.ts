import assert from 'node:assert/strict'
import { historyOf } from '../../server/src/engine/rules/example-files.ts'
import type { PastState } from '../../server/src/engine/rules/rule.ts'
import { analysisOf, applyFix, complete } from '../support/check.ts'
import * as past from '../support/past.ts'

const REWRITTEN = ['history/decision-rewritten warning']

/** A file with these gates. */
const of = (...gates: readonly string[]): string =>
  gates.length === 0
    ? 'stage: rollout\n'
    : `stage: rollout\ngates:\n${gates.map((each) => `  - { ${each} }\n`).join('')}`

const on = (date: string, ...gates: readonly string[]): PastState => ({ date, yaml: of(...gates) })

/** What is found of the decisions in the last of the texts. */
function found(states: readonly PastState[], today?: string): readonly string[] {
  const all = past.found(states.at(-1)?.yaml ?? '', states, today)
  return all.filter((each) => each.startsWith('history/decision'))
}

function messages(yaml: string, states: readonly PastState[]): readonly string[] {
  const { findings } = analysisOf(complete(yaml), { rules: past.withHistory, history: historyOf(states) })
  return findings.flatMap(({ rule, message }) => (rule === 'history/decision-rewritten' ? [message] : []))
}

const gate = (stage: string, held: string, decision: string): string =>
  `stage: ${stage}, due: ${held}, held: ${held}, decision: ${decision}`
const april = (decision: string): string => gate('rollout', '2026-04-08', decision)
const may = (decision: string): string => gate('rollout', '2026-05-08', decision)
const recorded = on('2026-04-09', april('diagnose'))

describe('a decision that is another one', () => {
  it('is told where it lets the pilot go on, and where a stop stops no more', () => {
    for (const [was, is, expected] of [
      ['diagnose', 'expand', REWRITTEN],
      ['hold', 'advance', REWRITTEN],
      ['stop', 'expand', REWRITTEN],
      ['stop', 'hold', REWRITTEN],
      ['hold', 'diagnose', []],
      ['diagnose', 'stop', []],
      ['expand', 'hold', []],
      ['advance', 'expand', []],
    ] as const)
      assert.deepEqual(found([on('2026-04-09', april(was)), on('2026-05-20', april(is))]), expected, was + is)
  })

  it('is put right within two weeks of the day on which it came', () => {
    assert.deepEqual(found([recorded, on('2026-04-23', april('expand'))]), [])
    assert.deepEqual(found([recorded, on('2026-04-24', april('expand'))]), REWRITTEN)
    assert.deepEqual(found([recorded, on('2026-04-20')]), [])
    const late = on('2026-05-15', april('diagnose'))
    assert.deepEqual(found([late, on('2026-05-25', april('expand'))]), [])
    const asked = on('2026-04-09', 'stage: rollout, due: 2026-04-08, held: 2026-04-08')
    assert.deepEqual(found([asked, late, on('2026-05-25', april('expand'))]), [])
    const putRight = on('2026-04-20', april('hold'))
    assert.deepEqual(found([recorded, putRight, on('2026-05-20', april('expand'))]), REWRITTEN)
    assert.deepEqual(past.found(of(april('expand')), [recorded], '2026-04-23'), [])
    assert.deepEqual(past.found(of(april('expand')), [recorded], '2026-04-24'), REWRITTEN)
  })

  it('is told in small steps, over no decision, over another day and another stage', () => {
    const last = on('2026-05-20', april('expand'))
    assert.deepEqual(found([recorded, on('2026-05-10', april('hold')), last]), REWRITTEN)
    assert.deepEqual(found([recorded, on('2026-05-10', april('maybe')), last]), REWRITTEN)
    assert.deepEqual(found([recorded, on('2026-05-10', april('maybe'))]), [])
    assert.deepEqual(found([on('2026-04-09', april('stop')), on('2026-05-10', april('maybe'))]), [])
    assert.deepEqual(found([recorded, on('2026-05-10'), last]), REWRITTEN)
    const held = (day: string, decision: string): string =>
      `stage: rollout, due: 2026-04-08, held: ${day}, decision: ${decision}`
    assert.deepEqual(found([recorded, on('2026-05-20', held('2026-05-19', 'diagnose'))]), [])
    assert.deepEqual(found([recorded, on('2026-05-20', held('2026-05-19', 'expand'))]), REWRITTEN)
    const moved = on('2026-05-20', held('2026-05-19', 'diagnose'))
    assert.deepEqual(found([recorded, moved, on('2026-05-21', held('2026-05-19', 'expand'))]), REWRITTEN)
    assert.deepEqual(found([recorded, on('2026-05-20', gate('data', '2026-04-08', 'diagnose'))]), [])
    assert.deepEqual(found([recorded, on('2026-05-20', gate('data', '2026-04-08', 'advance'))]), REWRITTEN)
    assert.deepEqual(found([recorded, on('2026-05-20', gate('data', '2026-05-19', 'advance'))]), REWRITTEN)
  })

  it('is told once, however often the gates around it changed', () => {
    const held = on('2026-05-09', april('diagnose'), may('hold'))
    const planned = on('2026-05-12', april('diagnose'), may('hold'), 'stage: rollout, due: 2026-06-30')
    assert.deepEqual(
      found([recorded, held, planned, on('2026-05-30', april('expand'), may('hold'))]),
      REWRITTEN,
    )
    assert.deepEqual(found([recorded, held, planned, on('2026-05-30', may('hold'))]), REWRITTEN)
  })

  it('is back where it was', () => {
    const back = on('2026-05-20', april('diagnose'))
    assert.deepEqual(found([recorded, on('2026-05-10', april('expand')), back]), [])
    assert.deepEqual(found([recorded, on('2026-05-10', april('expand')), recorded]), [])
    assert.deepEqual(found([recorded, on('2026-05-10'), back]), [])
    assert.deepEqual(found([recorded, on('2026-05-10', april('expand'), april('diagnose'))]), [])
  })

  it('is told of a pilot in production, where one that is gone is not', () => {
    const inProduction = (yaml: string): PastState => ({
      date: '2026-05-20',
      yaml: yaml.replace('stage: rollout\n', 'stage: production\n'),
    })
    assert.deepEqual(found([recorded, inProduction(of(april('expand')))]), REWRITTEN)
    assert.deepEqual(found([recorded, inProduction(of())]), [])
  })
})

describe('a gate that is gone', () => {
  it('is told where it had not let the pilot go on', () => {
    assert.deepEqual(found([recorded, on('2026-05-20')]), REWRITTEN)
    assert.deepEqual(found([recorded, on('2026-05-20', may('expand'))]), REWRITTEN)
    assert.deepEqual(found([on('2026-04-09', april('expand')), on('2026-05-20')]), [])
    assert.deepEqual(found([on('2026-04-09', 'stage: rollout, due: 2026-05-08'), on('2026-05-20')]), [])
  })

  it('is told where it is planned anew, and is not the next one of its stage', () => {
    for (const due of ['2026-04-08', '2026-06-08'])
      assert.deepEqual(found([recorded, on('2026-05-20', `stage: rollout, due: ${due}`)]), REWRITTEN, due)
    const next = gate('rollout', '2026-05-29', 'diagnose')
    assert.deepEqual(found([recorded, on('2026-05-20'), on('2026-05-30', next)]), REWRITTEN)
  })

  it('may be one of those that cannot be read', () => {
    const unread = (gates: string): PastState => ({ date: '2026-05-20', yaml: `stage: rollout\n${gates}\n` })
    for (const gates of [
      'gates: later',
      'gates: [none]',
      'gates: [{ stage: rollout, held: some day in April, decision: diagnose }]',
    ])
      assert.deepEqual(found([recorded, unread(gates)]), [], gates)
    assert.deepEqual(found([recorded, unread('gates: later'), on('2026-05-21', april('diagnose'))]), [])
    assert.deepEqual(found([recorded, unread('gates: later'), on('2026-05-21', april('expand'))]), REWRITTEN)
  })

  it('is none of those that stand there in another order, twice, or with their days put right', () => {
    const before = on('2026-05-09', april('diagnose'), may('hold'))
    assert.deepEqual(found([before, on('2026-05-30', may('hold'), april('diagnose'))]), [])
    assert.deepEqual(
      found([on('2026-04-09', april('hold'), april('hold')), on('2026-05-20', april('hold'))]),
      [],
    )
    const dueless = (day: string, decision: string): string =>
      `stage: rollout, held: ${day}, decision: ${decision}`
    assert.deepEqual(
      found([
        on('2026-05-09', dueless('2026-04-08', 'diagnose'), dueless('2026-05-08', 'expand')),
        on('2026-05-30', dueless('2026-04-07', 'diagnose'), dueless('2026-05-09', 'expand')),
      ]),
      [],
    )
    assert.deepEqual(found([before, on('2026-05-30', april('expand'), may('hold'))]), REWRITTEN)
    assert.deepEqual(found([before, on('2026-05-30')]), [...REWRITTEN, ...REWRITTEN])
  })

  it('is known by the day on which it was held where several were due on one day', () => {
    const held = (day: string, decision: string): string =>
      `stage: rollout, due: 2026-04-08, held: ${day}, decision: ${decision}`
    const now = of(held('2026-05-08', 'diagnose'), held('2026-04-08', 'expand'))
    const before = on('2026-05-09', held('2026-04-08', 'diagnose'), held('2026-05-08', 'diagnose'))
    const said = messages(now, [before, { date: '2026-05-30', yaml: now }])
    assert.equal(said.length, 1)
    assert.match(said.join(), /^The rollout gate of 2026-04-08 decided diagnose, which became expand /)
  })
})

describe('what is said of a gate that is gone and comes back with another decision', () => {
  it('is when it came to let the pilot go on, and nothing in another round', () => {
    const states = [
      recorded,
      on('2026-05-10'),
      on('2026-05-20', april('expand')),
      on('2026-05-25', april('expand')),
    ]
    const said = messages(of(april('expand')), states)
    assert.match(said.join(), /became expand on 2026-05-20 by /)
    const round = (stage: string, start: string, metric: string): string =>
      `stage: ${stage}\ntimeline: { start: ${start}, end: 2026-12-18 }\n${past.criteria(`{ metric: ${metric}, baseline: 40, target: 20 }`)}`
    const first = round('rollout', '2026-02-02', 'Handling time')
    const gates = `gates: [{ ${april('diagnose')} }]\n`
    const ended = [
      { date: '2026-01-20', yaml: first },
      { date: '2026-04-09', yaml: first + gates },
      { date: '2026-05-09', yaml: first.replace('rollout', 'stopped') + gates },
    ]
    const next = round('rollout', '2026-09-01', 'Letters answered')
    const others = past.found(next, ended, '2026-09-20')
    assert.deepEqual(
      others.filter((each) => each.startsWith('history/decision')),
      [],
    )
    const same = past.found(first, ended.slice(0, 2), '2026-09-20')
    assert.deepEqual(
      same.filter((each) => each.startsWith('history/decision')),
      REWRITTEN,
    )
  })
})

describe('the fix of a gate that is gone', () => {
  const was = `${april('diagnose')}, by: Dana Whitfield, notes: It is slow.`
  const fixed = (now: string): string => {
    const history = historyOf([on('2026-04-09', was), { date: '2026-05-20', yaml: now }])
    const { findings } = analysisOf(complete(now), { rules: past.withHistory, history })
    const [fix] = findings.find(({ rule }) => rule === 'history/decision-rewritten')?.fixes ?? []
    return fix ? applyFix(complete(now), fix) : ''
  }

  it('writes it as it was, beside the others or where it is planned again', () => {
    assert.match(fixed(of(may('expand'))), new RegExp(`expand }\n {2}- (?:\\{ )?${was.split(',')[0]}`))
    for (const now of [of(may('expand')), of('stage: rollout, due: 2026-04-08')])
      for (const part of [
        'held: 2026-04-08',
        'decision: diagnose',
        'by: Dana Whitfield',
        'notes: It is slow.',
      ])
        assert.ok(fixed(now).includes(part), `${part} in ${fixed(now)}`)
    assert.equal(fixed(of('stage: rollout, due: 2026-04-08')).match(/stage: rollout, /g)?.length, 1)
  })

  it('writes what was added to it later', () => {
    const added = `${april('diagnose')}, by: Noor Haddad, notes: Half of them wait.`
    const history = historyOf([recorded, on('2026-05-10', added), on('2026-05-20')])
    const { findings } = analysisOf(complete(of()), { rules: past.withHistory, history })
    const [fix] = findings.find(({ rule }) => rule === 'history/decision-rewritten')?.fixes ?? []
    const text = fix ? applyFix(complete(of()), fix) : ''
    assert.match(text, /by: Noor Haddad/)
    assert.match(text, /notes: Half of them wait\./)
  })
})

describe('a gate that speaks of the decision of another one', () => {
  const noted = (held: string, notes: string): string =>
    `${gate('rollout', held, 'expand')}, notes: "${notes}"`
  const rewritten = (other: string): readonly PastState[] => [
    recorded,
    on('2026-05-29', april('expand'), other),
  ]

  it('is one that was held when it was rewritten, or later, and names its day', () => {
    assert.deepEqual(found(rewritten(noted('2026-05-28', 'The gate of 2026-04-08 decided expand.'))), [])
    assert.deepEqual(found(rewritten(noted('2026-05-28', 'All of them use it.'))), REWRITTEN)
    assert.deepEqual(found(rewritten(noted('2026-05-08', 'As diagnosed on 2026-04-08.'))), REWRITTEN)
    const own = on('2026-05-29', noted('2026-04-08', 'The gate of 2026-04-08 decided expand.'))
    assert.deepEqual(found([recorded, own]), REWRITTEN)
  })
})
