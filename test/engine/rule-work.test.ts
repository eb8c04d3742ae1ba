import assert from 'node:assert/strict'
import type { Pilot } from '../../server/src/engine/pilot/model.generated.ts'
import { gatesOverdue } from '../../server/src/engine/rules/gates/overdue.ts'
import { gatesUndecided } from '../../server/src/engine/rules/gates/undecided.ts'
import type { Rule } from '../../server/src/engine/rules/rule.ts'
import { analysisOf } from '../support/check.ts'

/** What a rule does for a long list is counted and never timed. */
describe('the work of a rule', () => {
  const lists: readonly (readonly [Rule, string])[] = [
    [gatesOverdue, '  - { stage: data, due: 2026-02-02 }\n'],
    [gatesUndecided, '  - { stage: data, due: 2026-02-02, held: 2026-02-02 }\n'],
  ]
  for (const [rule, gate] of lists) {
    it(`looks through the gates once for what ${rule.id} plans behind each of them`, () => {
      const [few, many] = [looksOf(rule, gate, 30), looksOf(rule, gate, 60)]
      assert.ok(few > 0 && many <= 2 * few, `${few} looks at half of the gates, ${many} at all`)
    })
  }
})

/** How often a rule looks at the stage or the day of a gate, of so many that are alike. */
function looksOf(rule: Rule, gate: string, count: number): number {
  let looks = 0
  const watched = (pilot: Pilot): Pilot => {
    const { gates } = pilot
    assert.ok(gates)
    const items = gates.items.map((each) => ({
      ...each,
      get stage() {
        looks++
        return each.stage
      },
      get due() {
        looks++
        return each.due
      },
    }))
    return { ...pilot, gates: { ...gates, items } }
  }
  const check: Rule['check'] = (pilot, scene) => rule.check(watched(pilot), scene)
  const head = 'apiVersion: pilot-as-code/v1\nname: a\ntitle: A\nstage: rollout\n'
  const { findings } = analysisOf(`${head}gates:\n${gate.repeat(count)}`, { rules: [{ ...rule, check }] })
  assert.equal(findings.length, count)
  assert.ok(
    findings.every(({ fixes }) =>
      fixes.some(({ changes }) => changes.some((change) => change.do === 'append')),
    ),
  )
  return looks
}
