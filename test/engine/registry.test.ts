import assert from 'node:assert/strict'
import { whoIsWho } from '../../server/src/engine/portfolio/people.ts'
import { registryOf } from '../../server/src/engine/portfolio/registry.ts'
import { similarTo } from '../../server/src/engine/portfolio/similar.ts'
import { personKey } from '../../server/src/engine/words/people.ts'

describe('who is who', () => {
  const known = (...names: readonly string[]): ((name: string) => string) => {
    const who = whoIsWho(names.map(personKey))
    return (name) => who(personKey(name))
  }

  it('takes an initial for the one person that it fits', () => {
    const who = known('Luis Ortega', 'Ana Ruiz')
    for (const name of ['L. Ortega', 'Ortega, Luis', 'Dr. Luis Ortega', 'Luis M. Ortega'])
      assert.equal(who(name), who('Luis Ortega'), name)
    for (const name of ['A. Ortega', 'L. Ruiz', 'Luis', 'Ortega', 'Luisa Ortega'])
      assert.notEqual(who(name), who('Luis Ortega'), name)
  })

  it('takes it for nobody when two fit', () => {
    const who = known('Luis Ortega', 'Lena Ortega')
    assert.notEqual(who('L. Ortega'), who('Luis Ortega'))
    assert.notEqual(who('L. Ortega'), who('Lena Ortega'))
    assert.equal(who('L. Ortega'), who('L Ortega'))
  })

  it('tells people apart by a second name where nothing else does', () => {
    const who = known('Juan Pablo Ruiz', 'Juan Carlos Ruiz', 'Juan Ruiz')
    assert.equal(new Set(['Juan Pablo Ruiz', 'Juan Carlos Ruiz', 'Juan Ruiz', 'J. Ruiz'].map(who)).size, 4)
    assert.equal(who('Juan P. Ruiz'), who('Juan Pablo Ruiz'))
  })
})

describe('a registry', () => {
  const registry = registryOf([
    { kind: 'person', name: 'luis.ortega', title: 'Luis Ortega', aliases: ['luis.ortega@example.com'] },
    { kind: 'team', name: 'supply-chain', title: 'Supply Chain' },
  ])

  it('finds people, teams and owners by any of their names', () => {
    for (const name of ['Luis Ortega', 'L. Ortega', 'luis.ortega', 'luis.ortega@example.com', 'Ortega, Luis'])
      assert.equal(registry.find('person', name)?.name, 'luis.ortega', name)
    for (const name of ['supply-chain', 'Supply Chain', 'SUPPLY_CHAIN'])
      assert.equal(registry.find('owner', name)?.name, 'supply-chain', name)
    assert.equal(registry.find('owner', 'Luis Ortega')?.kind, 'person')
    assert.equal(registry.find('person', 'supply-chain'), undefined)
    assert.equal(registry.find('person', 'Lena Ortega'), undefined)
  })

  it('covers what it holds entries of', () => {
    assert.deepEqual(
      (['person', 'team', 'owner', 'system', 'pilot'] as const).map((kind) => registry.covers(kind)),
      [true, true, true, false, false],
    )
    const people = registryOf([{ kind: 'person', name: 'Luis Ortega' }])
    // An owner that is not among the people may be a team.
    assert.equal(people.covers('owner'), false)
  })

  it('suggests what was meant', () => {
    assert.deepEqual(registry.meant('person', 'Luis Ortgea'), ['Luis Ortega'])
    assert.deepEqual(registry.meant('person', 'Ortega Luis'), ['Luis Ortega'])
    assert.deepEqual(registry.meant('team', 'suply-chain'), ['supply-chain'])
    assert.deepEqual(registry.meant('team', 'finance'), [])
    const names = ['Anna Keller', 'Adam Keller', 'Ben Keller', 'Ada Ruiz']
    const people = registryOf(names.map((name) => ({ kind: 'person', name })))
    assert.deepEqual(people.meant('person', 'A. Keller'), ['Anna Keller', 'Adam Keller'])
    assert.deepEqual(people.meant('person', 'C. Keller'), [])
  })

  it('finds a similar name among thousands', () => {
    const similar = similarTo(Array.from({ length: 5_000 }, (_, index) => `system-${index}-orders`))
    assert.equal(similarTo(['netsuite-erp', 'excel'])('netsiute-erp'), 'netsuite-erp')
    assert.match(similar('system-12-ordres') ?? '', /^system-\d+-orders$/)
  })
})
