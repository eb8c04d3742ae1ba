import assert from 'node:assert/strict'
import { adoptionRoleUntrained } from '../../server/src/engine/rules/adoption/role-untrained.ts'
import { analysisOf, complete } from '../support/check.ts'

/** The roles of which it is said that no training is planned for them. */
function untrained(roles: string, training: string): readonly string[] {
  const yaml = `stage: adoption\nworkflow: { roles: [${roles}] }\nadoption: { training: [{ role: "${training}" }] }\n`
  const { findings, text } = analysisOf(complete(yaml), { rules: [adoptionRoleUntrained] })
  return findings.map(({ span }) => text.slice(span.start, span.end))
}

describe('a role that is trained', () => {
  const all = [
    'All agents',
    'Everyone',
    'Both',
    'the entire team',
    'Alle',
    'alle Beteiligten',
    'Jeder im Team',
  ]
  all.push(
    'Das ganze Team',
    'Tous les agents',
    'toute l’équipe',
    'Tout le monde',
    'Todos',
    'Tutti',
    'Iedereen',
  )
  for (const training of all)
    it(`is any where ${training} are`, () => assert.deepEqual(untrained('Fahrer, Disponenten', training), []))

  for (const [roles, training] of [
    ['Drivers, Dispatchers', 'Drivers and dispatchers'],
    ['Fahrer, Disponenten', 'Fahrer und Disponenten'],
    ['conducteurs, répartiteurs', 'Conducteurs et répartiteurs'],
    ['Conductores, Operadores', 'Conductores y operadores'],
    ['Autisti, Operatori', 'Autisti e operatori'],
    ['Chauffeurs, Planners', 'Chauffeurs en planners'],
    ['E-commerce managers, Drivers', 'E-commerce managers and drivers'],
    ['Employée, Chef', 'Employée et chef'],
  ] as const)
    it(`is one of those in "${training}"`, () => assert.deepEqual(untrained(roles, training), []))

  it('is none that the text does not name', () => {
    assert.deepEqual(untrained('Fahrer, Disponenten', 'Fahrer und Lageristen'), ['Disponenten'])
    assert.deepEqual(untrained('Driver', 'Allocators'), ['Driver'])
    assert.deepEqual(untrained('Driver', 'TODO role whose work changes'), ['Driver'])
  })
})
