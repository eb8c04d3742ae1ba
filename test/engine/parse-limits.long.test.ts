import assert from 'node:assert/strict'
import { analyze } from '../../server/src/engine/analyze.ts'
import { analyzeDraft } from '../../server/src/engine/draft.ts'
import { limits } from '../../server/src/engine/yaml/limits.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { circumstances, told } from '../support/drafts.ts'

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
    ['keys in braces', `a: { ${Array.from({ length: 2_100 }, (_, index) => `k${index}: 1`).join(', ')} }`],
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

  const parts: readonly [string, string][] = [
    ['lines', '# note\n'.repeat(limits.lines / 2)],
    ['anchors', `team: ${'R&D '.repeat(limits.anchors / 2 + 1)}\n`],
    ['characters', `# ${'x'.repeat(limits.size / 2)}\n`],
  ]
  for (const [name, part] of parts) {
    it(`stops at too many ${name} of a draft whose parts are each within the limit`, () => {
      const [half, whole] = [
        `name: a\n${part}`,
        `name: a\n${part}title: A\n${part.replace('team', 'summary')}more: 1\n`,
      ]
      for (const [text, message] of [
        [half, undefined],
        [whole, 'Not checked: more than '],
      ] as const) {
        const { memory } = analyzeDraft({ text: text.replace('name: a', 'name: b') }, circumstances)
        const { analysis } = analyzeDraft({ text }, circumstances, memory)
        const said = analysis.findings.find(({ rule }) => rule === 'yaml/too-large')?.message
        assert.equal(said?.slice(0, message?.length), message)
        assert.deepEqual(told(analysis), told(analyze({ text }, circumstances)))
      }
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
