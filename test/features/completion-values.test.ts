import assert from 'node:assert/strict'
import { answer, type CompletionCase, itOffers } from '../support/completion.ts'
import { readCursor } from '../support/cursor.ts'

const cases: readonly CompletionCase[] = [
  {
    name: 'the words of a key with what they mean',
    yaml: 'stage: |',
    offers: ['criteria', 'ownership', 'data', 'rollout', 'adoption', 'production', 'stopped'],
  },
  {
    name: 'words in place of a half-typed one',
    yaml: 'stage: da|xx # soon\nname: a\n',
    offers: ['criteria'],
    accept: ['data', 'stage: data # soon\nname: a\n'],
  },
  {
    name: 'words behind a colon without a blank',
    yaml: 'stage:|\nname: a\n',
    offers: ['criteria'],
    accept: ['data', 'stage: data\nname: a\n'],
    options: { trigger: ':' },
  },
  {
    name: 'words on the line below',
    yaml: 'stage:\n  |',
    offers: ['criteria'],
    accept: ['data', 'stage:\n  data'],
  },
  {
    name: 'words in the quotes that the author began',
    yaml: '{ "stage": "|" }\n',
    offers: ['criteria'],
    accept: ['data', '{ "stage": "data" }\n'],
  },
  {
    name: 'names in the quotes that the author began',
    yaml: "team: '|'\n",
    offers: ['supply-chain'],
    accept: ['No: 1 team', "team: 'No: 1 team'\n"],
  },
  {
    name: 'words in a quote without its end, which takes nothing that stands behind it',
    yaml: 'gates:\n  - { stage: "|, due: 2026-06-01 }\nsummary: x\n',
    offers: ['criteria'],
    accept: ['data', 'gates:\n  - { stage: "data", due: 2026-06-01 }\nsummary: x\n'],
  },
  {
    name: 'the same where another line has the next quote',
    yaml: 'gates:\n  - {\n      stage: "d| }\n  - { notes: "x" }\n',
    offers: ['criteria'],
    accept: ['data', 'gates:\n  - {\n      stage: "data" }\n  - { notes: "x" }\n'],
  },
  {
    name: 'no word that has a meaning in quotes',
    yaml: 'owners: { sponsor: { budgetAuthority: "|" } }\n',
    offers: ['true', 'false'],
    accept: ['true', 'owners: { sponsor: { budgetAuthority: true } }\n'],
  },
  {
    name: 'words in an item',
    yaml: 'gates:\n  - stage: data\n    decision: |\n',
    offers: ['advance', 'expand', 'diagnose', 'hold', 'stop'],
  },
  {
    name: 'words in brackets',
    yaml: 'owners:\n  delivery:\n    covers: [deployment, |]\n',
    offers: ['data-integration'],
    never: ['deployment'],
  },
  {
    name: 'no item that stands in the list already, but the one at the cursor',
    yaml: 'rollout:\n  earlyAdopters:\n    - Luis Ortega\n    - Dana| Whitfield\n    - Ana Ruiz\n',
    offers: ['Dana Whitfield'],
    never: ['Luis Ortega'],
  },
  {
    name: 'none of them behind the key of a list, either',
    yaml: 'comparedWith: |\n  - forecast-2024\n',
    offers: [],
  },
  {
    name: 'brackets around the first word of a list',
    yaml: 'owners:\n  delivery:\n    covers: |\n',
    offers: ['data-integration'],
    accept: ['kpis', 'owners:\n  delivery:\n    covers: [kpis]\n'],
  },
  {
    name: 'an item above those of a list, and no comment below it',
    yaml: 'compliance:\n  jurisdictions: |  # as of May\n    - EU\n',
    offers: [],
    never: ['EU'],
    accept: ['AT', 'compliance:\n  jurisdictions:  # as of May\n    - AT\n    - EU\n'],
  },
  {
    name: 'a dash before a word of a list',
    yaml: 'owners:\n  delivery:\n    covers:\n      |',
    offers: ['data-integration'],
    accept: ['kpis', 'owners:\n  delivery:\n    covers:\n      - kpis'],
  },
  { name: 'true and false', yaml: 'workflow:\n  newLogin: |', offers: ['true', 'false'] },
  {
    name: 'people',
    yaml: 'owners:\n  operator:\n    name: Lu|',
    offers: ['Luis Ortega', 'Dana Whitfield'],
    accept: ['Luis Ortega', 'owners:\n  operator:\n    name: Luis Ortega'],
  },
  { name: 'people and teams', yaml: 'change: { owner: | }', offers: ['Luis Ortega', 'supply-chain'] },
  {
    name: 'teams, in quotes where they need them',
    yaml: 'team: |',
    offers: ['supply-chain', 'No: 1 team'],
    accept: ['No: 1 team', 'team: "No: 1 team"'],
  },
  {
    name: 'a name in place of a half-typed quotation',
    yaml: 'team: "sup|"\n',
    offers: ['supply-chain'],
    accept: ['supply-chain', 'team: "supply-chain"\n'],
  },
  {
    name: 'a name with the quote that the author began',
    yaml: "data: { sources: [{ system: '|' }] }\n",
    offers: ['netsuite-erp'],
    accept: ["Kim's sheet", "data: { sources: [{ system: 'Kim''s sheet' }] }\n"],
  },
  { name: 'systems', yaml: 'data:\n  sources:\n    - system: |', offers: ['netsuite-erp'] },
  { name: 'systems in a list', yaml: 'workflow: { systems: [|] }', offers: ['netsuite-erp'] },
  { name: 'other pilots', yaml: 'predecessor: |', offers: ['forecast-2024'] },
  { name: 'other pilots to compare with', yaml: 'comparedWith:\n  - |', offers: ['forecast-2024'] },
  { name: 'jobs that other pilots do', yaml: 'useCase: |', offers: ['demand-forecasting'] },
  { name: 'the name of the file', yaml: 'name: |', offers: ['demand'] },
  { name: 'days', yaml: 'timeline:\n  start: |', offers: ['2026-06-01', '2026-07-01'] },
  {
    name: 'the day of the next gate',
    yaml: 'next:\n  by: |\ngates:\n  - { stage: data, due: 2026-06-20 }\n',
    offers: ['2026-06-01', '2026-06-20', '2026-07-01'],
  },
  {
    name: 'a month after the last gate',
    yaml: 'gates:\n  - { stage: data, due: 2026-06-20 }\n  - stage: rollout\n    due: |\n',
    offers: ['2026-06-01', '2026-07-20', '2026-07-01'],
  },
  {
    name: 'units',
    yaml: 'criteria:\n  success:\n    - unit: |',
    offers: ['%', 'USD', 'hours'],
    accept: ['%', 'criteria:\n  success:\n    - unit: "%"'],
  },
  {
    name: 'metrics',
    yaml: 'criteria:\n  success:\n    - metric: |',
    offers: ['Processing time per case', 'Cost per case'],
  },
  {
    name: 'the metric that a measure continues',
    yaml: 'criteria: { success: [{ metric: Hours }] }\nkpis:\n  measures:\n    - from: |\n',
    offers: ['Hours'],
  },
  { name: 'places', yaml: 'compliance: { jurisdictions: [|] }', offers: ['EU', 'US-CO', 'US-TX'] },
  { name: 'currencies', yaml: 'currency: |', offers: ['USD', 'EUR'] },
  { name: 'lengths of time', yaml: 'kpis:\n  horizon: |', offers: ['30 days'] },
  { name: 'nothing for prose', yaml: 'summary: |', offers: [] },
  { name: 'nothing for numbers', yaml: 'value: { amount: | }', offers: [] },
  { name: 'nothing for an own key', yaml: 'x-team: |', offers: [] },
  { name: 'nothing below an unknown key', yaml: 'ownerz:\n  |', offers: [] },
]

describe('completion of values', () => itOffers(cases))

describe('completion of what an author is free to write', () => {
  const within = (value: string): string => `criteria:\n  success:\n    - ${value}\n`
  const at = (value: string): { labels: readonly string[]; isIncomplete: boolean } => {
    const { text, offset } = readCursor(within(value))
    const { items, isIncomplete } = answer(text, offset)
    return { labels: items.map(({ label }) => label), isIncomplete }
  }

  it('offers examples only before something is written, so that Enter puts none in its place', () => {
    for (const key of ['metric', 'unit']) {
      const { labels, isIncomplete } = at(`${key}: |`)
      assert.ok(labels.length > 0 && isIncomplete, key)
      assert.ok(at(`${key}: "|"`).labels.length > 0, key)
      assert.ok(at(`${key}: |Share of cases`).labels.length > 0, key)
    }
    for (const value of ['metric: Use|', 'metric: Cost|', 'unit: h|', 'unit: "h|"', 'unit: m| # metres'])
      assert.deepEqual(at(value).labels, [], value)
  })

  it('offers lengths of time and shares only as they are begun', () => {
    assert.deepEqual(at('within: 6|'), { labels: ['60 days', '6 months'], isIncomplete: true })
    assert.deepEqual(at('within: "6|"').labels, ['60 days', '6 months'])
    assert.deepEqual(at('within: 3 d|').labels, [])
    const { text, offset } = readCursor('scope:\n  covers: 1|\n')
    assert.deepEqual(
      answer(text, offset).items.map(({ label }) => label),
      ['10%', '15%', '100%'],
    )
  })

  it('does not make the client ask again for names and words', () => {
    for (const marked of ['stage: |', 'owners:\n  operator:\n    name: L|', 'timeline:\n  start: |']) {
      const { text, offset } = readCursor(marked)
      assert.equal(answer(text, offset).isIncomplete, false, marked)
    }
  })
})
