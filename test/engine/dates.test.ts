import assert from 'node:assert/strict'
import { addDays, addMonths, daysBetween, isDate } from '../../server/src/engine/pilot/dates.ts'

describe('dates', () => {
  const days: readonly [string, number, string][] = [
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['1900-02-28', 1, '1900-03-01'],
    ['2000-03-01', -1, '2000-02-29'],
    ['2026-11-16', 365, '2027-11-16'],
    ['9999-12-30', 5, '9999-12-31'],
    ['0001-01-02', -5, '0001-01-01'],
  ]
  for (const [date, count, expected] of days) {
    it(`${date} and ${count} days`, () => assert.equal(addDays(date, count), expected))
  }
  it('are as far apart as they were counted', () =>
    assert.equal(daysBetween('2024-02-28', '2026-03-01'), 732))

  const months: readonly [string, number, string][] = [
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', -14, '2024-11-30'],
    ['2026-11-16', 14, '2028-01-16'],
    ['9999-11-30', 5, '9999-12-31'],
    ['0001-02-01', -30, '0001-01-01'],
  ]
  for (const [date, count, expected] of months)
    it(`${date} and ${count} months`, () => assert.equal(addMonths(date, count), expected))

  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
    '2026-1-1',
    '2026-01-01 ',
    'abcd-ef-gh',
  ])
    it(`"${text}" is none`, () => assert.equal(isDate(text), false))
})
