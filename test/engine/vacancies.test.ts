import assert from 'node:assert/strict'
import { kindOfName } from '../../server/src/engine/words/people.ts'

describe('a vacant post', () => {
  it('is told apart from a person in Dutch and Italian', () => {
    const vacant = [
      ...['vacature', 'Openstaande vacature', 'nog in te vullen', 'nog niet bekend', 'nader te bepalen'],
      ...['onbekend', 'wordt geworven', 'da assegnare', 'in fase di selezione', 'non ancora nominato'],
      'selezione in corso',
    ]
    for (const name of vacant) assert.equal(kindOfName(name), 'vacancy', name)
    for (const name of ['Nog Bakker', 'Dario Da Costa', 'Wim Nader', 'Nader te Velde', 'Ancora Ferri'])
      assert.equal(kindOfName(name), 'person', name)
  })

  it('is told apart from a person where an answer is put off, in seven languages', () => {
    const vacant = [
      ...['Nog open', 'te bepalen', 'n.t.b.', 'volgt', 'geen', 'nee', 'nvt', 'n.v.t.', 'wordt nog bepaald'],
      ...[
        'wordt nog ingevuld',
        'in afwachting van benoeming',
        'da stabilire',
        'in attesa di nomina',
        'tutti',
      ],
      ...[
        'non applicabile',
        'en recrutement',
        'non désigné',
        'sin nombrar',
        'Aún por definir',
        'keine',
        'nein',
      ],
      ...['pendiente de nombramiento', 'em aberto', 'ninguém', 'nicht vergeben', 'Nachfolge offen'],
      ...['Volgt nog', 'folgt noch', 'folgt nach der Ausschreibung'],
      ...['wird nachbesetzt', 'entfällt', 'Puesto Vacante', 'Vacante'],
    ]
    for (const name of vacant) assert.equal(kindOfName(name), 'vacancy', name)
    const people = [
      'Maria Vacante',
      'Sin Yee Wong',
      'Geen Peeters',
      'Tutti Rossi',
      'Nein Schmidt',
      'Non Sae-Lee',
    ]
    for (const name of [...people, 'Willem Wordt', 'Te Ming Kao', 'Pia Attesa'])
      assert.equal(kindOfName(name), 'person', name)
  })
})
