import assert from 'node:assert/strict'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { checkExample, findingsOn } from '../support/check.ts'

describe('examples of the rules', () => {
  for (const rule of [...rules, ...portfolioRules]) {
    describe(rule.id, () => {
      for (const example of rule.docs.bad) {
        it(`reports: ${example.title}`, () => {
          assert.ok(
            [...findingsOn(rule, example).values()].flat().some((finding) => finding.rule === rule.id),
            'The bad example has no finding',
          )
          checkExample(rule, example)
        })
      }
      for (const example of rule.docs.good) {
        it(`is silent: ${example.title}`, () => {
          assert.deepEqual([...findingsOn(rule, example).values()].flat(), [])
        })
      }
    })
  }
})
