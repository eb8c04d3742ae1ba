import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { checkFix, fixesOf } from '../support/fixes.ts'

describe('fixes of the rules', () => {
  for (const rule of [...rules, ...portfolioRules]) {
    for (const example of rule.docs.bad) {
      const cases = fixesOf(rule, example)
      if (cases.length === 0) continue
      it(`${rule.id}: ${example.title}`, () => {
        for (const each of cases) checkFix(each)
      })
    }
  }
})
