import assert from 'node:assert/strict'
import { manualData } from '../../server/src/engine/words/manual.ts'
import { anotherRound, openEnded } from '../../server/src/engine/words/status.ts'

describe('words that keep a state open', () => {
  const open = [
    'Pilot is ongoing, feedback remains very positive.',
    'Ongoing evaluation of seal detection',
    'Ongoing',
    'Status: on-going',
    'Exploratory work for the strategy',
    'We are validating the results with the vendor',
    'Exploring how planners could use it',
    'Parked until the new ERP',
    'A learning journey',
    'Triage of ongoing claims, itself in evaluation',
    'An open-ended pilot',
    'The pilot is open-ended.',
    'We continue testing with the desk.',
    'Still evaluating with the desk.',
    'Still being tested',
    'We keep testing until it is good',
    'Der Pilot läuft bis auf Weiteres.',
    'The pilot runs until further notice on 3 lines.',
    'Der Pilot läuft bis auf Weiteres auf 3 Linien.',
    'Ongoing evaluation of the latest 5 releases',
    'Wir prüfen ergebnisoffen weiter',
    "Le pilote continue jusqu'à nouvel ordre",
    'Le pilote continue jusqu’à nouvel ordre',
    'El piloto sigue hasta nuevo aviso',
    'Il pilota prosegue fino a nuovo avviso',
    'De pilot loopt door tot nader order',
    'O piloto continua até novo aviso',
  ]
  for (const text of open) it(`reports "${text}"`, () => assert.ok(openEnded.find(text)))

  const decided = [
    'Ongoing support by planning-systems',
    'Triage of ongoing claims',
    'Validating supplier invoices',
    'Exploratory data analysis for planners',
    'Counting parked trailers in the yard',
    'This is the operation and not an exploratory study',
    'He called it an "ongoing evaluation"',
    'No ongoing work is left',
    'Ongoing monitoring and maintenance by the service team',
    'Coding of open-ended survey answers',
    'Continue testing until 2026-12-11, then decide',
    'The pilot is ongoing until the gate on 11 December 2026.',
    'It runs until further notice, at the latest by 31 March 2027.',
    'Läuft bis auf weiteres, spätestens bis 31. März 2027.',
    "Le pilote continue jusqu'à nouvel ordre, au plus tard le 31 mars 2027.",
    'El piloto sigue hasta nuevo aviso, a más tardar el 31 de marzo de 2027.',
    'Prosegue fino a nuovo avviso, al più tardi il 31 marzo 2027.',
    'De proef loopt tot nader order, uiterlijk 31 maart 2027.',
    'Continua até novo aviso, o mais tardar em 31 de março de 2027.',
    'Buyers still evaluating offers by hand lose a day',
    'Clerks continue testing samples at night',
    'Laufende Rechnungen werden vorgeprüft',
    'Bis 2026-12-11 im Test, dann entscheidet die Leitung',
  ]
  for (const text of decided)
    it(`is silent on "${text}"`, () => assert.equal(openEnded.find(text), undefined))
})

describe('words of data that is carried by hand', () => {
  const manual = [
    'Weekly CSV from Sales',
    'csv-export',
    'Excel export of the stock list',
    'Copy and paste from the portal',
    'Sales report by e-mail',
    'Files in a shared folder',
    'Prepared by hand each Monday',
  ]
  for (const text of manual) it(`reports "${text}"`, () => assert.ok(manualData.find(text)))

  const automatic = [
    'Tickets that arrive by e-mail',
    'e-mail',
    'export-control',
    'Export orders since 2021',
    'Excel add-in',
    'mail-gateway',
    'Order lines, not a CSV',
    'Delivery notes copied to the archive by the scanner',
  ]
  for (const text of automatic)
    it(`is silent on "${text}"`, () => assert.equal(manualData.find(text), undefined))
})

describe('words of the next step', () => {
  const more = [
    'Demo for the board at the end of the quarter',
    'Demonstration for the board',
    'Nouvelle démo pour la direction',
    'PoC to replace the spreadsheet',
    'Workshop to plan phase 3 of the pilot',
    'Extend pilot by 3 months',
    'Extending the pilot by one quarter',
    'Extend the pilot',
    'Second phase of the pilot in Leeds',
    'Presentation to the management board',
    'Another pilot after the second gate',
    'Roll out the demo to the board',
    'Gate demo for the board',
    'Demo at the gate, and another one for the board',
  ]
  for (const text of more) it(`reports "${text}"`, () => assert.ok(anotherRound(text)))

  const forward = [
    'Switch off the demo environment',
    'Training workshops for both shifts',
    'Workshop with both wards to write the playbook',
    'User acceptance workshop with four clerks on real cases',
    'All workshops go live',
    'Second gate, then the Lyon workshop joins',
    'The Lyon workshop joins',
    'Migrate the POC to the production tenant',
    'Extend the pilot to the night shift',
    'Second phase of the pilot: 40% of the volume',
    'Presentation to the management board, which decides about production',
    'Presentation to the works council',
    'Scale the pilot to 40% of the clerks, and brainstorm what comes next',
    'Scale to 30% after the demo for the works council',
    'Roll out to the night shift, and showcase the result at the town hall',
    'Go live in two branches; a planning meeting fixes the order of the others',
    'Demo for the works council, then the second gate',
    'Third gate and then a demo',
    'Hold the second 30-day gate, and a demo for the works council',
    'Drittes Gate und danach eine Demo',
    'The third gate, with a showcase for the other plants',
  ]
  for (const text of forward) it(`is silent on "${text}"`, () => assert.equal(anotherRound(text), undefined))

  it('are those of another pilot in other languages as well', () => {
    for (const step of [
      'Ein weiterer Pilot in Köln',
      'Présentation, puis un autre pilote à Lille',
      'Otro piloto en Lima',
    ])
      assert.ok(anotherRound(step), step)
    for (const step of ['Pilotphase beenden und erweitern', 'Étendre à Lille', 'Decidir el siguiente paso'])
      assert.equal(anotherRound(step), undefined, step)
  })
})
