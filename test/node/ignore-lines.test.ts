import assert from 'node:assert/strict'
import { ignoreLines } from '../../server/src/node/ignore-lines.ts'

describe('the lines of a .gitignore', () => {
  const said = (lines: string, path: string): string => {
    const { ignored, unignored } = ignoreLines(lines).test(path)
    const verdict = unignored ? 'kept' : 'left'
    return ignored ? 'ignored' : verdict
  }

  for (const [lines, path, expected] of [
    ['*.log', 'a/b.log', 'ignored'],
    ['/*.log', 'a/b.log', 'left'],
    ['drafts/', 'a/drafts/', 'ignored'],
    ['drafts/', 'a/drafts', 'left'],
    ['Drafts', 'drafts', 'ignored'],
    ['a/b', 'x/a/b', 'left'],
    ['**/a/**/b', 'a/b', 'ignored'],
    ['a/**', 'a', 'left'],
    ['a**/b', 'ax/y/b', 'ignored'],
    ['a*/b', 'a/x/b', 'left'],
    ['*.log\n!keep.log', 'keep.log', 'kept'],
    ['\\#a\n\\!b\n# c', '!b', 'ignored'],
    ['# c', '# c', 'left'],
    ['a  \r\nb\\ ', 'b ', 'ignored'],
    ['a  \r\nb\\ ', 'a', 'ignored'],
    ['[!a-c]x', 'dx', 'ignored'],
    ['[]-]', '-', 'ignored'],
    ['[[:digit:]_]', '7', 'ignored'],
    ['[a', '[a', 'left'],
    ['??', 'ä', 'ignored'],
    ['/\n!\n\\\n', 'a', 'left'],
  ] as const)
    it(`${JSON.stringify(lines)} say of ${path}: ${expected}`, () =>
      assert.equal(said(lines, path), expected))

  it('take no path long, however many stars they have', () => {
    const paths = ['a/'.repeat(500), `${'a'.repeat(250)}/`.repeat(10), 'a'.repeat(255)]
    const hostile = [
      `${'**/a/'.repeat(40)}b`,
      `${'*a'.repeat(100)}b`,
      `${'*a*a/'.repeat(10)}b`,
      `${'**a?'.repeat(40)}b`,
    ]
    for (const line of hostile) for (const path of paths) assert.equal(said(line, path), 'left')
  })
})
