import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type DateOrder, readDate } from '../../server/src/engine/import/dates.ts'
import { isDate } from '../../server/src/engine/pilot/dates.ts'

function read(cell: string, order: DateOrder = 'month-first'): string {
  const reading = readDate(cell, order)
  switch (reading.is) {
    case 'day':
      return reading.date
    case 'month':
      return `${reading.date.slice(0, 7)}, a month`
    case 'year':
      return `${reading.year}, a year`
    case 'unreadable':
      return reading.reason
  }
}

describe('dates of a table', () => {
  const cases: Readonly<Record<string, string>> = {
    '2025-09-25': '2025-09-25',
    '2025-09-25 00:00:00': '2025-09-25',
    '2025-09-25T08:30:00.000Z': '2025-09-25',
    '2025/9/5': '2025-09-05',
    '20250925': '2025-09-25',
    '10/1/2024 0:00': '2024-10-01',
    '11/15/2025 12:00:00 AM': '2025-11-15',
    '1/2/25': '2025-01-02',
    '31.12.2024': '2024-12-31',
    '2.1.2025': '2025-01-02',
    '15-Mar-24': '2024-03-15',
    '1st March 2024': '2024-03-01',
    'Sept 3, 2025': '2025-09-03',
    'March 1 2024': '2024-03-01',
    '31. März 2027': '2027-03-31',
    '15-août-24': '2024-08-15',
    'Dez. 2025': '2025-12, a month',
    'Jul-25': '2025-07, a month',
    "Jul '25": '2025-07, a month',
    'Jul 25': 'no date',
    'Sept, 30': 'no date',
    'Jul 2025': '2025-07, a month',
    'September, 2025': '2025-09, a month',
    '01/2018': '2018-01, a month',
    '2018-01': '2018-01, a month',
    '2025 Jul': '2025-07, a month',
    '2023': '2023, a year',
    ' 2023 ': '2023, a year',
    '2023.0': '2023, a year',
    '1905-07-15': '2023, a year',
    '1905-07-17 00:00:00': '2025, a year',
    '7/16/1905': '2024, a year',
    '2026-02-30': 'a day that does not exist',
    '25/12/2024': 'not in the order month, day and year',
    '13/13/2024': 'a day that does not exist',
    '13/2024': 'a month that does not exist',
    '45658': 'a bare number, as of a cell without the format of a date',
    '0001-01-01': 'a day too far away',
    'Q3 2025': 'no date',
    FY25: 'no date',
    'Summer 2025': 'no date',
    'Foo-25': 'no date',
    'Mark 2025': 'no date',
    'Jui 2025': 'no date',
    '': 'no date',
  }
  for (const [cell, expected] of Object.entries(cases))
    it(`${JSON.stringify(cell)} is ${expected}`, () => assert.equal(read(cell), expected))

  it('with the day first are read so only where that is said', () => {
    assert.equal(read('3/4/2025'), '2025-03-04')
    assert.equal(read('3/4/2025', 'day-first'), '2025-04-03')
    assert.equal(read('25/12/2024', 'day-first'), '2024-12-25')
    assert.equal(read('12/25/2024', 'day-first'), 'not in the order day, month and year')
  })

  it('that could be read either way are known', () => {
    const either = (cell: string): boolean => {
      const reading = readDate(cell, 'month-first')
      return reading.is === 'day' && reading.either
    }
    assert.deepEqual(['3/4/2025', '4/4/2025', '3/14/2025', '3.4.2025', '2025-03-04'].map(either), [
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it('are dates that exist, whatever the cell holds', () => {
    const part = fc.constantFrom(
      '2025',
      '25',
      '7',
      '07',
      '31',
      '-',
      '/',
      '.',
      ' ',
      'Jul',
      'May',
      ',',
      '0:00',
      'T',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const reading = readDate(parts.join(''), 'month-first')
        assert.ok(!('date' in reading) || isDate(reading.date))
      }),
    )
  })
})
