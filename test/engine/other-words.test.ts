import assert from 'node:assert/strict'
import { analysisOf, complete } from '../support/check.ts'

/** A word that resembles one of the format and says something else, often the opposite. */
const others: readonly string[] = [
  'governance: { checkIn: bi-weekly }',
  'governance: { checkIn: biweekly }',
  'cost: { productionBudget: { amount: 9000, status: not approved } }',
  'cost: { productionBudget: { amount: 9000, status: unapproved } }',
  'integration: { systems: [{ system: sap, securityReview: { status: not passed } }] }',
  'integration: { systems: [{ system: sap, securityReview: { status: unplanned } }] }',
  'integration: { systems: [{ system: sap, securityReview: { status: paused } }] }',
  'integration: { systems: [{ system: sap, securityReview: { status: unreviewed } }] }',
  'rollout: { environment: pre-production }',
  'rollout: { environment: non-production }',
  'rollout: { environment: production-like }',
  'rollout: { participants: unrepresentative }',
  'data: { sources: [{ system: sap, quality: uncurated }] }',
  'criteria: { success: [{ metric: Cases, kind: non-technical }] }',
  'conditions: [{ kind: staffing, what: Two people, decision: decided }]',
  'gates: [{ stage: criteria, due: 2026-01-20, decision: extend }]',
  'gates: [{ stage: criteria, due: 2026-01-20, decision: held }]',
]

const finding = (yaml: string) => analysisOf(complete(`${yaml}\n`), { rules: [] }).findings[0]

describe('a word that says something else than the one it resembles', () => {
  for (const yaml of others) {
    it(yaml, () => {
      const found = finding(yaml)
      assert.equal(found?.rule, 'schema/word')
      assert.match(found.message, /\. Use one of /)
      assert.ok(found.fixes.length > 1)
      assert.ok(found.fixes.every(({ safe, suggestion }) => !safe && suggestion))
    })
  }

  it('is asked about where it may be a slip', () => {
    const found = finding('integration: { systems: [{ system: sap, status: scaled }] }')
    assert.match(found?.message ?? '', /Did you mean "scoped"\?$/)
    assert.ok(found?.fixes.every(({ safe }) => !safe))
  })

  it('is asked about where the author asks, or adds a word', () => {
    for (const status of ['approved?', 'approved tbc', 'approved-ish']) {
      const found = finding(`cost: { productionBudget: { amount: 9000, status: ${status} } }`)
      assert.match(found?.message ?? '', /Did you mean "approved"\?$/)
      assert.ok(
        found?.fixes.every(({ safe, suggestion }) => !safe && suggestion),
        status,
      )
    }
  })

  it('is not taken for it where several of its letters are others', () => {
    for (const yaml of [
      'owners: { delivery: { name: Priya Nair, covers: [development] } }',
      'rollout: { environment: starting }',
      'stage: projection',
      'conditions: [{ kind: data-assets, what: Replica }]',
      'cost: { productionBudget: { amount: 9000, status: improved } }',
    ]) {
      const [fix] = finding(yaml)?.fixes ?? []
      assert.deepEqual([fix?.safe, fix?.suggestion], [false, true], yaml)
    }
  })

  it('is still put right where it is one', () => {
    for (const yaml of [
      'stage: rolout',
      'stage: Adoption',
      'stage: Kriterien',
      'gates: [{ stage: criteria, due: 2026-01-20, decision: digannose }]',
      'rollout: { participants: representive }',
      'integration: { systems: [{ system: sap, securityReview: { status: in review } }] }',
      'value: { per: quarterly }',
      'rollout: { environment: sand box }',
      'stage: roll-out!',
    ]) {
      assert.equal(finding(yaml)?.fixes[0]?.safe, true, yaml)
    }
  })

  it('is a key of its own where it is one', () => {
    assert.match(finding('criteria: { success: [{ metric: A, uint: h }] }')?.message ?? '', /mean "unit"\?$/)
    const found = finding('owners: { coSponsor: { name: Ana Ruiz } }')
    assert.equal(
      found?.message,
      '"coSponsor" is not a key of "owners". Remove it, or name it "x-coSponsor" if it is your own.',
    )
  })
})
