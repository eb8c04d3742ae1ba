import assert from 'node:assert/strict'
import { kindOfName, type NameKind } from '../../server/src/engine/words/people.ts'

const kinds: Readonly<Partial<Record<NameKind, readonly string[]>>> = {
  group: [
    ...[
      'Grünflächenamt',
      'Jugendamt Leipzig',
      'Amt für Soziales',
      'Referat 42',
      'Dezernat III',
      'Betriebsrat',
    ],
    ...['Stabsstelle Digitalisierung', 'Fachbereich Bildung', 'Rechenzentrum', 'Pflegedienst', 'Buchhaltung'],
    ...['Projektgruppe KI', 'Einkauf', 'Public Works', 'City Council', 'School Board', 'Kitchen staff'],
  ],
  position: [
    ...[
      'Head stonemason',
      'Head Brewer',
      'Head chef',
      'Sous chef',
      'Head teacher',
      'Head gardener',
      'School principal',
      'Fire chief',
    ],
    ...['Managing editor', 'Editor in chief', 'Pharmacy manager', 'Küchenchef', 'Amtsleiterin', 'Chefarzt'],
    ...['Leiterin Kundenservice', 'Teamleiter Einkauf', 'Sachbearbeiter', 'Geschäftsführerin'],
  ],
  person: [
    ...[
      'Julia Schulamt',
      'Schulamt, Julia',
      'Karl Leiter',
      'Anna Pflege',
      'Jan Kreis',
      'Peter Amt',
      'Max Rat',
    ],
    ...['Murat Yilmaz', 'Nusrat Jahan', 'Marat', 'Christelle Dupont', 'Estelle', 'Rosa Parks', 'In Sun Park'],
    ...[
      'Sarah Cook',
      'Cook',
      'Thomas Chef',
      'Chef Marc Dubois',
      'Amtsleiter Peter Meier',
      'Sarah Head',
      'Head Stonemason',
      'sarah head',
      'head sarah',
    ],
    ...['Chefarzt Dr. Anna Schmidt', 'Leiter Einkauf: Peter Meier', 'Anna Koch, Leiterin Einkauf'],
  ],
}

describe('names of offices and trades', () => {
  for (const kind of ['group', 'position', 'person'] as const)
    for (const name of kinds[kind] ?? []) it(`${name}: ${kind}`, () => assert.equal(kindOfName(name), kind))
})
