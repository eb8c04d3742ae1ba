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
})
