import assert from 'node:assert/strict'
import { type Move, moveBetween } from '../../server/src/engine/moved.ts'
import { divide } from '../../server/src/engine/yaml/blocks.ts'

describe('a place in a text that was edited', () => {
  const text = 'name: a\ntitle: b\nteam: c\nstage: data\n'
  const move = moved(text, text.replace('title: b', 'title: longer'))
  const placeOf = (part: string): { start: number; end: number } => {
    return { start: text.indexOf(part), end: text.indexOf(part) + part.length }
  }

  it('stays in front of what was edited, and moves behind it', () => {
    assert.deepEqual(move(placeOf('a\n')), placeOf('a\n'))
    const { start, end } = placeOf('team: c')
    assert.deepEqual(move({ start, end }), { start: start + 5, end: end + 5 })
  })

  it('is not known in an entry that is another', () => {
    assert.equal(move(placeOf('title')), undefined)
  })

  it('is not known across entries, or between two of them', () => {
    assert.equal(move({ start: text.indexOf('team'), end: text.length }), undefined)
    const between = text.indexOf('stage')
    assert.equal(move({ start: between, end: between }), undefined)
    assert.equal(move({ start: text.length, end: text.length }), undefined)
  })

  it('is where it was in the same text', () => {
    assert.deepEqual(moved(text, text)(placeOf('team: c')), placeOf('team: c'))
  })
})

function moved(before: string, after: string): Move {
  const old = divide(before)
  const now = divide(after, old)
  assert.ok(old && now)
  return moveBetween(old, now)
}
