import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { documentOf } from '../../server/src/engine/rules/documents.ts'
import { isPortfolioRule } from '../../server/src/engine/rules/rule.ts'

const folder = new URL('../../server/src/engine/rules/', import.meta.url)

const all = [...rules, ...portfolioRules]

describe('all rules', () => {
  it('are exactly the files of the folders', () => {
    const groups = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const files = groups.flatMap(({ name }) =>
      readdirSync(new URL(`${name}/`, folder)).map((file) => `${name}/${file.slice(0, -3)}`),
    )
    assert.deepEqual(all.map(({ id }) => id).sort(), files.sort())
  })

  it('over all pilots are those that need the portfolio', () => {
    for (const rule of rules) assert.ok(!isPortfolioRule(rule), rule.id)
    for (const rule of portfolioRules) assert.ok(isPortfolioRule(rule), rule.id)
  })

  for (const { id, docs, from, options } of all) {
    describe(id, () => {
      it('has a severity at some stage', () => assert.ok(Object.keys(from).length > 0))

      it('is documented in sentences', () => {
        for (const text of [docs.summary, docs.why, docs.remedy]) assert.match(text, /^[A-Z"0-9].*[.?]$/s)
        assert.match(docs.summary, /^[^.]*\.$/, 'The summary is one sentence')
        for (const { claim, says } of docs.sources) {
          assert.ok(documentOf(claim), `Claim ${claim} has no document`)
          assert.match(says, /^[A-Z"0-9].*\.$/s)
        }
      })

      it('says what each of its options means', () => {
        assert.deepEqual(Object.keys(docs.options ?? {}), Object.keys(options ?? {}))
      })

      it('takes its figures from claims that it lists', () => {
        const said = new Set(docs.sources.flatMap(({ says }) => figuresIn(says)))
        assert.deepEqual(
          figuresIn(docs.why).filter((figure) => !said.has(figure)),
          [],
        )
      })

      it('has at least two bad and two good examples', () => {
        assert.ok(docs.bad.length >= 2)
        assert.ok(docs.good.length >= 2)
      })
    })
  }
})

/** Numbers in digits, weeks and months, and how many times something is as much: `8.6`, `fourteen months`, `three times as often`. */
function figuresIn(text: string): readonly string[] {
  const inDigits = text.replace(LASTING, (word) => String(NUMBERS.indexOf(word.toLowerCase())))
  return inDigits.match(/\d[\d.,]*\d|\d|\b[a-z]+ times as (?:much|often)\b/g) ?? []
}

const NUMBERS = [
  ...[
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'],
]
const LASTING = new RegExp(
  `\\b(?:${NUMBERS.join('|')})\\b(?=(?: (?:to|or) [a-z]+)? (?:weeks|months)\\b)`,
  'gi',
)
