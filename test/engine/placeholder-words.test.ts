import assert from 'node:assert/strict'
import { isNoAnswer, isPlaceholder } from '../../server/src/engine/words/placeholder.ts'

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
