import assert from 'node:assert/strict'
import type { Facts } from '../../server/src/engine/portfolio/facts.ts'
import { mentions } from '../../server/src/engine/portfolio/named.ts'
import type { Member } from '../../server/src/engine/portfolio/portfolio.ts'
import { configured } from '../support/config.ts'
import { portfolioAnalysis } from '../support/portfolio.ts'

/** What takes the square of the size would not come to an end before a test's time is up. */
describe('much of everything', () => {
  it('is a portfolio of 10,000 pilots', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => member(index))
    assert.ok(portfolioAnalysis(many, { departed: [] }).findings.size > 1_000)
  })

  for (const [name, key, line] of [
    ['rules that do not exist', 'rules', (index: number) => `  owners/it-lat${index}: of`],
    ['patterns', 'include', (index: number) => `  - a${index}/**/*.{a,b}`],
    [
      "rules of one's own",
      'customRules',
      (index: number) => `  - { id: acme/r${index}, require: {}, message: A. }`,
    ],
  ] as const) {
    it(`is a configuration of 4,000 ${name}`, async () => {
      const lines = Array.from({ length: 4_000 }, (_, index) => line(index))
      const { files } = await configured({ 'pilots.config.yaml': `${key}:\n${lines.join('\n')}\n` })
      const count = files[0]?.findings.length
      assert.ok(count !== undefined && count <= 100, `${count}`)
    })
  }
})

/** One of many pilots: half of them have one use case, people have twenty each, and some of them are over. */
function member(index: number): Member {
  const name = `pilot-${index}`
  const person = `Ada Person${index % 500}`
  const start = `202${4 + (index % 3)}-0${1 + (index % 9)}-01`
  const facts: Facts = {
    name,
    title: name,
    stage: index % 7 === 0 ? 'stopped' : 'rollout',
    active: index % 7 !== 0,
    useCase: index % 2 === 0 ? 'everything' : `case-${index % 1000}`,
    vendor: `Vendor ${index % 50}`,
    tool: undefined,
    operator: person,
    operatorKey: person.toLowerCase(),
    rank: index % 3 === 0 ? undefined : index,
    predecessor: index % 5 === 0 ? `pilt-${index}` : undefined,
    comparedWith: [],
    start,
    end: index % 4 === 0 ? '2026-03-01' : undefined,
    decided: undefined,
    decidedOn: undefined,
    yearlyCost: 10_000,
    currency: undefined,
    fingerprint: `${index % 5_000}`,
    mentions: mentions(
      Array.from({ length: 12 }, (_, each) => {
        const other = `Bo Name${(index * 12 + each) % 30_000}`
        return { refers: 'person', name: other, key: other.toLowerCase(), path: 'gates.by' }
      }),
    ),
  }
  return { file: `pilots/${name}.pilot.yaml`, facts }
}
