import assert from 'node:assert/strict'
import { isSamePerson, kindOfName } from '../../server/src/engine/words/people.ts'

describe('two ways to write a name', () => {
  it('are of one person with an address, a reference, degrees, a former name and other letters', () => {
    for (const other of [
      'anna.mueller@corp.example',
      'Anna Müller <anna.mueller@corp.example>',
      'user:default/anna.mueller',
      'Dr.-Ing. Anna Müller',
      'Dr. med. Anna Müller',
      'Dr. rer. nat. Anna Müller',
      'Dipl.-Ing. Anna Müller',
      'Fr. Anna Müller',
      'Anna Müller M.Sc.',
      'Anna Müller, geb. Schmidt',
      'Anna Müller, née Schmidt',
      'Anna Mueller',
      'Anna Muller',
      'A. Mueller',
      ...[
        'PD Dr. Anna Müller',
        'Priv.-Doz. Dr. med. Anna Müller',
        'Univ.-Prof. Anna Müller',
        'Prof. em. Anna Müller',
      ],
      ...['Prof. Dr. h. c. Anna Müller', 'Mag. Anna Müller', 'lic. iur. Anna Müller', 'Anna Müller FRCP'],
      ...[
        'Pre Anna Müller',
        'Dre Anna Müller',
        'Dott.ssa Anna Müller',
        'Capt. Anna Müller',
        'Cllr Anna Müller',
      ],
      ...['Chefärztin Dr. Anna Müller', 'Stadträtin Anna Müller', 'MÜLLER Anna'],
      ...['PROF. Anna Müller', 'FRAU Anna Müller', 'MADAME Anna Müller'],
      // As a PDF or the Finder of a Mac hands it out: a letter and its accent as two characters.
      'Anna Mu\u0308ller',
      ...['Señora Anna Müller', 'Señor Anna Müller', 'Sra. Anna Müller'],
      ...['Anna Müller (Einkauf)', 'Anna (Anni) Müller', 'Anna Müller (Einkauf', 'Anna Müller – Einkauf'],
    ]) {
      assert.ok(isSamePerson('Anna Müller', other), other)
      assert.equal(kindOfName(other), 'person', other)
    }
    for (const [one, other] of [
      ['Jürgen Groß', 'Juergen Gross'],
      ['Søren Ørsted', 'Soren Orsted'],
      ['Paweł Łukasik', 'Pawel Lukasik'],
      ['Pat O’Brien', "Pat O'Brien"],
      ['Jacqueline du Pré', 'J. du Pré'],
      ['Ray Dott', 'R. Dott'],
    ] as const)
      assert.ok(isSamePerson(one, other), one)
  })

  it('are of two people where the letters are only similar', () => {
    for (const [one, other] of [
      ['Michael Novak', 'Michal Novak'],
      ['Michaela Novak', 'Michala Novak'],
      ['Joey Smith', 'Joy Smith'],
      ['Chloe Monroe', 'Chlo Monro'],
      ['Jan Bauer', 'Jan Baur'],
      ['Med Ali', 'Ali'],
      ['Gen Mori', 'Mori'],
      ['Jean Pré', 'Jean Dubois'],
      ['Ray Dott', 'Ray Pré'],
      ['ANNA MÜLLER', 'Müller Anna'],
    ] as const)
      assert.ok(!isSamePerson(one, other), one)
  })
})
