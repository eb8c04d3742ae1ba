import assert from 'node:assert/strict'
import { addDays, daysBetween, isDate } from '../../server/src/engine/pilot/dates.ts'
import { randomOf } from '../bench/random.ts'

/** What the clock of the machine says. */
function dateAt(time: number): string {
  const year = String(new Date(time).getUTCFullYear()).padStart(4, '0')
  return `${year}${new Date(time).toISOString().slice(-20, -14)}`
}

const DAY = 86_400_000
const first = new Date(0).setUTCFullYear(1, 0, 1)
const last = Date.UTC(9999, 11, 31)

describe('dates', () => {
  it('are counted as the calendar has them', () => {
    const random = randomOf(11)
    const all = (last - first) / DAY
    for (let round = 0; round < 20_000; round++) {
      const [one, days] = [random.between(0, all), random.between(-800, 800)]
      const date = dateAt(first + one * DAY)
      const other = Math.min(Math.max(one + days, 0), all)
      assert.equal(addDays(date, days), dateAt(first + other * DAY), `${date} ${days}`)
      assert.equal(daysBetween(date, dateAt(first + other * DAY)), other - one, `${date} ${days}`)
      assert.ok(isDate(date))
    }
  })

  it('have each day of four centuries once', () => {
    let date = '1799-12-31'
    for (let time = Date.UTC(1800, 0, 1); time <= Date.UTC(2200, 11, 31); time += DAY) {
      date = addDays(date, 1)
      assert.equal(date, dateAt(time))
    }
  })
})
