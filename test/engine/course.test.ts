import assert from 'node:assert/strict'
import type { PastState } from '../../server/src/engine/rules/rule.ts'
import { criteria, found, START } from '../support/past.ts'

const rework = (target: number): string =>
  criteria(`{ metric: Rework, unit: "%", baseline: 9, target: ${target} }`)
const MOVED = 'history/goalposts-moved error'

/** What is found in the last of the states. */
function foundIn(states: readonly PastState[], today?: string): readonly string[] {
  return found(states.at(-1)?.yaml ?? '', states, today)
}

describe('a pilot that came into the repository after its start', () => {
  const two = criteria('{ metric: Rework, baseline: 9, target: 4 }, { metric: Cost, baseline: 8, target: 2 }')
  const one = criteria('{ metric: Rework, baseline: 9, target: 5 }')

  it('is what it was at the end of that day', () => {
    const came = { date: '2026-03-02', yaml: START + two }
    assert.deepEqual(foundIn([came, { date: '2026-03-02', yaml: START + one }]), [])
    assert.deepEqual(found(START + one, [came], '2026-03-02'), [])
    const next = { date: '2026-03-03', yaml: START + one }
    assert.deepEqual(foundIn([came, next]), [MOVED, MOVED])
    const tighter = { date: '2026-03-02', yaml: START + rework(3) }
    assert.deepEqual(foundIn([{ date: '2026-03-02', yaml: START + rework(4) }, tighter]), [])
    const back = { date: '2026-04-05', yaml: START + rework(4) }
    assert.deepEqual(foundIn([{ date: '2026-03-02', yaml: START + rework(4) }, tighter, back]), [MOVED])
  })
})

describe('a start that is written down long after the rollout began', () => {
  const at = (date: string, stage: string, start: string, target: number): PastState => {
    const timeline = start === '' ? '' : `timeline: { start: ${start} }\n`
    return { date, yaml: `stage: ${stage}\n${timeline}${rework(target)}` }
  }
  const first = at('2026-01-20', 'rollout', '', 4)

  it('makes no plan of the targets', () => {
    assert.deepEqual(foundIn([first, at('2026-04-05', 'rollout', '2026-04-05', 7)]), [MOVED])
    assert.deepEqual(foundIn([first, at('2026-04-05', 'rollout', '2026-07-01', 7)]), [MOVED])
    assert.deepEqual(found(at('', 'rollout', '2026-06-01', 7).yaml, [first]), [MOVED])
    const later = at('2026-05-05', 'adoption', '', 7)
    assert.deepEqual(foundIn([first, at('2026-04-05', 'rollout', '2026-04-05', 7), later]), [MOVED])
  })

  it('makes none where it was put off again and again while the pilot stood at the rollout', () => {
    const planned = at('2026-01-20', 'rollout', '2026-02-01', 4)
    const putOff = at('2026-01-31', 'rollout', '2026-03-15', 4)
    assert.deepEqual(foundIn([planned, putOff, at('2026-03-10', 'rollout', '2026-03-11', 7)]), [MOVED])
    assert.deepEqual(foundIn([planned, putOff, at('2026-03-10', 'rollout', '2026-12-01', 7)]), [MOVED])
    const sameDay = at('2026-01-20', 'data', '2026-02-01', 4)
    assert.deepEqual(foundIn([sameDay, planned, putOff, at('2026-03-10', 'rollout', '2026-03-11', 7)]), [
      MOVED,
    ])
    const planning = at('2026-01-31', 'rollout', '2026-03-15', 7)
    assert.deepEqual(foundIn([planned, planning]), [])
    const back = at('2026-01-31', 'data', '2026-03-15', 4)
    assert.deepEqual(foundIn([planned, back, at('2026-03-10', 'rollout', '2026-03-11', 7)]), [])
    assert.deepEqual(foundIn([planned, at('2026-01-31', 'rollout', '2026-02-03', 7)]), [])
  })

  it('counts where it lies before that or soon after, and where the pilot was only prepared', () => {
    const soon = at('2026-02-01', 'rollout', '2026-02-02', 7)
    assert.deepEqual(foundIn([first, soon]), [])
    assert.deepEqual(
      foundIn([at('2026-01-20', 'stopped', '', 4), at('2026-04-05', 'data', '2026-04-05', 7)]),
      [],
    )
    assert.deepEqual(
      foundIn([at('2026-01-20', 'data', '', 4), at('2026-04-05', 'rollout', '2026-04-05', 7)]),
      [],
    )
    const begun = at('2026-04-05', 'rollout', '2026-01-12', 4)
    assert.deepEqual(foundIn([first, begun]), [])
    assert.deepEqual(foundIn([first, begun, at('2026-04-09', 'rollout', '2026-01-12', 7)]), [MOVED])
  })
})
