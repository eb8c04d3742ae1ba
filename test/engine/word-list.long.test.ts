import assert from 'node:assert/strict'
import fc from 'fast-check'
import { wordList } from '../../server/src/engine/words/word-list.ts'

describe('word lists', () => {
  const demos = wordList(['demo', 'proof of concept', 'exploring', 'inform* our'])

  it('find whole words in any case, with any blanks or hyphens and any ending where there is a star', () => {
    assert.equal(demos.find('Another Demo for the board'), 'Demo')
    assert.equal(demos.find('a proof-of-concept'), 'proof-of-concept')
    assert.equal(demos.find('Informing our plans'), 'Informing our')
    assert.equal(demos.find('Democracy, demolition'), undefined)
  })

  it('leave out quotations and what is denied in the same clause', () => {
    assert.equal(demos.find('They said "demo" and left'), undefined)
    assert.equal(demos.find('“Demo” was the word'), undefined)
    assert.equal(demos.find('This is not another demo'), undefined)
    assert.equal(demos.find('No exploring any more'), undefined)
    assert.equal(demos.find('We cannot show a demo'), undefined)
    assert.equal(demos.find('It is no longer just another demo'), undefined)
    assert.equal(demos.find('It is not what I would call a demo'), 'demo')
    for (const end of ['.', ';', ':', '!', '?'])
      assert.equal(demos.find(`We are not late${end} next is a demo`), 'demo')
    assert.equal(demos.find('A word that ends in 2not demo'), 'demo')
    assert.equal(demos.find('‘Demo’ was the word'), undefined)
  })

  it('take an apostrophe however it is written', () => {
    for (const apostrophe of ["'", '’']) {
      assert.equal(demos.find(`This isn${apostrophe}t another demo`), undefined)
      const until = `jusqu${apostrophe}à nouvel ordre`
      assert.equal(wordList(["jusqu'à nouvel ordre"]).find(`Il dure ${until}.`), until)
    }
  })

  it('find what a pattern of them would find', () => {
    const words = [
      'cost',
      'Costs',
      'saving*',
      'cost per *',
      'write off*',
      'end* with the pilot',
      "don't",
      'é*',
    ]
    const parts = words.map((word) => word.replaceAll('*', '\\p{L}*').replaceAll(' ', '[\\s-]+'))
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${parts.join('|')})(?![\\p{L}\\p{N}_])`, 'iu')
    const list = wordList(words)
    const piece = fc.constantFrom(
      ...[
        'cost',
        'COSTS',
        'saving',
        'per',
        'case',
        'write',
        'off',
        'Ends',
        'with',
        'the',
        'pilot',
        "don't",
        'É',
        'İ',
      ],
      ...[' ', ' ', ' ', '-', '\n', ', ', '. ', '_', '2', 's', 'ing', '🚀'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        assert.equal(list.find(text), pattern.exec(text)?.[0])
      }),
      { numRuns: 400 },
    )
  })

  it('judge a long text by its beginning', () => {
    assert.equal(demos.find(`${'word '.repeat(1_000)}demo`), undefined)
  })
})
