import assert from 'node:assert/strict'
import { analysisOf, complete } from '../support/check.ts'

const said = (yaml: string, ...rules: readonly string[]): readonly string[] =>
  analysisOf(complete(yaml))
    .findings.filter(({ rule }) => rule.startsWith('schema/') || rules.includes(rule))
    .map(({ message }) => message)

describe('a list that is written as people speak', () => {
  it('ends with an entry of its own behind the last and', () => {
    for (const [text, list] of [
      ['Jo, Sam, Ade and Lin', 'Jo, Sam, Ade, Lin'],
      ['Jo, Sam, and Lin', 'Jo, Sam, Lin'],
      ['Jo; Sam und Lin', 'Jo, Sam, Lin'],
      ['Rui, Marta e Inês', 'Rui, Marta, Inês'],
    ] as const) {
      const [message] = said(`rollout: { earlyAdopters: "${text}" }\n`)
      assert.ok(message?.endsWith(`Write [${list}].`), message)
    }
  })

  it('keeps an entry that may be called so', () => {
    const [message] = said('workflow: { roles: "Legal, Trust and Safety" }\n')
    assert.ok(message?.endsWith('Write [Legal, Trust and Safety].'), message)
  })

  it('is one entry where there is no comma', () => {
    const [message] = said('workflow: { roles: Sales and service }\n')
    assert.ok(message?.endsWith('Write [Sales and service].'), message)
  })
})

describe('an amount whose name is that of a block elsewhere', () => {
  it('belongs to no list there', () => {
    const [message] = said('cost: { oneTime: { training: 5000 } }\n')
    assert.ok(message?.endsWith('Remove it, or name it "x-training" if it is your own.'), message)
  })
})

describe('a value that cannot be read', () => {
  it('is one finding: an approval that is no date', () => {
    const budget =
      'stage: criteria\ncurrency: USD\ncost: { productionBudget: { amount: 120000, approved: true } }\n'
    assert.deepEqual(said(budget, 'cost/no-production-budget'), [
      '"approved" takes a date, and this is true. For example: 2026-01-05.',
    ])
    const open = 'stage: criteria\ncurrency: USD\ncost: { productionBudget: { amount: 120000 } }\n'
    assert.equal(said(open, 'cost/no-production-budget').length, 1)
  })

  it('is one finding: a share that is none', () => {
    for (const share of ['80/20', '80-90%', '80% of the orders']) {
      assert.equal(said(`stage: rollout\nscope: { covers: ${share} }\n`, 'scope/everything').length, 1, share)
    }
  })
})

describe('the names of the parts of the United Kingdom', () => {
  it('have codes that nobody needs to look up', () => {
    for (const [name, code] of [
      ['England', 'GB-ENG'],
      ['Scotland', 'GB-SCT'],
      ['Wales', 'GB-WLS'],
      ['Northern Ireland', 'GB-NIR'],
      ['United Kingdom', 'GB'],
    ] as const) {
      const [message] = said(`compliance: { jurisdictions: [${name}] }\n`)
      assert.ok(message?.endsWith(`Write ${code}.`), message)
    }
  })
})

describe('yes and no in Portuguese', () => {
  it('are true and false', () => {
    for (const [word, answer] of [
      ['sim', 'true'],
      ['não', 'false'],
    ] as const) {
      const [message] = said(`compliance: { affectsPeople: ${word} }\n`)
      assert.ok(message?.endsWith(`Write ${answer}.`), message)
    }
  })
})

describe('weeks that are partly over', () => {
  it('are no time to plan for', () => {
    const days = 'timeline: { start: 2026-03-02, productionBy: 2026-12-01 }\n'
    const yaml = complete(`stage: data\n${days}`)
    const at = (today: string): string | undefined =>
      analysisOf(yaml, { today }).findings.find(({ rule }) => rule === 'stage/unrealistic')?.message
    const weeks = /Plan it for (\S+) to (\S{10})\./
    const [, from = '', last = ''] = weeks.exec(at('2026-03-10') ?? '') ?? []
    assert.ok(from > '2026-03-10' && last > from)
    assert.equal(at(from), at('2026-03-10'))
    assert.deepEqual(weeks.exec(at(last) ?? '')?.slice(1), [last, last])
  })
})
