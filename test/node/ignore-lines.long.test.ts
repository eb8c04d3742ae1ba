import assert from 'node:assert/strict'
import { ignoreLines } from '../../server/src/node/ignore-lines.ts'

describe('the lines of a .gitignore', () => {
  it('take no path long, however many stars they have', () => {
    const paths = ['a/'.repeat(500), `${'a'.repeat(250)}/`.repeat(10), 'a'.repeat(255)]
    const hostile = [
      `${'**/a/'.repeat(40)}b`,
      `${'*a'.repeat(100)}b`,
      `${'*a*a/'.repeat(10)}b`,
      `${'**a?'.repeat(40)}b`,
    ]
    for (const [line, path] of hostile.flatMap((line) => paths.map((path) => [line, path] as const))) {
      const { ignored, unignored } = ignoreLines(line).test(path)
      assert.ok(!ignored && !unignored, line)
    }
  })
})
