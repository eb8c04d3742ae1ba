import assert from 'node:assert/strict'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { analysisOf, complete } from '../support/check.ts'

describe('a file of which most is missing', () => {
  it('is told what was written and left half: a criterion without its numbers, a gate without its decision', () => {
    const yaml = `stage: rollout
criteria: { success: [{ metric: Cost per claim, better: lower }] }
gates: [{ stage: rollout, held: 2026-04-01 }]
`
    const { findings } = analysisOf(complete(yaml), { rules })
    const told = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)
    assert.deepEqual(told.toSorted(), [
      'criteria/agreed-late',
      'criteria/no-baseline',
      'criteria/no-target',
      'file/incomplete',
      'gates/undecided',
    ])
  })

  it('is asked for none of the owners by name, and told which of them has left', () => {
    const told = (yaml: string): readonly string[] => {
      const { findings } = analysisOf(complete(`stage: rollout\n${yaml}`), { rules })
      return findings.flatMap(({ rule }) => (rule.startsWith('owners/') ? [rule] : []))
    }
    assert.deepEqual(told('owners: { sponsor: { name: Dana Whitfield, budgetAuthority: true } }\n'), [])
    const left = 'owners: { it: { name: Sam Cole, until: 2026-02-01 }, operator: { name: TBD } }\n'
    assert.deepEqual(told(left), ['owners/it-missing', 'owners/operator-not-a-person'])
  })
})
