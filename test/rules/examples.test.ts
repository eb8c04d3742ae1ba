import assert from 'node:assert/strict'
import type { Severity } from '../../server/src/engine/finding.ts'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { matchesGolden } from '../cli/golden.ts'
import { type AnyRule, checkExample, findingsOnExample } from '../support/check.ts'
import { fixTexts } from '../support/fix-texts.ts'
import { checkFix, fixesOf } from '../support/fixes.ts'

describe('examples of the rules', () => {
  for (const rule of [...rules, ...portfolioRules]) {
    describe(rule.id, () => {
      for (const example of rule.docs.bad) {
        it(`reports: ${example.title}`, () => {
          assert.ok(
            [...findingsOnExample(rule, example).values()].flat().some((finding) => finding.rule === rule.id),
            'The bad example has no finding',
          )
          checkExample(rule, example)
        })
      }
      it('says in its severity what its examples weigh', () => {
        const said = [...Object.values(rule.from), rule.docs.except?.split(' ')[0]]
        for (const severity of severitiesOf(rule)) assert.ok(said.includes(severity), severity)
      })
      for (const example of rule.docs.good) {
        it(`is silent: ${example.title}`, () => {
          assert.deepEqual([...findingsOnExample(rule, example).values()].flat(), [])
        })
      }
    })
  }
})

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

  it('and their notes say what they said', () => {
    const text = fixTexts([...rules, ...portfolioRules])
    matchesGolden('fixes.txt', text, new URL('./golden/', import.meta.url))
  })
})

function severitiesOf(rule: AnyRule): readonly Severity[] {
  const found = rule.docs.bad.flatMap((example) => [...findingsOnExample(rule, example).values()].flat())
  return found.filter((finding) => finding.rule === rule.id).map(({ severity }) => severity)
}
