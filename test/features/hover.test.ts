import assert from 'node:assert/strict'
import { MarkupContent } from 'vscode-languageserver-types'
import { hover } from '../../server/src/features/hover.ts'
import { markdown, plainText } from '../../server/src/features/markup.ts'
import { analysisOf, complete } from '../support/check.ts'
import { readCursor } from '../support/cursor.ts'

interface Case {
  readonly name: string
  readonly yaml: string
  readonly shows: readonly RegExp[]
}

const cases: readonly Case[] = [
  {
    name: 'a finding: why, what to do, an example, the sources and the page, but not the message above it',
    yaml: 'stage: ownership\nown|ers:\n  sponsor: { name: Dana Whitfield }\n  it: { name: Mei Lin }\n',
    shows: [
      /^\*\*Why\*\* .*65 %/,
      /\*\*What to do\*\* Name the person/,
      /```yaml\n.*\n?owners:/,
      /\*\*Sources\*\*\n- \*Five-stage framework/,
      /\]\(https:\/\/pilot-as-code\.dev\/rules\/owners\/operator-missing\)/,
    ],
  },
  {
    name: 'and below it the key that it stands on',
    yaml: 'stage: ownership\nown|ers:\n  sponsor: { name: Dana Whitfield }\n',
    shows: [/---\n\n\*\*owners\*\* \(block\)\n\n\*Who is accountable\?\*/],
  },
  {
    name: 'several findings under their messages, without examples',
    yaml: 'sta|ge: data\nworkflow: { map: a }\nchange: { plan: a }\ncost: { software: 1 }\ngovernance: { phase: crawl }\ncompliance: { affectsPeople: false }\n',
    shows: [
      /^\*\*[A-Z][^*]+\.\*\*\n\n\*\*Why\*\* .*\n\n\*\*What to do\*\* .*\n\n\[[\w/-]+\]\(https.*\)\n\n---\n\n\*\*[A-Z]/,
      /^(?![\s\S]*For example\*\*)/,
    ],
  },
  {
    name: 'what is asked for in a jurisdiction, from when, and what to know about it',
    yaml: 'compliance: { affectsPeople: false, jurisdictions: [5, D|E] }\n',
    shows: [
      /^\*\*AI Act, transparency\*\* from 2026-08-02: Regulation .*, Article 50\. It concerns systems that talk/,
      /\n\n\*\*AI Act, high-risk systems\*\* from 2027-12-02: Regulation .*\. As adopted, .* is not decided here\.$/,
    ],
  },
  {
    name: 'what an alias stands for, and what its word means',
    yaml: 'x-stage: &s ownership # ours\nstage: *|s\n',
    shows: [/^`\*s` stands for what line 4 says:\n\n```yaml\nownership\n```\n\n\*\*stage\*\* `ownership`: /],
  },
  {
    name: 'what a block stands for that is merged or an item, the newest of its name',
    yaml: 'x-a: &a 1\r\nx-b:\r\n  c: &a # ours\r\n    name: Luis\r\n    team: ops\r\nx-l: [ x, *|a ]\r\n',
    shows: [/^`\*a` stands for what line 7 says:\n\n```yaml\nname: Luis\nteam: ops\n```$/],
  },
  {
    name: 'what an alias stands for, past a comment that names its anchor',
    yaml: 'x-a: &a { name: Luis }\n# the &a above\nx-t: as &a says\nx-l: [*|a]\n',
    shows: [/^`\*a` stands for what line 5 says:\n\n```yaml\n\{ name: Luis \}\n```$/],
  },
  {
    name: 'a key in a block that ends with an alias',
    yaml: 'x-p: &p { name: Luis }\nowners:\n  i|t: { name: B }\n  production: *p\n',
    shows: [/\*\*it\*\* \(block\)/],
  },
  {
    name: 'what is merged',
    yaml: 'x-b: &b { name: Luis }\nowners:\n  operator:\n    <<: *b|\n    title: Planner\n',
    shows: [/^`\*b` stands for what line 5 says:\n\n```yaml\n\{ name: Luis \}\n```$/],
  },
  {
    name: 'what is computed at the stage',
    yaml: 'sta|ge: criteria\ntimeline: { start: 2026-02-02 }\n',
    shows: [
      /\*\*Verdict\*\* \w/,
      /\*\*Readiness\*\* low: the data is not audited; /,
      /\*\*Window\*\* production is realistic from 2026-08-03 to 2026-10-05/,
    ],
  },
  {
    name: 'a window that has passed as one that was',
    yaml: 'sta|ge: criteria\ntimeline: { start: 2025-08-04 }\n',
    shows: [/\*\*Window\*\* production was realistic from 2026-02-02 to 2026-04-06/],
  },
  {
    name: 'no window of a pilot that is stopped',
    yaml: 'sta|ge: stopped\ntimeline: { start: 2026-02-02 }\n',
    shows: [/\*\*Verdict\*\* stopped(?![\s\S]*Window)/],
  },
  {
    name: 'what waiting costs at the name',
    yaml: 'na|me: demand-forecast\nstage: criteria\ntimeline: { productionBy: 2026-03-01 }\nvalue: { statement: Saves $100 a month, amount: 100, per: month }\n',
    shows: [/\*\*Cost of delay\*\* .*300.* in the 3 months since 2026-03-01/],
  },
  {
    name: 'the success dashboard at the criteria',
    yaml: 'stage: criteria\ncrit|eria:\n  agreed: 2026-01-01\n  success:\n    - metric: Cost per case\n      unit: USD\n      better: lower\n      baseline: 9\n      target: 5\n      by: 2026-12-01\n      source: erp\n      readings: [{ date: 2026-04-01, value: 7 }]\n',
    shows: [
      /\| Criterion \| Better \| Baseline \| Month 1 \| Month 3 \| Newest \| Target \|\n\| --- \|/,
      /\| Cost per case \(USD\) \| lower \| 9 \| not due \| not due \| 7 \| 5 \|/,
    ],
  },
  {
    name: 'what to do about what the schema says',
    yaml: 'gates:\n  - stage: criteria\n    deci|sions: advance\n',
    shows: [/^\*\*What to do\*\* /, /schema\/unknown-key/],
  },
  {
    name: 'a key: description, kind and allowed words',
    yaml: 'gates:\n  - stage: criteria\n    dec|ision: advance\n',
    shows: [/\*\*decision\*\* \(word/, /- `advance`: \w/, /```yaml\ndecision: /],
  },
  {
    name: 'the value of a word',
    yaml: 'gates:\n  - stage: criteria\n    decision: adv|ance\n',
    shows: [/^\*\*decision\*\* `advance`: \w/],
  },
  {
    name: 'the rule that a comment silences',
    yaml: '# pilots-ignore-next-line owners/oper|ator-missing -- Found in July\nstage: ownership\n',
    shows: [
      /\[owners\/operator-missing\]\(https/,
      /- error from stage \w+ on/,
      /\*\*What to do\*\* Name the person/,
    ],
  },
  {
    name: 'a value of an author without a way out of the text',
    yaml: 'owners:\n  operator: { name: "Team <img> [x](command:y)", ti|tle: COO }\n',
    shows: [/^\*\*title\*\*/],
  },
]

describe('hover', () => {
  for (const { name, yaml, shows } of cases) {
    it(`shows ${name}`, () => {
      const text = textAt(yaml)
      for (const expected of shows) assert.match(text ?? '', expected)
    })
  }

  for (const yaml of [
    'title: Demand |forecast\n',
    'owners:\n  operator:\n    name: Luis |Ortega\n',
    'criteria:\n  success:\n  | - { metric: Cost per case, unit: USD, better: lower, baseline: 9, target: 5 }\n',
    'criteria:\n  success: [{ metric: Cost per case, unit: USD, better: lower, baseline: 9, target: 5 }]\n  go:| [a]\n',
    '# a comm|ent\nstage: criteria\n',
    'x-a: &a 1\nx-b: *a # as *|a\n',
    'x-a: &a 1\nsummary: as *|a\n',
    '# pilots-ignore-next-line owners/operator-shared -- the re|ason\nowners: { operator: { name: A & B } }\n',
  ]) {
    it(`is silent at ${JSON.stringify(yaml)} when there is nothing to say`, () =>
      assert.equal(textAt(yaml), undefined))
  }

  it('stands at the finding, or at what is explained', () => {
    const stage = hover(analysisOf('stage: data\n', { rules: [] }), 8, markdown)
    assert.deepEqual(stage?.range, { start: { line: 0, character: 7 }, end: { line: 0, character: 11 } })
    const misspelt = hover(analysisOf('stage: daat\n'), 8, markdown)
    assert.deepEqual(misspelt?.range, stage?.range)
  })

  it('never carries a link, an image or a tag out of a value', () => {
    const evil = '[x](command:quit) ![y](http://127.0.0.1) <img src=x> <script>'
    const text = complete(
      `stage: rollout\nowners:\n  operator: { name: ${JSON.stringify(`${evil} team`)} }\n${evil.slice(0, 3)}: 1\n`,
    )
    const analysis = analysisOf(text)
    for (let offset = 0; offset <= text.length; offset++) {
      const shown = JSON.stringify(hover(analysis, offset, markdown)?.contents ?? '')
      assert.doesNotMatch(shown, /(?<!\\)\]\((?!https:\/\/pilot-as-code\.dev\/)|<img|<script|!\[y\]/)
    }
  })

  it('has no Markdown for an editor without it', () => {
    const { text, offset } = readCursor(complete('gates:\n  - stage: criteria\n    dec|ision: advance\n'))
    const contents = hover(analysisOf(text), offset, plainText)?.contents
    assert.ok(MarkupContent.is(contents))
    assert.equal(contents.kind, 'plaintext')
    assert.doesNotMatch(contents.value, /\*\*|`/)
  })
})

function textAt(yaml: string): string | undefined {
  const { text, offset } = readCursor(complete(yaml))
  const contents = hover(analysisOf(text), offset, markdown)?.contents
  return MarkupContent.is(contents) ? contents.value : undefined
}
