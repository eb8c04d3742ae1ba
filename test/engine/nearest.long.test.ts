import assert from 'node:assert/strict'
import { nearest } from '../../server/src/engine/schema/suggest.ts'
import { randomOf } from '../bench/random.ts'

describe('nearest', () => {
  it('gives up on no word that is near', () => {
    const random = randomOf(7)
    const word = (): string =>
      Array.from({ length: random.between(3, 9) }, () => random.pick(['a', 'b', 'c'])).join('')
    for (let round = 0; round < 2_000; round++) {
      const [wanted, other] = [word(), word()]
      const isNear = editsBetween(wanted, other) <= Math.max(1, Math.floor(wanted.length / 3))
      assert.equal(nearest(wanted, [other]), isNear ? other : undefined, `${wanted} ${other}`)
    }
  })
})

/** The same distance by its definition: the least of all ways from the last letters on. */
function editsBetween(a: string, b: string): number {
  const known = new Map<string, number>()
  const of = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j
    const key = `${i} ${j}`
    const found =
      known.get(key) ??
      Math.min(
        of(i - 1, j) + 1,
        of(i, j - 1) + 1,
        of(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]),
        swap(i, j),
      )
    known.set(key, found)
    return found
  }
  const swap = (i: number, j: number): number => {
    const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
    return isSwapped ? of(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY
  }
  return of(a.length, b.length)
}
