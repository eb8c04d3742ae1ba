import assert from 'node:assert/strict'
import { analysisOf, complete } from '../support/check.ts'

/** What an author writes for a date, and the days that may be meant. */
const dates: readonly [string, ...string[]][] = [
  ['1er mars 2027', '2027-03-01'],
  ['1 de marzo de 2027', '2027-03-01'],
  ['1 marzo 2027', '2027-03-01'],
  ['1 mayo 2027', '2027-05-01'],
  ['1 maggio 2027', '2027-05-01'],
  ['1 mei 2027', '2027-05-01'],
  ['1 maart 2027', '2027-03-01'],
  ['1 de março de 2027', '2027-03-01'],
  ['12 août 2027', '2027-08-12'],
  ['9. Dez. 2027', '2027-12-09'],
  ['05-06-26', '2026-06-05', '2026-05-06'],
  ['5/6/26', '2026-06-05', '2026-05-06'],
  ['26-06-05', '2026-06-05'],
  ['30-06-26', '2026-06-30', '2030-06-26'],
]

describe('a date that is written in another way', () => {
  for (const [written, ...days] of dates) {
    it(written, () => {
      const [finding, ...others] = analysisOf(complete(`timeline: { start: "${written}" }\n`), {
        rules: [],
      }).findings
      const advice = `Write ${days.join(' or ')}.`
      assert.equal(finding?.message, `"${written}" is not written as a date. ${advice}`)
      assert.deepEqual(others, [])
      const offered = finding.fixes.map(({ title, safe }) => [title, safe])
      const isSafe = /[a-z]/i.test(written)
      assert.deepEqual(
        offered,
        days.map((day) => [`Write ${day}`, isSafe]),
      )
    })
  }

  it('is none where a word only begins like a month', () => {
    const [finding] = analysisOf(complete('timeline: { start: 1 maybe 2027 }\n'), { rules: [] }).findings
    assert.deepEqual(finding?.fixes, [])
  })
})
