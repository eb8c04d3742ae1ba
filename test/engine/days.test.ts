import assert from 'node:assert/strict'
import { daysOf } from '../../server/src/engine/history/days.ts'
import type { LogCommit } from '../../server/src/engine/history/log.ts'

const TODAY = '2026-06-01'

/** The days of commits that are given by the days of their authors and of their commits. */
function days(...commits: readonly (readonly [authored: string, committed: string])[]): readonly string[] {
  const log = commits.map(([authored, committed]): LogCommit => {
    return { hash: '', parents: [], author: 'Luis Ortega', authored, committed, changes: [] }
  })
  return daysOf(log, TODAY)
}

describe('the day of a commit', () => {
  it('is that of its author', () => {
    assert.deepEqual(days(['2026-01-20', '2026-01-20'], ['2026-04-05', '2026-04-07']), [
      '2026-01-20',
      '2026-04-05',
    ])
  })

  it('is not one that an author made up to be earlier', () => {
    const first = ['2026-01-20', '2026-01-20'] as const
    assert.deepEqual(days(first, ['2026-01-25', '2026-04-05']), ['2026-01-20', '2026-04-05'])
    const between = ['2026-03-05', '2026-03-05'] as const
    assert.deepEqual(days(first, between, ['2026-01-25', '2026-01-25']).at(-1), '2026-03-05')
    assert.deepEqual(days(first, between, ['2026-03-01', '2026-03-09']).at(-1), '2026-03-09')
  })

  it('is not one of the future, which makes no later commit one of it either', () => {
    assert.deepEqual(days(['2027-01-20', '2026-01-20']), ['2026-01-20'])
    assert.deepEqual(days(['2030-01-01', '2030-01-01'], ['2026-04-05', '2026-04-05']).at(-1), '2026-04-05')
  })

  it('stays what it was where a whole line of commits was made anew, or waited a few days', () => {
    assert.deepEqual(days(['2026-01-10', '2026-05-01'], ['2026-01-20', '2026-05-01']), [
      '2026-01-10',
      '2026-01-20',
    ])
    assert.deepEqual(days(['2026-01-10', '2026-01-10'], ['2026-01-28', '2026-02-05']).at(-1), '2026-01-28')
  })
})
