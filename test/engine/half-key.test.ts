import assert from 'node:assert/strict'
import { analysisOf } from '../support/check.ts'

const text = [
  'apiVersion: pilot-as-code/v1',
  'name: demand',
  'title: Demand "soon"',
  'stage: data',
  'owners: # so far',
  '  operator: { name: Kim & Pete }',
  '  it:',
  '    name: "Mei Lin"',
  'gates:',
  '  - stage: data',
  '    due: 2026-07-01',
  'team: Ops',
  '',
].join('\n')

const said = (yaml: string): readonly string[] =>
  analysisOf(yaml).findings.map((each) => `${each.rule} ${each.message}`)

/** The text with a line before the one that begins with a word. */
const above = (line: string, word: string): string =>
  text.replace(new RegExp(`^ *${word}\\b`, 'm'), (found) => `${line}\n${found}`)

describe('a line that is being typed', () => {
  const halves = ['tit', '"tit', "'tit", '"tit"', '"', "'", '"tit ', '-', '- ', '- tit', '"tit" # so far']
  const places = [
    ['on the first level', ''],
    ['on the first level', 'owners'],
    ['on the first level', 'gates'],
    ['on the first level', 'team'],
    ['in a block', 'operator'],
    ['in a block', 'it'],
  ] as const
  for (const half of halves) {
    it(`takes nothing away of what is said of the others: ${half}`, () => {
      const before = said(text)
      assert.ok(before.length > 2)
      for (const [where, word] of places) {
        const indent = where === 'in a block' ? '  ' : ''
        const now = said(word === '' ? `${text}${half}` : above(indent + half, word))
        const own = now.filter((each) => each.startsWith('yaml/'))
        assert.equal(own.length, 1, `${half} ${where}, ${word}: ${own.join('\n')}`)
        assert.deepEqual(
          now.filter((each) => !own.includes(each)),
          before,
          `${half} ${where}, ${word}`,
        )
      }
    })
  }

  it('is told where it stands, in its own words', () => {
    const told = (yaml: string): readonly string[] =>
      analysisOf(yaml).findings.flatMap(({ rule, message, span }) =>
        rule.startsWith('yaml/') ? [`${rule} [${yaml.slice(span.start, span.end)}] ${message}`] : [],
      )
    assert.deepEqual(told(above('"tit', 'owners')), [
      'yaml/syntax ["tit] This quote is never closed. Close it, and put a colon behind the key.',
    ])
    assert.deepEqual(told(above('"tit"', 'owners')), [
      'yaml/colon ["tit"] This key has no colon. Add it, or indent the line if it goes on with the one above.',
    ])
    assert.deepEqual(told(above('  - tit', 'it')), [
      'yaml/indentation [- tit] A dash begins an entry of a list, and keys stand here. Remove it, or indent it below its key.',
    ])
  })

  it('is no key where it is a value, goes on below or stands in brackets', () => {
    for (const yaml of [
      text.replace('title: Demand "soon"', 'title:\n  "Demand'),
      text.replace('team: Ops', 'workflow:\n  systems: [\n    "crm\n  ]'),
      text.replace('team: Ops', 'team: Ops\n-\n  name: x'),
      text.replace('team: Ops', 'team: Ops\n"x"\n  y: z'),
    ]) {
      const rules = analysisOf(yaml).syntax.problems.map(({ message }) => message)
      assert.ok(rules.length > 0, yaml)
      assert.ok(!rules.some((each) => /the key|This key|A dash/.test(each)), `${yaml}\n${rules.join('\n')}`)
    }
  })

  it('is no key where a quote with very many blanks ends too early', () => {
    const { problems } = analysisOf(`${text}"${' '.repeat(190_000)}x"y\n`).syntax
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['A colon, comma, quote or closing bracket is missing here. Add it; after a colon comes a blank.'],
    )
  })
})
