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
})
