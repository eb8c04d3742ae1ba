import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

const language = record(
  JSON.parse(
    readFileSync(new URL('../../client/language/language-configuration.json', import.meta.url), 'utf8'),
  ),
)

describe('what the editor takes for one word', () => {
  const words = new RegExp(String(language['wordPattern']), 'g')
  // Of a day in three words, the editor goes on offering what fits the first two, and Enter takes that.
  for (const [line, expected] of [
    ['  - since: 2026-11-01', ['since', '2026-11-01']],
    ['- order-desk/x_1 (3,5 "days")', ['order-desk', 'x_1', '3', '5', 'days']],
    ['-12.5 and 12.5%', ['-12.5', 'and', '12.5']],
    ['{ team: Bürgeramt-Nord }', ['team', 'Bürgeramt-Nord']],
  ] as const)
    it(`of "${line}"`, () => assert.deepEqual(line.match(words), expected))
})

describe('the Enter key', () => {
  const rules = language['onEnterRules']
  const cases: readonly (readonly [string, string])[] = [
    ['  - Accuracy is below 75', '- '],
    ['  - "quoted: text"', '- '],
    ['  - { date: 2026-01-05, value: 3 }', '- '],
    ['  - metric: Hours per week', '  '],
    ['  - metric: Hours # of planners', '  '],
    ['    - securityReview:', 'deeper'],
    ['    - notes: |', 'deeper'],
    ['  - ', 'nothing'],
    ['owners:', 'deeper'],
    ['  operator: # to be found', 'deeper'],
    ['summary: >-', 'deeper'],
    ['x-plan: &plan', 'deeper'],
    ['  metric: Hours', 'nothing'],
    ['title: "Sorting: claims"', 'nothing'],
    ['# - a comment', 'nothing'],
    ['# owners:', 'nothing'],
    ['---', 'nothing'],
  ]
  for (const [line, expected] of cases) {
    it(`goes on after "${line}" with ${expected}`, () => {
      const all = Array.isArray(rules) ? rules.map(record) : []
      const rule = all.find(({ beforeText }) => new RegExp(String(beforeText)).test(line))
      const { indent, appendText } = record(rule?.['action'])
      const next = rule ? String(appendText ?? '') : 'nothing'
      assert.equal(indent === 'indent' ? 'deeper' : next, expected)
    })
  }
})

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
