import assert from 'node:assert/strict'
import type { Criterion, Pilot } from '../../server/src/engine/pilot/model.generated.ts'
import { criteriaOf, deadlineOf, isMet, timeShareOf } from '../../server/src/engine/pilot/progress.ts'
import { pilotOf } from '../support/check.ts'

/** A pilot with one criterion. */
function withCriterion(
  criterion: string,
  more = '',
): { readonly pilot: Pilot; readonly criterion: Criterion } {
  const pilot = pilotOf(`stage: rollout\n${more}criteria:\n  success: [{ ${criterion} }]\n`)
  const [first] = criteriaOf(pilot)
  assert.ok(first)
  return { pilot, criterion: first }
}

describe('a criterion', () => {
  for (const [value, better, expected] of [
    [70, 'higher', true],
    [69.9, 'higher', false],
    [70, 'lower', true],
    [70.1, 'lower', false],
  ] as const)
    it(`with the target 70 and ${value}, where ${better} is better, is ${expected ? 'met' : 'not met'}`, () => {
      const readings = `readings: [{ date: 2026-03-01, value: ${value} }]`
      assert.equal(isMet(withCriterion(`target: 70, better: ${better}, ${readings}`).criterion), expected)
    })

  it('is due on its day, or so long after the pilot went to production or is to go there', () => {
    const due = (criterion: string, more = ''): string | undefined => {
      const { pilot, criterion: only } = withCriterion(criterion, more)
      return deadlineOf(pilot, only)
    }
    const promised = 'timeline: { productionBy: 2026-06-30 }\n'
    const decided = (decision: string): string =>
      `${promised}outcome: { decision: ${decision}, date: 2026-07-31 }\n`
    assert.equal(due('by: 2026-05-01, within: 60 days', promised), '2026-05-01')
    assert.equal(due('within: 60 days', promised), '2026-08-29')
    assert.equal(due('within: 2 weeks', promised), '2026-07-14')
    assert.equal(due('within: 1 month', decided('scale')), '2026-08-31')
    assert.equal(due('within: 1 quarter', decided('stop')), '2026-09-30')
    assert.equal(due('within: 60 days'), undefined)
    assert.equal(due('target: 70', promised), undefined)
  })

  it('has so much of its time behind it', () => {
    const share = (today: string, start = '2026-01-01'): number | undefined => {
      const { pilot, criterion } = withCriterion('by: 2026-01-21', `timeline: { start: ${start} }\n`)
      return timeShareOf(pilot, criterion, today)
    }
    assert.deepEqual(
      ['2025-12-01', '2026-01-01', '2026-01-06', '2026-01-21', '2026-01-31'].map((today) => share(today)),
      [0, 0, 0.25, 1, 1.5],
    )
    assert.equal(share('2026-01-06', '2026-01-21'), undefined)
  })
})
