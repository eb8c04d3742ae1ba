import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { configWords } from '../../server/src/engine/config/vocabulary.ts'
import { applyEdits } from '../../server/src/engine/text/edit.ts'
import { complaints, configured } from '../support/config.ts'

/** Name, text, and the findings as `[text] rule: message`. */
const cases: readonly [string, string, readonly string[]][] = [
  ['an empty file', '', []],
  ['a comment alone', '# nothing decided\n', []],
  ['a key of the author', 'x-common: &all [a/**]\nexclude: *all\n', []],
  [
    'a misspelt key',
    'extnds: strict\n',
    ['[extnds] schema/unknown-key: "extnds" is not a key of the configuration. Did you mean "extends"?'],
  ],
  [
    'a rule outside of the rules',
    'owners/it-late: off\n',
    [
      '[owners/it-late] schema/unknown-key: "owners/it-late" is not a key of the configuration. It belongs into "rules".',
    ],
  ],
  [
    'a severity of another linter',
    'rules: { owners/it-late: warn }\n',
    ['[warn] schema/word: "warn" is no severity that the format knows. Did you mean "warning"?'],
  ],
  ['a severity that YAML 1.1 takes for a boolean', 'rules: { owners/it-late: false }\n', []],
  [
    'a number for a severity',
    'rules: { owners/it-late: 2 }\n',
    ['[2] schema/kind: "owners/it-late" takes a severity, and this is the number 2. For example: off.'],
  ],
  [
    'a list for a rule without options',
    'rules: { owners/it-late: [error, {}] }\n',
    [
      '[owners/it-late] schema/kind: "owners/it-late" takes a severity, and this is a list. For example: off.',
    ],
  ],
  ['options', 'rules: { rollout/early-adopters: [warning, { min: 3, max: 8 }] }\n', []],
  ['a list of a severity alone', 'rules: { rollout/early-adopters: [warning] }\n', []],
  [
    'a misspelt option',
    'rules: { rollout/early-adopters: [warning, { mim: 3 }] }\n',
    ['[mim] schema/unknown-key: "mim" is not a key of "rollout/early-adopters". Did you mean "min"?'],
  ],
  [
    'an option of the wrong kind',
    'rules: { rollout/early-adopters: [warning, { min: "3" }] }\n',
    ['["3"] schema/kind: "min" takes a number, and this is a text. Write 3 without quotes.'],
  ],
  [
    'a block of options alone',
    'rules: { rollout/early-adopters: { min: 3 } }\n',
    [
      '[rollout/early-adopters] schema/kind: "rollout/early-adopters" takes a severity, or a list of a severity and options, and this is a block.',
    ],
  ],
  [
    'a misspelt rule',
    'rules: { owners/it-lat: off }\n',
    ['[owners/it-lat] config/unknown-rule: "owners/it-lat" is no rule. Did you mean "owners/it-late"?'],
  ],
  [
    'a rule without its group, in an override',
    'overrides: [{ files: [a/**], rules: { it-late: off } }]\n',
    ['[it-late] config/unknown-rule: "it-late" is no rule. Did you mean "owners/it-late"?'],
  ],
  [
    'a group',
    'rules: { data: off }\n',
    ['[data] config/unknown-rule: "data" is a group. Name its rules, such as "data/audit-duration".'],
  ],
  [
    'what is always an error',
    'rules: { schema/date: off }\n',
    ['[schema/date] config/unknown-rule: "schema/date" is always an error. Mend the file instead.'],
  ],
  [
    'a misspelt preset',
    'extends: [strict, recomended]\n',
    ['[recomended] config/unknown-preset: "recomended" is no preset. Did you mean "recommended"?'],
  ],
  [
    'an address',
    'extends: https://example.com/pilots.config.yaml\n',
    [
      '[https://example.com/pilots.config.yaml] config/outside: "https://example.com/pilots.config.yaml" is outside of the repository. Copy what you need of it into the repository.',
    ],
  ],
  [
    'an absolute path',
    'extends: /etc/pilots.yaml\n',
    [
      '[/etc/pilots.yaml] config/outside: "/etc/pilots.yaml" is outside of the repository. Copy what you need of it into the repository.',
    ],
  ],
  [
    'a pattern that leaves the folder',
    'include: ["../**"]\n',
    [
      '["../**"] config/pattern: The pattern "../**" is not used. Write it relative to the folder of this file, with forward slashes and without "..".',
    ],
  ],
  [
    'a part of a pilot that there is not',
    'customRules: [{ id: acme/a, at: owners.opertor, require: {}, message: A. }]\n',
    ['[owners.opertor] config/unknown-path: "opertor" is not a key of "owners". Did you mean "operator"?'],
  ],
  ['a part of the author', 'customRules: [{ id: acme/a, at: cost.x-own, require: {}, message: A. }]\n', []],
  [
    'a custom rule in a group of ours',
    'customRules: [{ id: owners/a, require: {}, message: A. }]\n',
    [
      '[owners/a] config/custom-rule: "owners" is a group of the rules that come with the program. Use one of your own.',
    ],
  ],
  [
    'one name for two custom rules',
    'customRules:\n  - { id: acme/a, require: {}, message: A. }\n  - { id: acme/a, require: {}, message: B. }\n',
    ['[acme/a] config/custom-rule: "acme/a" is defined twice. Give each rule a name of its own.'],
  ],
  [
    'a schema that asks for another',
    'customRules: [{ id: acme/a, require: { $ref: "https://example.com/a.json" }, message: A. }]\n',
    [
      '["https://example.com/a.json"] config/custom-rule: "https://example.com/a.json" is outside of this requirement. A requirement stands alone: write out what it needs.',
    ],
  ],
  [
    'a pattern that looks ahead in a name of a property',
    'customRules: [{ id: acme/a, require: { patternProperties: { "^(?!a)b+$": {} } }, message: A. }]\n',
    [
      '["^(?!a)b+$"] config/unsafe-pattern: The rule does not run, since its pattern "^(?!a)b+$" cannot be used: it looks ahead or behind. Write each condition as a pattern of its own under allOf, and under not what must not be there.',
    ],
  ],
  [
    'a pattern that looks ahead where only a reference leads',
    'customRules: [{ id: acme/a, require: { $ref: "#/default", default: { pattern: "^(?!a)b+$" } }, message: A. }]\n',
    [
      '["^(?!a)b+$"] config/unsafe-pattern: The rule does not run, since its pattern "^(?!a)b+$" cannot be used: it looks ahead or behind. Write each condition as a pattern of its own under allOf, and under not what must not be there.',
    ],
  ],
  [
    'a pattern that looks ahead under a name that is also a keyword',
    'customRules: [{ id: acme/a, require: { properties: { enum: { pattern: "^(?!a)b+$" } } }, message: A. }]\n',
    [
      '["^(?!a)b+$"] config/unsafe-pattern: The rule does not run, since its pattern "^(?!a)b+$" cannot be used: it looks ahead or behind. Write each condition as a pattern of its own under allOf, and under not what must not be there.',
    ],
  ],
  [
    'a fix that is no block',
    'customRules: [{ id: acme/a, require: {}, message: A., fix: none }]\n',
    [
      '[fix] config/custom-rule: The fix is not a block of keys and values. Write it like x-costCentre: CC-0000.',
    ],
  ],
  [
    'text that is no YAML',
    'extends: [strict\nrules:\n',
    ['[rules] yaml/bracket: "[" has no "]". Close the list.'],
  ],
]

describe('a configuration', () => {
  for (const [name, text, expected] of cases) {
    it(`is told of ${name}`, async () => {
      const said = complaints(await configured({ 'pilots.config.yaml': text }))
      const wanted = expected.map((each) => `pilots.config.yaml ${each}`)
      if (text.startsWith('extends: [strict\n')) assert.match(said.join(), / yaml\//)
      else assert.deepEqual(said, wanted)
    })
  }

  it('is mended by its fixes', async () => {
    const text = 'extends: recomended\nrules:\n  owners/it-lat: warn\n  "it-late": off\n'
    const { files } = await configured({ 'pilots.config.yaml': text })
    const edits = (files[0]?.findings ?? []).flatMap(({ fixes }) =>
      (fixes[0]?.changes ?? []).flatMap((change) => (change.do === 'replace' ? [change] : [])),
    )
    const mended = 'extends: recommended\nrules:\n  owners/it-late: warning\n  owners/it-late: off\n'
    assert.equal(applyEdits(text, edits), mended)
  })

  it('of the examples is right', async () => {
    const text = readFileSync(new URL('../../examples/pilots.config.yaml', import.meta.url), 'utf8')
    assert.deepEqual(complaints(await configured({ 'pilots.config.yaml': text })), [])
  })

  it('has a description and an example for every key', () => {
    for (const def of ['config', 'override', 'customRule', 'rules'])
      for (const key of configWords.keysOf(def)) {
        const property = configWords.propertyOf(def, key)
        assert.ok(property?.description && property.examples.length > 0, `${def} ${key}`)
      }
    const min = configWords.propertyAt(['rules', 'rollout/early-adopters', 1, 'min'])
    assert.deepEqual([min?.kind, min?.examples], ['number', [3]])
  })
})
