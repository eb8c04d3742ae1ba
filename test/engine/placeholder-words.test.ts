import assert from 'node:assert/strict'
import { isNoAnswer, isPlaceholder, placeholderIn } from '../../server/src/engine/words/placeholder.ts'

describe('placeholders', () => {
  for (const text of [
    'TBD',
    'tbc.',
    '???',
    '____',
    'xxx',
    '…',
    'Lorem ipsum dolor',
    'see above',
    'to be decided',
    'TODO full name',
    'TBD with legal',
    'tbd (after go-live)',
    'TBC: ask Maria',
    '[TBD]',
    '<link>',
    '<name of the operator>',
    't.b.d.',
    'n. n.',
    'noch offen',
    'noch zu klären',
    'noch nicht festgelegt',
    'noch festzulegen',
    'wird nachgereicht',
    'Wird noch bestimmt.',
    'à définir',
    'À préciser avec la DSI',
    'por definir',
    'a determinar',
    'da definire',
    'nog te bepalen',
    'te bepalen',
    'nog open',
    'da stabilire',
    'TBA Q3',
    'TBD H1 2027',
    'tbc 2027',
  ]) {
    it(`${text} is one`, () => assert.ok(isPlaceholder(text)))
  }

  for (const text of [
    'see TBD list',
    'Todo list in Notion',
    'To be decided by the board',
    'xx',
    'A-',
    'n/a: no consumer is affected',
    'TBC Bank',
    'Noch 12 Fälle je Woche zu klären',
    'Wird nach jedem Gate ergänzt',
    'wird berechnet',
    'Wird bezahlt.',
    'noch nicht begonnen',
    'noch zu schulen',
    'nog te trainen',
    'Te bepalen door de raad in mei',
    'nog open facturen',
    'À confirmer par le contrôleur sous deux jours ouvrés, puis clos',
    'A Confident Answer',
    'Por nombre y apellido',
    '<https://wiki.example/playbook>',
    '<5 minutes> or <10%',
    '[Playbook](docs/playbook.md)',
    '',
  ]) {
    it(`"${text}" is none`, () => assert.ok(!isPlaceholder(text)))
  }

  for (const text of [
    'none',
    'N/A',
    'None yet.',
    'nobody yet',
    'unknown',
    'pending',
    'to be defined with the CIO',
  ]) {
    it(`"${text}" is no answer`, () => assert.ok(isNoAnswer(text) && !isPlaceholder(text)))
  }

  for (const text of [
    'None needed: it runs once',
    'n/a, no consumer is affected',
    'Nobody but the desk lead',
    'No order may be late',
    'Open orders are never older than a day',
    'Unknown callers wait longer',
    'Not before the desk agrees',
  ]) {
    it(`"${text}" is an answer`, () => assert.ok(!isNoAnswer(text) && !isPlaceholder(text)))
  }
})

describe('placeholders in a text', () => {
  const parts: readonly [string, string | undefined][] = [
    ['Food waste - TBD', 'TBD'],
    ['Screens applications (scope TBD, see the board)', 'scope TBD'],
    ['Suggests menus from diet sheets (allergens, TBD).', 'TBD'],
    ['Alerts the nurse. TODO add the paper by Chen et al.', 'TODO add the paper by Chen et al.'],
    ['Cost rises by more than ??? a month', '???'],
    ['All clerks use the queue, TBD for Austin', 'TBD for Austin'],
    ['TBD with legal', 'TBD with legal'],
    ['See the TBD list, and the TODO app of the desk', undefined],
    ['Detección de tuberculosis (TBC), sobre todo, en niños', undefined],
    ['Who decides??? The board', undefined],
    ['TBC Bank', undefined],
  ]
  for (const [text, part] of parts) {
    it(`${text}: ${part ?? 'none'}`, () => assert.equal(placeholderIn(text), part))
  }
})
