import assert from 'node:assert/strict'
import { extract, type Facts } from '../../server/src/engine/portfolio/facts.ts'
import { knownNames } from '../../server/src/engine/portfolio/known-names.ts'
import { registryOf } from '../../server/src/engine/portfolio/registry.ts'
import { analysisOf } from '../support/check.ts'

const texts = [
  'name: a\nteam: order-desk\nowners: { sponsor: { name: Zoe Lind }, operator: { name: TBD }, it: { name: Sam Cole } }\n',
  'name: b\nowners: { sponsor: { name: zoe lind }, operator: { name: Kim & Pete }, production: { team: it-ops } }\nintegration: { systems: [{ system: erp, owner: Ana Ruiz }, { system: crm, owner: order-desk }] }\n',
]
const factsOf = (text: string): Facts => {
  const { pilot, syntax } = analysisOf(text)
  return extract(pilot, syntax).facts
}
const portfolio = texts.map(factsOf)

const names = (...about: Parameters<typeof knownNames>): readonly string[] =>
  knownNames(...about).map(({ name }) => name)

describe('the names to choose from', () => {
  it('are those of single people, in most places first, each once', () => {
    assert.deepEqual(names('person', portfolio, undefined), ['Zoe Lind', 'Ana Ruiz', 'Sam Cole'])
  })

  it('are those of teams, also where a team owns something', () => {
    assert.deepEqual(names('team', portfolio, undefined), ['order-desk', 'it-ops'])
  })

  it('are those of the moment, whatever was known of other pilots before', () => {
    assert.deepEqual(names('person', portfolio, undefined), ['Zoe Lind', 'Ana Ruiz', 'Sam Cole'])
    const edited = portfolio.with(0, factsOf((texts[0] ?? '').replace('Sam Cole', 'Ben Ito')))
    assert.deepEqual(names('person', edited, undefined), ['Zoe Lind', 'Ana Ruiz', 'Ben Ito'])
    assert.deepEqual(names('team', edited, undefined), ['order-desk', 'it-ops'])
    assert.deepEqual(names('person', edited.slice(0, 1), undefined), ['Ben Ito', 'Zoe Lind'])
    assert.deepEqual(names('person', portfolio, undefined), ['Zoe Lind', 'Ana Ruiz', 'Sam Cole'])
  })

  it('hold whom only the registry knows, as pilots would write it', () => {
    const registry = registryOf([
      { kind: 'person', name: 'scole', title: 'Sam Cole' },
      { kind: 'person', name: 'mlin', title: 'Mei Lin' },
      { kind: 'team', name: 'finance' },
    ])
    assert.deepEqual(names('person', portfolio, registry), ['Zoe Lind', 'Ana Ruiz', 'Sam Cole', 'Mei Lin'])
    assert.deepEqual(names('team', [], registry), ['finance'])
  })
})
