import assert from 'node:assert/strict'
import { courseOf } from '../../server/src/engine/history/course.ts'
import { lowerPilot } from '../../server/src/engine/pilot/lower.ts'
import { historyOf } from '../../server/src/engine/rules/example-files.ts'
import type { PastState } from '../../server/src/engine/rules/rule.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'

describe('a start that is put right', () => {
  const state = (date: string, start: string): PastState => ({
    date,
    yaml: `timeline: { start: ${start} }\n`,
  })
  /** The start that counts, where another one was written before. */
  const started = (written: string, wrong: string, corrected: string, right: string): string | undefined => {
    const last = state('2026-02-25', right)
    const history = historyOf([state(written, wrong), state(corrected, right), last])
    return courseOf(history, lowerPilot(parse(last.yaml)), '2026-06-01')?.started
  }

  it('is the right one on the day on which it was written, though it had come', () => {
    assert.equal(started('2026-02-05', '2026-02-02', '2026-02-05', '2026-03-02'), '2026-03-02')
    assert.equal(started('2026-02-05', '2026-02-02', '2026-02-06', '2026-03-02'), '2026-02-02')
  })

  it('is the right one within a month where it was of a wrong year', () => {
    assert.equal(started('2026-01-10', '2025-03-02', '2026-02-05', '2026-03-02'), '2026-03-02')
    assert.equal(started('2026-01-10', '2025-03-02', '2026-02-05', '2026-03-09'), '2025-03-02')
    assert.equal(started('2026-01-10', '2025-03-02', '2026-02-20', '2026-03-02'), '2025-03-02')
    // Nobody meant a year that is far from both.
    assert.equal(started('2026-01-10', '2025-03-02', '2026-02-05', '2035-03-02'), '2025-03-02')
    // Three weeks ago nobody is a year wrong.
    assert.equal(started('2025-03-23', '2025-03-02', '2025-04-05', '2026-03-02'), '2025-03-02')
  })
})
