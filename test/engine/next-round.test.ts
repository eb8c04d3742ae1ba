import assert from 'node:assert/strict'
import { stageTime } from '../../server/src/engine/pilot/stage-time.ts'
import { historyOf } from '../../server/src/engine/rules/example-files.ts'
import type { PastState } from '../../server/src/engine/rules/rule.ts'
import { pilotOf } from '../support/check.ts'
import { criteria, found } from '../support/past.ts'

/** A text of the file with what a round is told apart by. */
function round(stage: string, start: string, metric: string, target = 20): string {
  const timeline = start === '' ? '' : `timeline: { start: ${start}, end: 2026-12-18 }\n`
  return `stage: ${stage}\n${timeline}${criteria(`{ metric: ${metric}, baseline: 40, target: ${target} }`)}`
}

const first: PastState = { date: '2026-01-20', yaml: round('rollout', '2026-02-02', 'Handling time') }

describe('another round that is not committed yet', () => {
  const over = (date: string, stage = 'stopped'): readonly PastState[] => [
    first,
    { date, yaml: round(stage, '2026-02-02', 'Handling time') },
  ]
  const next = round('criteria', '2026-09-01', 'Letters answered', 60)
  const accused = (text: string, past: readonly PastState[]): readonly string[] =>
    found(text, past, '2026-08-20')

  it('drops nothing of the first one, in the file of a pilot that was stopped or in production', () => {
    assert.deepEqual(accused(next, over('2026-07-10')), [])
    assert.deepEqual(accused(next, over('2026-07-10', 'production')), [])
    const twice = [
      ...over('2026-07-10'),
      { date: '2026-08-19', yaml: round('stopped', '2026-02-02', 'Time') },
    ]
    assert.deepEqual(accused(next, twice), [])
    assert.deepEqual(accused(round('data', '2026-08-18', 'Letters answered', 60), over('2026-07-10')), [])
    const again = round('criteria', '2026-09-01', 'Handling time', 30)
    assert.deepEqual(accused(`predecessor: claims-2025\n${again}`, over('2026-07-10')), [])
  })

  it('is in no stage since the first one was', () => {
    const since = (text: string): string | undefined =>
      stageTime(pilotOf(text), '2026-08-20', historyOf(over('2026-07-10')))?.since
    assert.equal(since(round('data', '2026-08-18', 'Letters answered')), '2026-08-20')
    assert.equal(since(round('data', '2026-02-02', 'Handling time')), '2026-08-20')
  })

  it('is none soon after the end, with the first start or metric, and before it says what it is', () => {
    const dropped = 'history/goalposts-moved error'
    assert.ok(accused(next, over('2026-08-10')).includes(dropped))
    assert.ok(accused(next, [first]).includes(dropped))
    assert.ok(
      accused(round('criteria', '2026-02-02', 'Letters answered'), over('2026-07-10')).includes(dropped),
    )
    assert.ok(accused(round('criteria', '', 'Letters answered'), over('2026-07-10')).includes(dropped))
    const easier = round('criteria', '2026-09-01', 'Handling time', 30)
    assert.ok(accused(easier, over('2026-07-10')).includes(dropped))
  })
})
