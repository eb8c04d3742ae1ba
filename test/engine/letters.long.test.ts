import assert from 'node:assert/strict'
import { isAscii, withLetters, wordsIn } from '../../server/src/engine/text/letters.ts'
import { randomOf } from '../bench/random.ts'

describe('letters of all languages', () => {
  it('make words', () => {
    assert.deepEqual(wordsIn('Q3: 82 % of all agents_now'), ['Q3', '82', 'of', 'all', 'agents', 'now'])
    assert.deepEqual(wordsIn('Størrelse, größer als 北京٣'), ['Størrelse', 'größer', 'als', '北京٣'])
    assert.deepEqual(wordsIn(' – '), [])
  })

  it('are found in plain texts by a pattern that says the same', () => {
    const pattern = withLetters(
      ({ letters, digits, capitals }) => `[${capitals}]+(?=\\s)|[${digits}]|[^${letters}${digits}]`,
      'g',
    )
    const same = /\p{Lu}+(?=\s)|\p{N}|[^\p{L}\p{N}]/gu
    const { between, chance } = randomOf(11)
    for (let run = 0; run < 2_000; run++) {
      const most = chance(0.5) ? 0x7f : 0x24f
      const text = String.fromCharCode(...Array.from({ length: 12 }, () => between(0, most)))
      assert.deepEqual(text.match(pattern(text)), text.match(same), JSON.stringify(text))
      assert.deepEqual(wordsIn(text), text.match(/[\p{L}\p{N}]+/gu) ?? [])
      assert.equal(
        isAscii(text),
        [...text].every((each) => each < '\u0080'),
      )
    }
  })
})
