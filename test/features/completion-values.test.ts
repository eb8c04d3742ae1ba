import { type CompletionCase, itOffers } from '../support/completion.ts'

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
    name: 'words in an item',
    yaml: 'gates:\n  - stage: data\n    decision: |\n',
    offers: ['advance', 'expand', 'diagnose', 'hold', 'stop'],
  },
  {
    name: 'words in brackets',
    yaml: 'owners:\n  delivery:\n    covers: [deployment, |]\n',
    offers: ['data-integration'],
  },
  {
    name: 'brackets around the first word of a list',
    yaml: 'owners:\n  delivery:\n    covers: |\n',
    offers: ['data-integration'],
    accept: ['kpis', 'owners:\n  delivery:\n    covers: [kpis]\n'],
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
    accept: ['supply-chain', 'team: supply-chain\n'],
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
