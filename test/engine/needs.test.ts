import assert from 'node:assert/strict'
import { absentBlocks, neededBlocks } from '../../server/src/engine/pilot/needs.ts'
import { stages } from '../../server/src/engine/pilot/stages.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { fileIncomplete } from '../../server/src/engine/rules/file/incomplete.ts'
import { keysOf, ROOT } from '../../server/src/engine/schema/describe.ts'
import { analysisOf, complete } from '../support/check.ts'

const others = rules.filter(({ id }) => id !== fileIncomplete.id)
const abouts = new Map(rules.map(({ id, about }) => [id, about ?? id.split('/')[0] ?? '']))

describe('the blocks that a pilot needs', () => {
  for (const stage of stages) {
    it(`in ${stage} are those that the rules ask for`, () => {
      const { findings } = analysisOf(complete(`stage: ${stage}\n`), { rules: others })
      const asked = new Set(findings.map(({ rule }) => abouts.get(rule) ?? ''))
      assert.deepEqual(
        [...asked].filter((block) => block !== 'outcome').sort(),
        [...neededBlocks(stage)].sort(),
      )
    })
  }

  it('are keys of the format in its order', () => {
    const needed = neededBlocks('adoption')
    assert.deepEqual(
      needed,
      keysOf(ROOT).filter((key) => needed.includes(key)),
    )
  })
})

describe('a file in which most is missing', () => {
  const sparse = complete('stage: rollout\nvendor: { name: Northway }\ntimeline: { start: 2024-02-02 }\n')

  it('has one finding about that, and those about what is wrong', () => {
    const { findings, covered, pilot } = analysisOf(sparse)
    const found = findings.map(({ rule }) => rule)
    assert.ok(found.includes('file/incomplete'))
    assert.ok(found.includes('stage/over-a-year'))
    for (const rule of [
      'owners/operator-missing',
      'vendor/no-exit',
      'stage/no-production-date',
      'stage/gate-missing',
    ]) {
      assert.ok(!found.includes(rule), rule)
      assert.ok(
        covered.some((each) => each.rule === rule),
        rule,
      )
    }
    assert.ok(absentBlocks(pilot).length > 8)
  })

  it('has all of them again where the one is suppressed', () => {
    const { findings, covered } = analysisOf(
      `# pilots-ignore-file file/incomplete -- block by block\n${sparse}`,
    )
    assert.deepEqual(covered, [])
    assert.ok(findings.some(({ rule }) => rule === 'owners/operator-missing'))
    assert.ok(!findings.some(({ rule }) => rule.startsWith('suppression/')))
  })

  it('has no suppression that is called unused because of it', () => {
    const { findings } = analysisOf(`# pilots-ignore-file owners/operator-missing -- named in May\n${sparse}`)
    assert.ok(!findings.some(({ rule }) => rule.startsWith('suppression/')))
  })

  it('never covers what is wrong with what is there', () => {
    const text = complete('stage: rollout\nsummary: TBD\nrollout: { volume: 95% }\ncosts: 1\n')
    const found = analysisOf(text).findings.map(({ rule }) => rule)
    for (const rule of ['file/incomplete', 'file/placeholder', 'schema/unknown-key'])
      assert.ok(found.includes(rule), rule)
  })

  it('never covers what will not do, though more of it is the answer', () => {
    const f1 = 'criteria: { success: [{ metric: F1 score of the extraction, baseline: 71, target: 85 }] }\n'
    const byHand = 'integration: { systems: [{ system: Excel export of the stock list }] }\n'
    const found = analysisOf(complete(`stage: rollout\n${f1}${byHand}`)).findings.map(({ rule }) => rule)
    for (const rule of ['file/incomplete', 'criteria/only-technical', 'integration/manual'])
      assert.ok(found.includes(rule), rule)
  })
})
