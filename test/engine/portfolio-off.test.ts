import assert from 'node:assert/strict'
import { recommended, type Settings } from '../../server/src/engine/config/settings.ts'
import { membersOf, portfolioAnalysis, told } from '../support/portfolio.ts'

describe('a finding about several pilots', () => {
  it('stands in one where the rule is on, and nowhere if that is none', () => {
    const ended = 'timeline: { start: 2025-01-01, end: 2026-01-30 }\ncost: { software: 1000 }\n'
    const others = membersOf({
      f: `${ended}useCase: triage\nvendor: { tool: Augur }\n`,
      g: `${ended}useCase: triage\nvendor: { tool: Prognos }\n`,
      h: 'useCase: triage\nvendor: { tool: Sortex }\ntimeline: { start: 2025-02-01 }\ncost: { software: 9000000 }\n',
      i: 'timeline: { start: 2026-05-02 }\n',
      j: 'timeline: { start: 2026-05-03 }\n',
      k: 'timeline: { start: 2026-05-04 }\n',
    })
    const shared = ['no-decisions', 'same-use-case', 'spend-without-production', 'too-many']
    const off: Settings = {
      ...recommended,
      rules: new Map(shared.map((name) => [`portfolio/${name}`, { severity: 'off' as const, options: {} }])),
    }
    const saidOff = (...names: readonly string[]): readonly string[] => {
      const settingsOf = (file: string): Settings =>
        names.some((name) => file.includes(`/${name}.`)) ? off : recommended
      const found = told(portfolioAnalysis(others, { settingsOf }))
      return found.filter((line) => shared.some((name) => line.includes(name))).sort()
    }
    assert.deepEqual(saidOff(), [
      'f portfolio/no-decisions error',
      'h portfolio/same-use-case warning',
      'h portfolio/spend-without-production warning',
      'k portfolio/too-many warning',
    ])
    assert.deepEqual(saidOff('f', 'h', 'k'), [
      'g portfolio/no-decisions error',
      'g portfolio/same-use-case warning',
      'g portfolio/spend-without-production warning',
      'j portfolio/too-many warning',
    ])
    assert.deepEqual(saidOff('f', 'g', 'h', 'i', 'j', 'k'), [])
    const settingsOf = (file: string): Settings => (file.includes('/k.') ? off : recommended)
    const said = portfolioAnalysis(others, { settingsOf }).findings.get('pilots/j.pilot.yaml')
    const many = said?.find(({ rule }) => rule === 'portfolio/too-many')
    assert.match(
      many?.message ?? '',
      /^6 pilots are active, and none was scaled or stopped in the last 12 months\. /,
    )
    assert.equal(many?.related.length, 5)
  })
})
