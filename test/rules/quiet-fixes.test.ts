import assert from 'node:assert/strict'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { analysisOf, applyFix, complete } from '../support/check.ts'

/** The rules that speak after the fix of another one and did not before, but for what the author is asked to fill in. */
function raisedBy(rule: string, yaml: string): readonly string[] {
  const before = analysisOf(complete(yaml), { rules })
  const found = [...before.findings, ...before.covered].find((each) => each.rule === rule)
  const fix = found?.fixes[0]
  assert.ok(fix, `${rule} has no fix in\n${yaml}`)
  const after = analysisOf(applyFix(before.text, fix), { rules })
  const known = new Set([...before.findings, ...before.covered].map((each) => each.rule))
  const all = [...after.findings, ...after.covered].map((each) => each.rule)
  return all.filter((each) => !known.has(each) && each !== 'file/placeholder')
}

describe('fixes that bring no other question', () => {
  const cases: readonly [string, string][] = [
    [
      'owners/it-missing',
      'stage: rollout\ntimeline: { start: 2026-02-02 }\nowners: { operator: { name: A. Roy } }\n',
    ],
    ['cost/no-production-budget', 'stage: rollout\n'],
    ['cost/no-production-budget', 'stage: criteria\n'],
  ]
  for (const [rule, yaml] of cases)
    it(`${rule} in ${yaml.split('\n')[0]}`, () => assert.deepEqual(raisedBy(rule, yaml), []))
})
