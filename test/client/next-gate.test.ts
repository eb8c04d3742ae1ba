import assert from 'node:assert/strict'
import { nextGate } from '../../client/src/common/next-gate.ts'
import type { GateItem } from '../../server/src/protocol/pilots.ts'
import { at } from '../support/pilot-items.ts'

describe('the next gate of a pilot', () => {
  const gate = (state: GateItem['state'], date?: string): GateItem => ({
    stage: 'data',
    state,
    date,
    range: at(1),
  })

  it('is the one that is due first, in whatever order they are written', () => {
    const gates = [gate('due', '2026-08-03'), gate('overdue', '2026-05-04'), gate('due', '2026-07-06')]
    assert.equal(nextGate({ gates })?.date, '2026-05-04')
  })

  it('is none that was held or is left out', () => {
    const gates = [gate('passed', '2026-02-02'), gate('held-back', '2026-03-02'), gate('missing')]
    assert.equal(nextGate({ gates }), undefined)
  })
})
