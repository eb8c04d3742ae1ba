import assert from 'node:assert/strict'
import type { Board, BoardPilot, Cell } from '../../server/src/engine/board/board.ts'
import { boardOf } from '../../server/src/engine/board/board-of.ts'
import { portfolioRules } from '../../server/src/engine/rules/all.generated.ts'
import { BROKEN, boardFiles, boardFrom, pilotText } from '../support/board.ts'

describe('the board', () => {
  it('is the same for the same files, in whatever order they come', () => {
    const files = boardFiles({ b: pilotText('b'), a: pilotText('a'), c: pilotText('c', 'stage: data') })
    const scene = { asOf: '2026-06-01', portfolioRules, unread: [] }
    assert.deepEqual(boardOf(files.toReversed(), scene), boardOf(files, scene))
  })

  it('counts who is in a stage and who came that far, stopped or not', () => {
    const stopped = `stage: stopped
gates:
  - { stage: criteria, held: 2026-02-10, decision: advance }
  - { stage: ownership, held: 2026-03-10, decision: stop }
outcome: { decision: stop, date: 2026-03-10, because: The data does not exist., learned: Ask first. }`
    const board = boardFrom({
      a: pilotText('a', 'stage: rollout'),
      b: pilotText('b', 'stage: criteria'),
      c: pilotText('c', stopped),
    })
    assert.deepEqual(
      board.stages.map(({ stage, now, reached }) => `${stage} ${now}/${reached}`),
      ['criteria 1/3', 'ownership 0/2', 'data 0/1', 'rollout 1/1', 'adoption 0/0', 'production 0/0'],
    )
    assert.equal(named(board, 'c').furthest, 'ownership')
    assert.equal(board.verdicts['stopped-well'] + board.verdicts.stopped, 1)
  })

  it('shows no gate as overdue whose decision was taken at a later one of its stage', () => {
    const gates = `stage: rollout
gates:
  - { stage: rollout, due: 2026-03-01 }
  - { stage: rollout, due: 2026-04-01, held: 2026-04-02, decision: hold, by: Dana Whitfield }
  - { stage: rollout, due: 2026-05-04 }`
    const { timeline } = named(boardFrom({ a: pilotText('a', gates) }, { today: '2026-05-06' }), 'a')
    assert.deepEqual(
      timeline.gates.map(({ state, date }) => `${state} ${date}`),
      ['held-back 2026-04-02', 'due 2026-05-04'],
    )
  })

  it('draws the stages from the gates that were held', () => {
    const gates = `stage: data
timeline: { approved: 2026-01-05, start: 2026-02-02 }
gates:
  - { stage: ownership, held: 2026-03-10, decision: advance }
  - { stage: criteria, held: 2026-02-10, decision: advance }
  - { stage: data, due: 2026-05-01 }`
    const { timeline } = named(boardFrom({ a: pilotText('a', gates) }), 'a')
    assert.deepEqual(
      timeline.stages.map(({ stage, from, to }) => `${stage} ${from} ${to}`),
      ['criteria 2026-01-05 2026-02-10', 'ownership 2026-02-10 2026-03-10', 'data 2026-03-10 2026-06-01'],
    )
    assert.deepEqual(
      timeline.gates.map(({ state }) => state),
      ['passed', 'passed', 'overdue'],
    )
    assert.deepEqual(timeline.window, { from: '2026-08-03', to: '2026-10-05' })
  })

  it('draws one that was stopped up to the gate held last, in whatever order they are written', () => {
    const gates = `stage: stopped
timeline: { start: 2026-01-05, end: 2026-05-29 }
gates:
  - { stage: ownership, held: 2026-04-10, decision: stop }
  - { stage: criteria, held: 2026-02-10, decision: advance }`
    const { timeline } = named(boardFrom({ a: pilotText('a', gates) }), 'a')
    assert.deepEqual(
      timeline.stages.map(({ stage, from, to }) => `${stage} ${from} ${to}`),
      ['criteria 2026-01-05 2026-02-10', 'ownership 2026-02-10 2026-04-10'],
    )
  })

  it('draws the stages from the commits where they tell', () => {
    const past = [
      { date: '2026-02-02', yaml: 'stage: criteria' },
      { date: '2026-03-02', yaml: 'stage: ownership' },
      { date: '2026-04-02', yaml: 'stage: ownership\nteam: other' },
    ]
    const board = boardFrom({ a: pilotText('a', 'stage: data') }, { past: { a: past } })
    assert.deepEqual(
      named(board, 'a').timeline.stages.map(({ stage, from, to }) => `${stage} ${from} ${to}`),
      ['criteria 2026-02-02 2026-03-02', 'ownership 2026-03-02 2026-06-01'],
    )
    assert.ok(board.trend.notRun === undefined)
    assert.deepEqual(
      board.trend.months.map(
        ({ month, stages }) => `${month} ${stages.criteria} ${stages.ownership} ${stages.data}`,
      ),
      ['2026-02 1 0 0', '2026-03 0 1 0', '2026-04 0 1 0', '2026-05 0 1 0', '2026-06 0 0 1'],
    )
  })

  it('says why there is no trend', () => {
    assert.deepEqual(boardFrom({ a: pilotText('a') }).trend, { notRun: 'this workspace is not trusted' })
    assert.deepEqual(boardFrom({}).trend, { notRun: 'no file has a history' })
  })

  it('tells what passed from what was not asked and what is not due', () => {
    const board = boardFrom({ a: pilotText('a', 'stage: criteria') })
    assert.equal(cell(board, 'a', 'file').state, 'passed')
    assert.equal(cell(board, 'a', 'adoption').state, 'not-applicable')
    assert.equal(cell(board, 'a', 'history').state, 'not-run')
    assert.equal(cell(board, 'a', 'owners').state, 'failed')
  })

  it('names a file that cannot be read as a pilot, and says nothing else of it', () => {
    const { unread, ...board } = boardFrom({ a: BROKEN, b: pilotText('b'), c: '' })
    assert.deepEqual(
      unread.map(({ file, problem }) => `${file}: ${problem}`),
      [
        'pilots/a.pilot.yaml: it cannot be read as a pilot',
        'pilots/c.pilot.yaml: it cannot be read as a pilot',
      ],
    )
    assert.deepEqual({ ...board, unread: [] }, boardFrom({ b: pilotText('b') }))
  })

  it('counts in a cell what was found, and leads to the first of the worst', () => {
    const text = pilotText('a', 'stage: ownership\nowners: { operator: { name: Ana Ruiz } }')
    const board = boardFrom({ a: text })
    const own = named(board, 'a').findings.filter(({ rule }) => rule.startsWith('owners/'))
    const { errors, warnings, infos, at } = cell(board, 'a', 'owners')
    assert.ok(errors > 0)
    assert.equal(errors + warnings + infos, own.length)
    assert.deepEqual(at, own.find(({ severity }) => severity === 'error')?.at)
  })

  it('knows one person by several spellings, and puts those with most first', () => {
    const owned = (name: string): string => `owners: { operator: { name: "${name}" } }`
    const board = boardFrom({
      a: pilotText('a'),
      b: pilotText('b', owned('Data team')),
      c: pilotText('c', owned('Luis Ortega')),
      d: pilotText('d', owned('L. Ortega')),
    })
    assert.deepEqual(
      board.owners.map(({ name, isPerson, pilots, active }) => [name, isPerson, pilots, active]),
      [
        ['Luis Ortega', true, [2, 3], 2],
        ['Data team', false, [1], 1],
        [undefined, false, [0], 1],
      ],
    )
    assert.equal(named(board, 'd').owner, 'Luis Ortega')
  })

  it('adds up what waiting costs, each currency for itself', () => {
    const late =
      'timeline: { start: 2026-01-01, productionBy: 2026-05-01 }\nvalue: { amount: 1000, per: month }'
    const board = boardFrom({
      a: pilotText('a', late),
      b: pilotText('b', `${late}\ncurrency: EUR`),
      c: pilotText('c', late),
    })
    assert.deepEqual(board.delays, [
      { currency: 'USD', amount: 2000 },
      { currency: 'EUR', amount: 1000 },
    ])
  })

  it('leaves out amounts that are too large to be added up', () => {
    const late = (amount: string): string =>
      `timeline: { start: 2026-01-01, productionBy: 2026-05-01 }\nvalue: { amount: ${amount}, per: month }`
    const texts = ['1e308', '-1e308', '1e300', '.inf', '1000'].map((amount, at) => {
      return [`p${at}`, pilotText(`p${at}`, late(amount))]
    })
    const board = boardFrom(Object.fromEntries(texts))
    assert.deepEqual(board.delays, [{ currency: 'USD', amount: 1000 }])
  })
})

function named(board: Board, name: string): BoardPilot {
  const pilot = board.pilots.find((each) => each.name === name)
  assert.ok(pilot, name)
  return pilot
}

function cell(board: Board, name: string, group: string): Cell {
  const found = named(board, name).heat[board.groups.indexOf(group)]
  assert.ok(found, group)
  return found
}
