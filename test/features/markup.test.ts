import assert from 'node:assert/strict'
import { markdown, plainText } from '../../server/src/features/markup.ts'

/** What a value may hold, and how it must come out. */
const cases: readonly (readonly [string, string])[] = [
  ['a plain sentence, 73 % of it.', 'a plain sentence, 73 % of it.'],
  ['[x](command:workbench.action.quit)', '\\[x\\](command:workbench.action.quit)'],
  ['![x](http://127.0.0.1/t.png)', '!\\[x\\](http\\://127.0.0.1/t.png)'],
  ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
  ['https://evil.example and www.evil.example', 'https\\://evil.example and www\\.evil.example'],
  ['someone@evil.example', 'someone\\@evil.example'],
  ['*bold* _flat_ ~gone~ `code` $x$', '\\*bold\\* \\_flat\\_ \\~gone\\~ \\`code\\` \\$x\\$'],
  ['a \\ b &lt; c', 'a \\\\ b &amp;lt; c'],
  ['# heading', '\\# heading'],
  ['- item', '\\- item'],
  ['12. item', '12\\. item'],
  ['one\n\n# two', 'one # two'],
  ['left \u202eright', 'left \\\\u{202e}right'],
]

describe('text in Markdown', () => {
  for (const [value, expected] of cases) {
    it(`shows ${JSON.stringify(value)} as it is`, () => assert.equal(markdown.text(value), expected))
  }

  for (const [value, expected] of [
    ['plain', '`plain`'],
    ['a ` b', '``a ` b``'],
    ['``', '``` `` ```'],
    ['two\nlines', '`two lines`'],
  ] as const) {
    it(`puts ${JSON.stringify(value)} into a code span`, () => assert.equal(markdown.code(value), expected))
  }

  it('fences lines longer than any fence in them', () => {
    assert.equal(markdown.lines('a: |\n  ````\n'), '`````yaml\na: |\n  ````\n`````')
  })

  it('is left alone for an editor without Markdown, but for what cannot be seen', () => {
    assert.equal(plainText.text('*a*\u0007'), '*a*\\u{7}')
  })
})
