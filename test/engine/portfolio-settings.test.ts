import assert from 'node:assert/strict'
import { recommended, type Settings } from '../../server/src/engine/config/settings.ts'
import { checkPortfolio } from '../../server/src/engine/portfolio/check-portfolio.ts'
import { registryOf } from '../../server/src/engine/portfolio/registry.ts'
import { portfolioOwnerOverloaded } from '../../server/src/engine/rules/portfolio/owner-overloaded.ts'
import { TODAY } from '../support/check.ts'
import { membersOf, portfolioAnalysis } from '../support/portfolio.ts'

describe('the rules over pilots with several configurations', () => {
  it('count the costs in the currency of each folder', () => {
    const spent = membersOf({
      a: 'timeline: { start: 2025-01-01 }\ncost: { software: 1000 }\n',
      b: 'timeline: { start: 2025-01-01 }\ncost: { software: 900000 }\n',
      c: 'currency: EUR\ntimeline: { start: 2025-01-01 }\ncost: { software: 2000 }\n',
    })
    const settingsOf = (file: string): Settings =>
      file.includes('/b.') ? { ...recommended, currency: 'JPY' } : recommended
    const found = [...portfolioAnalysis(spent, { settingsOf }).findings.values()].flat()
    const about = found.find(({ rule }) => rule === 'portfolio/spend-without-production')
    assert.match(about?.message ?? '', /1,\d00 USD, 1,\d00,000 JPY and 2,\d00 EUR/)
  })

  it('look people up only where the configuration names a registry', () => {
    const named = membersOf({
      a: 'owners: { operator: { name: Zoe Lind } }\npredecessor: nobody\n',
      b: 'owners: { operator: { name: Zoe Lind } }\npredecessor: nobody\n',
    })
    const registry = registryOf([{ kind: 'person', name: 'Luis Ortega' }])
    const settingsOf = (file: string): Settings => ({ ...recommended, hasRegistry: file.includes('/b.') })
    const { findings } = portfolioAnalysis(named, { registry, settingsOf })
    const unknown = (file: string): readonly string[] =>
      (findings.get(file) ?? [])
        .map(({ message }) => message)
        .filter((each) => / (?:not know|no pilot) /.test(each))
    const pilot = 'There is no pilot "nobody". Correct the name, or add its file.'
    const person =
      'The registry does not know the person "Zoe Lind". Correct the name, or add it to the registry.'
    assert.deepEqual(unknown('pilots/a.pilot.yaml'), [pilot])
    assert.deepEqual(unknown('pilots/b.pilot.yaml').toSorted(), [person, pilot])
  })

  it('weigh in each file what its folder says', () => {
    const busy = 'timeline: { start: 2026-02-02 }\nowners: { operator: { name: Luis Ortega } }\n'
    const rules = new Map([['portfolio/owner-overloaded', { severity: 'info', options: {} } as const]])
    const files = membersOf({ a: busy, b: busy, c: busy, d: busy }).map(({ file, analysis }) => {
      const settings = file.includes('/d.') ? { ...recommended, rules } : recommended
      return { file, analysis, circumstances: { today: TODAY, settings, rules: [] } }
    })
    const found = checkPortfolio(files, { today: TODAY, rules: [portfolioOwnerOverloaded] })
    assert.deepEqual(
      found.map(({ findings }) => findings.map(({ severity }) => severity).join()),
      ['', '', '', 'info'],
    )
  })

  it('leave whom a folder ranks apart out of the order of the others', () => {
    const rank = (number: number, start: string): string =>
      `priority: { rank: ${number} }\ntimeline: { start: ${start} }\n`
    const ranked = membersOf({
      ...{ a: rank(1, '2026-01-05'), b: rank(2, '2026-03-02'), c: 'timeline: { start: 2026-03-02 }\n' },
      ...{ apart: rank(2, '2026-02-02'), 'apart-too': rank(1, '2026-04-06') },
    })
    const settingsOf = (file: string): Settings => {
      const off = new Map([['portfolio/unprioritised', { severity: 'off', options: {} } as const]])
      return file.includes('apart') ? { ...recommended, rules: off } : recommended
    }
    const { findings } = portfolioAnalysis(ranked, { settingsOf })
    const said = [...findings].flatMap(([file, found]) => found.map(({ message }) => `${file} ${message}`))
    assert.deepEqual(
      said.filter((each) => each.includes(' rank ')),
      ['pilots/c.pilot.yaml This pilot has no rank among the 3 active ones. Decide which comes first.'],
    )
  })
})
