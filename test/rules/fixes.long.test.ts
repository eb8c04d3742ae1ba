import assert from 'node:assert/strict'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { bringsNothing, checkFix, fixesOf } from '../support/fixes.ts'

describe('fixes of the rules in another layout: byte order mark, emoji, four blanks and CR LF', () => {
  for (const rule of [...rules, ...portfolioRules]) {
    for (const example of rule.docs.bad) {
      const count = fixesOf(rule, example).length
      if (count === 0) continue
      it(`${rule.id}: ${example.title}`, () => {
        const cases = fixesOf(rule, example, rewritten)
        assert.equal(cases.length, count)
        for (const each of cases) checkFix(each)
      })
    }
  }
})

describe('fixes of the rules bring no other finding', () => {
  for (const rule of [...rules, ...portfolioRules]) {
    for (const example of rule.docs.bad) {
      const cases = fixesOf(rule, example)
      if (cases.length === 0) continue
      it(`${rule.id}: ${example.title}`, () => {
        for (const each of cases) bringsNothing(each)
      })
    }
  }
})

function rewritten(text: string): string {
  const wide = text.replace(/^( *)(- )?/gm, (_, blanks, dash) => blanks + blanks + (dash ? '-   ' : ''))
  return `\uFEFF# 🚀 our pilot\n${wide}`.replaceAll('\n', '\r\n')
}
