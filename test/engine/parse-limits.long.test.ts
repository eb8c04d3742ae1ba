import assert from 'node:assert/strict'
import { limits } from '../../server/src/engine/yaml/limits.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'

describe('limits', () => {
  const bombs: readonly [string, string][] = [
    ['size', 'a: '.padEnd(limits.size + 1, 'x')],
    ['lines', 'a: 1\n'.repeat(limits.lines + 1)],
    ['brackets', `a: ${'['.repeat(1_000)}`],
    ['indicators', `${'? '.repeat(400)}x`],
    ['dashes', `${'- '.repeat(400)}x`],
    ['closing brackets', `a: 1${']}'.repeat(100_000)}`],
    ['empty lines', `a: 1${'\n'.repeat(15_000)}b: 2`],
    ['indentation', `a:\n${' '.repeat(1_000)}b: 1`],
    [
      'anchors',
      Array.from({ length: 2_000 }, (_, index) => `k${index}: &a${index} *a${index - 1}`).join('\n'),
    ],
    ['keys', Array.from({ length: 2_100 }, (_, index) => `k${index}: 1`).join('\n')],
    ['signs', `a: [${', '.repeat(limits.signs)}]`],
    ['aliases', aliasBomb()],
    ['depth of blocks', Array.from({ length: 150 }, (_, index) => `${' '.repeat(index)}a:\n`).join('')],
  ]
  for (const [name, text] of bombs) {
    it(`stops at too many ${name} with one problem that names the limit`, () => {
      const {
        root,
        problems: [problem, ...others],
      } = parse(text)
      assert.equal(root, undefined)
      assert.deepEqual(others, [])
      assert.match(problem?.message ?? '', /^Not checked: more than [\d,]+ /)
    })
  }
})

function aliasBomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
  for (let level = 1; level < 9; level++)
    lines.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    )
  return lines.join('\n')
}
