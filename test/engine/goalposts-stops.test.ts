import { deepEqual, equal, match } from 'node:assert/strict'
import { historyOf } from '../../server/src/engine/rules/example-files.ts'
import { historyGoalpostsMoved } from '../../server/src/engine/rules/history/goalposts-moved.ts'
import { analysisOf, applyFix, complete } from '../support/check.ts'
import { START } from '../support/past.ts'

const at = (stops: string, more = ''): string =>
  `${START}criteria:\n  success: [{ metric: Rework, baseline: 9, target: 6 }]\n${stops}${more}`
const BOTH = '  stop:\n    - It costs too much\n    - The desk slows down # see the shift log\n'

const analyzed = (present: string, past: readonly string[], today = '2026-05-29') =>
  analysisOf(complete(present), {
    rules: [historyGoalpostsMoved],
    history: historyOf(past.map((yaml, index) => ({ date: `2026-0${index + 1}-20`, yaml }))),
    today,
  })
const said = (present: string, ...past: readonly string[]): readonly string[] =>
  analyzed(present, past).findings.map(({ severity, message }) => `${severity} ${message}`)

describe('what was to stop a pilot', () => {
  const [ONE, NONE] = ['  stop: [It costs too much]\n', '']

  it('is missed after the start, all of it or a part, by whoever took it away', () => {
    deepEqual(said(at(ONE), at(BOTH)), [
      'warning What was to stop the pilot, "The desk slows down", was dropped in the text that is not committed yet. Restore it, or let the notes of a gate say why.',
    ])
    const [all] = said(at(NONE), at(BOTH), at(BOTH), at(NONE))
    match(all ?? '', /, "It costs too much" and "The desk slows down", was dropped on 2026-03-20 by /)
    match(said(at('  stop: []\n'), at(BOTH))[0] ?? '', /^warning What was to stop the pilot/)
  })

  it('may be said in other words, come in addition, or go before the start', () => {
    const others = [
      '  stop: [Costs above 9000 EUR]\n',
      '  stop: [It costs  TOO much, A slower desk]\n',
      `${BOTH}    - Nobody uses it\n`,
    ]
    for (const each of others) deepEqual(said(at(each), at(BOTH)), [], each)
    const early = ['2026-01-10', '2026-01-20'].map((date, index) => ({ date, yaml: at(index ? ONE : BOTH) }))
    const history = historyOf(early)
    deepEqual(analysisOf(complete(at(ONE)), { rules: [historyGoalpostsMoved], history }).findings, [])
  })

  it('is taken away by whoever put nothing in its place, and not by whoever wrote it otherwise', () => {
    const other = '  stop: [Costs above 9000 EUR]\n'
    const [reworded, ...more] = said(at(NONE), at(ONE), at(other), at(NONE))
    match(reworded ?? '', /, "It costs too much", was dropped on 2026-03-20 by /)
    deepEqual(more, [])
    const [swapped] = said(at(other.replace('C', 'Nobody uses it, C')), at(BOTH), at(ONE), at(NONE))
    equal(swapped, undefined)
    const [back] = said(at(ONE), at(BOTH), at(ONE), at(other), at(ONE))
    match(back ?? '', /, "The desk slows down", was dropped on 2026-02-20 by /)
    const [merged] = said(at(ONE), at(BOTH), at(other), at(ONE))
    match(merged ?? '', /, "The desk slows down", was dropped on 2026-03-20 by /)
  })

  it('is missed as well where only a slip of the pen in another one was put right', () => {
    for (const same of ['It costs too much.', 'It cossts too much', 'it costs, too much'])
      match(said(at(`  stop: ["${same}"]\n`), at(BOTH)).join(), /^warning .*"The desk slows down", was/, same)
    deepEqual(said(at('  stop: [It cossts too much, The desks slow down]\n'), at(BOTH)), [])
  })

  it('is given up where a gate says so, and at the end of the pilot', () => {
    const gate =
      'gates: [{ stage: rollout, held: 2026-05-28, decision: expand, by: Dana Whitfield, notes: NOTES }]\n'
    deepEqual(said(at(ONE, gate.replace('NOTES', 'The desk is as fast as before.')), at(BOTH)), [])
    for (const stage of ['production', 'stopped']) deepEqual(said(at(ONE, `stage: ${stage}\n`), at(BOTH)), [])
  })

  it('is not missed where it cannot be read', () => {
    for (const unread of ['  stop: 5\n', '  stop: [It costs too much, { a: 1 }]\n'])
      equal(said(at(unread), at(BOTH)).join().includes('was to stop'), false, unread)
  })

  it('is put back by the fix', () => {
    const [finding] = analyzed(at(ONE), [at(BOTH)]).findings
    equal(finding?.fixes[0]?.title, 'Restore "The desk slows down"')
    const text = complete(at('  stop:\n    - It costs too much # EUR\n'))
    const [fix] =
      analyzed(at('  stop:\n    - It costs too much # EUR\n'), [at(BOTH)]).findings[0]?.fixes ?? []
    match(fix ? applyFix(text, fix) : '', /- It costs too much # EUR\n {4}- The desk slows down\n/)
  })
})
