import assert from 'node:assert/strict'
import { dateProblem } from '../../client/src/common/dates.ts'
import { english } from '../support/pilot-items.ts'

describe('a day that somebody types', () => {
  it('exists, or is none', () => {
    for (const day of ['', '2026-02-28', '2028-02-29']) assert.equal(dateProblem(day, english), undefined)
    assert.equal(dateProblem('2026-02-29', english), 'There is no day 2026-02-29.')
    for (const text of ['tomorrow', '1.3.2026', '2026-3-1'])
      assert.equal(dateProblem(text, english), 'Write the date as year, month and day, such as 2026-11-20.')
  })
})
