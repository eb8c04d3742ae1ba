import assert from 'node:assert/strict'
import { manualData } from '../../server/src/engine/words/manual.ts'
import { openEnded } from '../../server/src/engine/words/status.ts'

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
    'Buyers still evaluating offers by hand lose a day',
    'Clerks continue testing samples at night',
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
