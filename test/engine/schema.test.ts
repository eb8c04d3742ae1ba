import assert from 'node:assert/strict'
import { analysisOf, complete } from '../support/check.ts'

/** Name, fragment, and the findings as `[text] rule: message`. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'a misspelt key',
    'ownrs: {}\n',
    ['[ownrs] schema/unknown-key: "ownrs" is not a key of a pilot. Did you mean "owners"?'],
  ],
  [
    'a misspelt key in a block',
    'owners:\n  opertor: { name: Luis }\n',
    ['[opertor] schema/unknown-key: "opertor" is not a key of "owners". Did you mean "operator"?'],
  ],
  [
    'a key that belongs elsewhere',
    'productionBy: 2026-06-26\n',
    [
      '[productionBy] schema/unknown-key: "productionBy" is not a key of a pilot. It belongs into "timeline".',
    ],
  ],
  [
    'a key nobody knows',
    'colour: red\n',
    [
      '[colour] schema/unknown-key: "colour" is not a key of a pilot. Remove it, or name it "x-colour" if it is your own.',
    ],
  ],
  ['an own key', 'x-colour: red\n', []],
  [
    'a word nobody knows',
    'stage: rolout\n',
    ['[rolout] schema/word: "rolout" is no stage that the format knows. Did you mean "rollout"?'],
  ],
  [
    'a date that does not exist',
    'timeline:\n  start: 2026-02-30\n',
    [
      '[2026-02-30] schema/date: "2026-02-30" is not a date that exists. Write year, month and day, such as 2026-05-29.',
    ],
  ],
  [
    'a date in another spelling',
    'timeline:\n  start: 11.01.2027\n  end: 2027-3-1\n',
    [
      '[11.01.2027] schema/date: "11.01.2027" is not written as a date. Write 2027-01-11.',
      '[2027-3-1] schema/date: "2027-3-1" is not written as a date. Write 2027-03-01.',
    ],
  ],
  [
    'a date of which nobody knows the month',
    'timeline:\n  start: 01/11/2027\n',
    ['[01/11/2027] schema/date: "01/11/2027" is not written as a date. Write 2027-11-01 or 2027-01-11.'],
  ],
  [
    'a share with a blank',
    'scope: { covers: 72 % }\n',
    ['[72 %] schema/share: "72 %" is not written as a share. Write 72%.'],
  ],
  [
    'a share above all',
    'scope: { covers: 130% }\n',
    ['[130%] schema/share: "130%" is not a share from 0% to 100%. Write it like 15%.'],
  ],
  [
    'a share without its sign',
    'scope: { covers: "83" }\n',
    ['["83"] schema/share: "83" is not a share from 0% to 100%. Write it like 15%.'],
  ],
  [
    'a number where a share belongs',
    'scope: { covers: 0.83 }\n',
    ['[0.83] schema/kind: "covers" takes a share such as 15%, and this is the number 0.83. Write 83%.'],
  ],
  [
    'a number that may be a count',
    'scope: { covers: 12 }',
    [
      '[12] schema/kind: "covers" takes a share such as 15%, and this is the number 12. Write 12% if it is a percentage.',
    ],
  ],
  [
    'a number with which nothing can be calculated',
    'cost: { software: 1e300 }\n',
    [
      '[1e300] schema/kind: "software" takes a number, and this is the number 1e+300, too large to calculate with. For example: 42000.',
    ],
  ],
  [
    'a number in quotes',
    'cost: { software: "42000" }\n',
    ['["42000"] schema/kind: "software" takes a number, and this is a text. Write 42000 without quotes.'],
  ],
  [
    'a decimal comma, a percentage, and millions of what is no money',
    'criteria:\n  success:\n    - { metric: A, baseline: 97%, target: 2 million }\n    - metric: B\n      target: 82,5\n',
    [
      '[97%] schema/kind: "baseline" takes a number, and this is a text. Write 97, and keep the % in its unit.',
      '[2 million] schema/kind: "target" takes a number, and this is a text. Write 2000000.',
      '[82,5] schema/kind: "target" takes a number, and this is a text. Write 82.5.',
    ],
  ],
  [
    'a comma or a point that may divide thousands',
    'integration: { budget: "£21,000" }\nvalue:\n  amount: 21,000\ncost: { software: € 42.000 }\n',
    [
      '["£21,000"] schema/kind: "budget" takes a number, and this is a text. Write 21000 if it is in the currency of the file.',
      '[21,000] schema/kind: "amount" takes a number, and this is a text. Write 21000 if that is meant.',
      '[€ 42.000] schema/kind: "software" takes a number, and this is a text. Write 42000 if it is in the currency of the file.',
    ],
  ],
  [
    'a truth in quotes',
    'owners: { sponsor: { budgetAuthority: "true" } }\n',
    [
      '["true"] schema/kind: "budgetAuthority" takes true or false, and this is a text. Write true without quotes.',
    ],
  ],
  [
    'a length of time in a unit that there is not',
    'integration: { systems: [{ system: erp, effort: 12 hours }] }\n',
    [
      '[12 hours] schema/duration: "12 hours" is not a length of time. Write days, weeks, months, quarters or years, such as 60 days.',
    ],
  ],
  [
    'a mistake that a merge key repeats',
    'criteria:\n  success:\n    - &a { metric: A, target: high }\n    - { <<: *a, metric: B }\n',
    ['[high] schema/kind: "target" takes a number, and this is a text. For example: 82.'],
  ],
  [
    'an entry of a list without its key',
    'gates:\n  - due: 2026-05-08\n',
    [
      '[due] schema/missing-key: "stage" is missing. Use one of criteria, ownership, data, rollout, adoption or production.',
    ],
  ],
  [
    'a value below its bound',
    'cost: { software: -1 }\n',
    ['[-1] schema/range: "software" cannot be below 0.'],
  ],
  [
    'an empty text',
    'summary: ""\n',
    ['[""] schema/empty: "summary" is empty. Fill it in, or remove the key.'],
  ],
  ['a key without a value yet', 'owners:\n', []],
  [
    'a long list of errors, each once',
    'name: A B\nstage: x\n',
    [
      '[A B] schema/name: "A B" is not a short name. Use small letters, digits and single hyphens, such as demand-forecast.',
      '[x] schema/word: "x" is no stage that the format knows. Use one of criteria, ownership, data, rollout, adoption, production or stopped.',
    ],
  ],
]

describe('findings of the schema', () => {
  it('judges an item of a list by what an item has to be', () => {
    assert.deepEqual(
      said(complete('compliance: { jurisdictions: [Texas, worldwide] }\ncomparedWith: [12]\n')),
      [
        '[Texas] schema/jurisdiction: "Texas" is not written as a country or state code. Write US-TX.',
        '[worldwide] schema/jurisdiction: "worldwide" is not a country or state code. Write it as US-TX, DE or EU.',
        '[12] schema/kind: An entry of "comparedWith" takes a short name, and this is the number 12.',
      ],
    )
  })

  for (const [name, yaml, expected] of cases) {
    it(name, () => assert.deepEqual(said(complete(yaml)), expected))
  }

  it('names the required keys of a file that has none of them', () => {
    assert.deepEqual(
      said('team: x\n').map((each) => each.replace(/: .*?"(\w+)" is missing.*/, ' $1')),
      [
        '[team] schema/missing-key apiVersion',
        '[team] schema/missing-key name',
        '[team] schema/missing-key title',
        '[team] schema/missing-key stage',
      ],
    )
  })

  it('keeps its advice where the author wrote something very long', () => {
    for (const key of ['k'.repeat(2000), '\u{1F600}'.repeat(2000)]) {
      const [message] = analysisOf(complete(`? ${key}\n: 1\n`)).findings.flatMap((finding) =>
        finding.rule === 'schema/unknown-key' ? finding.message : [],
      )
      assert.match(
        message ?? '',
        /…" is not a key of a pilot\. Remove it, or name it "x-.*…" if it is your own\.$/u,
      )
      assert.ok(!/\p{Cs}/u.test(message ?? '') && (message ?? '').length < 500)
    }
  })

  for (const yaml of [
    'value: { statement: Overtime costs less, amount: -900, per: month }\ncost: { software: 42000 }\n',
    'stage: data\nworkflow: { map: docs/day.md, systems: [erp], shadowed: -4 }\n',
    'rollout: { earlyAdopters: 4 }\ngates: [{ stage: rollout, held: 2026-05-08, decision: expand, adoptersUsing: -4 }]\n',
    'scope: { covers: 160%, exceptions: By hand }\n',
  ])
    it(`alone speaks of a number that cannot be: ${yaml}`, () => {
      const { findings } = analysisOf(
        complete(yaml.includes('stage: data') ? yaml : `stage: rollout\n${yaml}`),
      )
      const same = ['value/below-cost', 'workflow/shadowing', 'gates/expanded-unproven', 'scope/everything']
      const about = findings.filter(
        ({ rule }) => same.includes(rule) || /^schema\/(?:range|share)$/.test(rule),
      )
      assert.deepEqual(
        about.map(({ rule }) => rule.split('/')[0]),
        ['schema'],
      )
    })

  it('says how to begin an empty file', () => {
    assert.deepEqual(said(''), [
      '[] schema/empty-file: The file is empty. A pilot starts with apiVersion, name, title and stage.',
    ])
  })

  it('says what a file that is no block has to be', () => {
    assert.deepEqual(
      said('- a\n- b\n').map((each) => each.split(':')[0]),
      ['[- a] schema/kind'],
    )
  })

  it('is silent about a file that does not parse', () => {
    assert.deepEqual(
      said('owners: [\nfoo: {\n').filter((each) => !each.includes('yaml/')),
      [],
    )
  })
})

function said(text: string): string[] {
  const { findings } = analysisOf(text, { rules: [] })
  return findings.map(
    ({ rule, message, span }) => `[${text.slice(span.start, span.end)}] ${rule}: ${message}`,
  )
}
