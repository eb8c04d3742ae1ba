import assert from 'node:assert/strict'
import { endsWithPilot, isNone, lastsUntil } from '../../server/src/engine/words/support.ts'

describe('words of the support', () => {
  const days: Readonly<Record<string, string | undefined>> = {
    'Contracted until 2028-06': '2028-06-31',
    'Until 2026-12-18': '2026-12-18',
    'On-site support until 31.12.2026': '2026-12-31',
    'until 1.3.2027': '2027-03-01',
    'until December 2026': '2026-12-31',
    'until the end of Sept. 2026': '2026-09-31',
    'Ends on 5 March 2027': '2027-03-05',
    'Contracted to March 5th, 2027': '2027-03-05',
    'until May 2026, renewed until June 2029': '2029-06-31',
    'Until end of 2026': '2026-12-31',
    'Until the end of the year 2026.': '2026-12-31',
    'Valid through year-end 2026': '2026-12-31',
    'on site until 2026, by phone': '2026-12-31',
    'through 2026': '2026-12-31',
    'until Q2 2026': '2026-06-31',
    'until the end of Q3/2026': '2026-09-31',
    'Contracted until the end of the 2nd quarter of 2026': '2026-06-31',
    'until end June 2026': '2026-06-31',
    'until the 30th of June 2026': '2026-06-30',
    'until 2026/06/30': '2026-06-30',
    'until 31/12/2026': '2026-12-31',
    'Wartungsvertrag bis 31.12.2026': '2026-12-31',
    'Vertrag bis Ende 2026': '2026-12-31',
    "Contrat jusqu'au 30/06/2026": '2026-06-30',
    'Contrat jusqu’à fin 2026': '2026-12-31',
    'Incluido hasta el 30/06/2026': '2026-06-30',
    'Wartungsvertrag bis 31. Dezember 2026': '2026-12-31',
    'Vertrag bis Ende März 2027': '2027-03-31',
    "Contrat jusqu'en décembre 2026": '2026-12-31',
    "Contrat jusqu'au 1er juin 2027": '2027-06-01',
    'Soporte hasta el 12 de junio de 2026': '2026-06-12',
    'Contract tot eind mei 2027': '2027-05-31',
    'Assistenza fino al 30 giugno 2026': '2026-06-30',
    'Bis Mark 2026 kommt': undefined,
    'Bis 2000 Vorgänge': undefined,
    'Up to 2000 users': undefined,
    'Up to 2000, at any hour': undefined,
    'until 2000 tickets are solved': undefined,
    'until the end of 2026 tickets': undefined,
    'until 01/11/2027': undefined,
    'Reports to Mark 2026': undefined,
    'until 12.2026 hours are used': undefined,
  }
  for (const [text, day] of Object.entries(days)) {
    it(`${text}: ${day ?? 'no day'}`, () => assert.equal(lastsUntil(text), day))
  }

  const over = ['Included in the pilot', 'Included in pilot', 'Ends with pilot', 'Ends with the pilot.']
  for (const text of over) it(`"${text}" is over`, () => assert.ok(endsWithPilot(text)))

  const goesOn = [
    'Does not end with the pilot',
    'Included in the price of production',
    'Included in the pilot, paid in production',
  ]
  for (const text of goesOn) it(`"${text}" goes on`, () => assert.ok(!endsWithPilot(text)))

  it('say that there is none', () => {
    for (const text of ['none', 'None.', 'no support', 'No vendor support']) assert.ok(isNone(text), text)
    for (const text of ['None needed: planning-systems runs it', 'No support at night, else by phone']) {
      assert.ok(!isNone(text), text)
    }
  })
})
