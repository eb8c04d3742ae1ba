import assert from 'node:assert/strict'
import { costUnderestimated } from '../../server/src/engine/rules/cost/underestimated.ts'
import { gatesOverdue } from '../../server/src/engine/rules/gates/overdue.ts'
import { ownersDeliveryScopeIncomplete } from '../../server/src/engine/rules/owners/delivery-scope-incomplete.ts'
import { portfolioUnprioritised } from '../../server/src/engine/rules/portfolio/unprioritised.ts'
import { rolloutFullBeforeGate } from '../../server/src/engine/rules/rollout/full-before-gate.ts'
import type { Rule } from '../../server/src/engine/rules/rule.ts'
import { stageGateMissing } from '../../server/src/engine/rules/stage/gate-missing.ts'
import { stageImpossibleDates } from '../../server/src/engine/rules/stage/impossible-dates.ts'
import { stageOutputMissing } from '../../server/src/engine/rules/stage/output-missing.ts'
import { analysisOf, complete } from '../support/check.ts'
import { membersOf, portfolioAnalysis, told } from '../support/portfolio.ts'

/** What the schema and some rules find in a fragment. */
function found(yaml: string, ...rules: readonly Rule[]): readonly string[] {
  const text = complete(yaml)
  const { findings } = analysisOf(text, { rules })
  return findings.map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`)
}

describe('a value that is misspelt beyond doubt', () => {
  it('is judged as what it means', () => {
    const gates = (held: string, decision: string): string =>
      `stage: ownership\ngates: [{ stage: criteria, due: 2026-01-20, held: ${held}, decision: ${decision}, by: Dana }]\n`
    const looking = [gatesOverdue, stageGateMissing, stageImpossibleDates]
    assert.deepEqual(found(gates('20.01.2026', 'advanec'), ...looking), [
      'schema/date 20.01.2026',
      'schema/word advanec',
    ])
    assert.deepEqual(found(gates('20.07.2026', 'advance'), ...looking), [
      'schema/date 20.07.2026',
      'stage/impossible-dates 20.07.2026',
    ])
  })

  it('is the stage itself, a number in quotes, and a yes', () => {
    const { pilot } = analysisOf(
      complete('stage: rolout\ncost: { software: "42000" }\nowners: { sponsor: { budgetAuthority: ja } }\n'),
    )
    const { stage, cost, owners } = pilot
    assert.deepEqual(
      [stage?.value, cost?.software?.value, owners?.sponsor?.budgetAuthority?.value],
      ['rollout', 42000, true],
    )
  })
})

describe('a value that cannot be read', () => {
  it('is one finding where a gate was held on no day', () => {
    const gate = '{ stage: rollout, due: 2026-05-08, held: in May, decision: expand }'
    const yaml = `stage: rollout\nrollout: { volume: 80% }\ngates:\n  - ${gate}\n`
    const looking = [gatesOverdue, rolloutFullBeforeGate, stageGateMissing]
    assert.deepEqual(found(yaml, ...looking), ['schema/date in May'])
  })

  it('is one finding where nobody knows what a gate decided', () => {
    const gates = ['criteria', 'ownership'].map(
      (stage) => `  - { stage: ${stage}, due: 2026-01-08, held: 2026-01-08, decision: approved }\n`,
    )
    const wrong = ['schema/word approved', 'schema/word approved']
    assert.deepEqual(found(`stage: data\ngates:\n${gates.join('')}`, stageGateMissing), wrong)
    const expanded = '{ stage: rollout, held: 2026-05-08, decision: approved }'
    const text = complete(`stage: adoption\nrollout: { start: 2026-04-08 }\ngates: [${expanded}]\n`)
    const output = analysisOf(text, { rules: [stageOutputMissing] }).findings
    assert.ok(output.every(({ message }) => !message.includes('rollout has left no output')))
  })

  it('is one finding in a list of areas and in a sum', () => {
    const delivery = '{ name: Priya Nair, mandate: Decides., covers: [data-integration, legal] }'
    assert.deepEqual(
      found(`stage: rollout\nowners: { delivery: ${delivery} }\n`, ownersDeliveryScopeIncomplete),
      ['schema/word legal'],
    )
    const costs = '{ implementation: a lot, data: 100, integration: 100, change: 100 }'
    assert.deepEqual(found(`cost: { software: 42000, oneTime: ${costs} }\n`, costUnderestimated), [
      'schema/kind a lot',
    ])
  })

  it('is one finding in the rank of a pilot', () => {
    const texts = {
      one: 'priority: { rank: 1 }\n',
      two: 'priority: { rank: high }\n',
      three: 'priority: high\n',
    }
    const pilots = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, complete(text)]))
    assert.deepEqual(told(portfolioAnalysis(membersOf(pilots), { rules: [portfolioUnprioritised] })), [])
  })
})

describe('a day that cannot be right', () => {
  const wrong = ['2062-05-08', '2206-01-12', '2026-07-20']
  const found = (yaml: string): readonly string[] => {
    const text = complete(yaml)
    return analysisOf(text)
      .findings.filter(({ span, related }) =>
        [{ span }, ...related].some((each) => wrong.includes(text.slice(each.span.start, each.span.end))),
      )
      .map(({ rule }) => rule)
  }

  it('is one finding, whatever else would follow from it', () => {
    const gates = 'gates: [{ stage: rollout, due: 2062-05-08 }, { stage: rollout, due: 2026-05-06 }]'
    const owners = 'owners: { operator: { name: Luis Ortega, since: 2206-01-12 } }'
    const start = 'timeline: { start: 2026-02-02 }\nrollout: { start: 2026-04-06 }'
    assert.deepEqual(found(`stage: rollout\n${start}\n${gates}\n${owners}\n`), [
      'stage/impossible-dates',
      'stage/impossible-dates',
    ])
    assert.deepEqual(
      found(`stage: data\n${start}\ncriteria: { agreed: 2026-07-20, success: [{ metric: Cost }] }\n`),
      ['stage/impossible-dates'],
    )
  })
})
