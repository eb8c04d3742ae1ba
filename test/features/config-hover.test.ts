import assert from 'node:assert/strict'
import { MarkupContent } from 'vscode-languageserver-types'
import { lineIndex } from '../../server/src/engine/text/line-index.ts'
import { configHover } from '../../server/src/features/config-hover.ts'
import { markdown } from '../../server/src/features/markup.ts'
import { readCursor } from '../support/cursor.ts'

interface Case {
  readonly name: string
  readonly yaml: string
  readonly shows: readonly RegExp[]
}

const cases: readonly Case[] = [
  {
    name: 'a key',
    yaml: 'inc|lude: ["pilots/**"]\n',
    shows: [/^\*\*include\*\* \(list\)/, /\*Which files are checked\?\*/],
  },
  {
    name: 'a preset',
    yaml: 'extends: str|ict\n',
    shows: [/^\*\*extends\*\* `strict`: Every warning becomes an error/],
  },
  {
    name: 'a rule: what it asks, when it weighs how much, its options, and why',
    yaml: 'rules:\n  rollout/early-ad|opters: warning\n',
    shows: [
      /^\[rollout\/early-adopters\]\(https:\/\/pilot-as-code\.dev\/rules\/rollout\/early-adopters\)/,
      /- \w+ from stage rollout on/,
      /\*\*Options\*\*\n- `min` \(3\): Fewest people/,
      /\*\*Why\*\* \w/,
      /\*\*What to do\*\* \w/,
    ],
  },
  {
    name: 'a rule of an override',
    yaml: 'overrides:\n  - files: ["a/**"]\n    rules: { owners/it-la|te: off }\n',
    shows: [/^\[owners\/it-late\]/],
  },
  {
    name: 'a severity',
    yaml: 'rules:\n  owners/it-late: inf|o\n',
    shows: [/^\*\*owners\/it-late\*\* `info`: It is good to know/],
  },
  {
    name: 'a rule of the own',
    yaml: 'rules:\n  acme/cost-cen|tre: off\n',
    shows: [/^\*\*acme\/cost-centre\*\* \(severity\)\n\nThe severity of a custom rule/],
  },
  {
    name: 'an option',
    yaml: 'rules: { rollout/early-adopters: [warning, { m|in: 2 }] }\n',
    shows: [/^\*\*min\*\* \(number\)/, /Without it, 3/],
  },
]

describe('hover in a configuration', () => {
  for (const { name, yaml, shows } of cases) {
    it(`explains ${name}`, () => {
      for (const expected of shows) assert.match(textAt(yaml) ?? '', expected)
    })
  }

  it('knows nothing of what is the own business of an organisation', () => {
    assert.equal(textAt('x-team: a|cme\n'), undefined)
    assert.equal(textAt('x-te|am: acme\n'), undefined)
  })

  for (const yaml of ['exten|ds: [', '|', '\u0000: |', '- |a'])
    it(`takes ${JSON.stringify(yaml)}`, () => assert.doesNotThrow(() => textAt(yaml)))
})

function textAt(yaml: string): string | undefined {
  const { text, offset } = readCursor(yaml)
  const contents = configHover({ text, lines: lineIndex(text) }, offset, markdown)?.contents
  return MarkupContent.is(contents) ? contents.value : undefined
}
