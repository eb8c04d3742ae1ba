import { type CompletionCase, itOffers } from '../support/completion.ts'

const config = { file: 'pilots.config.yaml' }

const cases: readonly CompletionCase[] = [
  {
    name: 'the keys of a configuration',
    yaml: '|',
    offers: ['extends', 'include', 'exclude', 'currency'],
    options: config,
  },
  {
    name: 'presets',
    yaml: 'extends: |',
    offers: ['minimal', 'recommended', 'strict'],
    accept: ['strict', 'extends: strict'],
    options: config,
  },
  {
    name: 'presets in a list',
    yaml: 'extends: [|]',
    offers: ['minimal', 'recommended', 'strict'],
    options: config,
  },
  {
    name: 'the names of rules',
    yaml: 'rules:\n  owners/it-late: off\n  own|\n',
    offers: ['adoption/no-usage-check'],
    never: ['owners/it-late'],
    accept: ['owners/it-missing', 'rules:\n  owners/it-late: off\n  owners/it-missing: \n'],
    options: config,
  },
  {
    name: 'rules of an override',
    yaml: 'overrides:\n  - files: ["a/**"]\n    rules: { | }\n',
    offers: ['adoption/no-usage-check'],
    options: config,
  },
  {
    name: 'severities',
    yaml: 'rules:\n  owners/it-late: |',
    offers: ['error', 'warning', 'info', 'off'],
    never: ['false'],
    options: config,
  },
  {
    name: 'severities with the options of the rule',
    yaml: 'rules:\n  rollout/early-adopters: |',
    offers: ['error', 'warning', 'info', 'off'],
    accept: [
      '[warning, { min: 3, max: 5 }]',
      'rules:\n  rollout/early-adopters: [warning, { min: 3, max: 5 }]',
    ],
    options: config,
  },
  {
    name: 'a severity in brackets',
    yaml: 'rules: { rollout/early-adopters: [|] }',
    offers: ['error', 'warning'],
    never: ['min'],
    options: config,
  },
  {
    name: 'options',
    yaml: 'rules: { rollout/early-adopters: [info, { min: 2, | }] }',
    offers: ['max'],
    options: config,
  },
  {
    name: 'patterns',
    yaml: 'include: [|]',
    offers: ['pilots/**/*.pilot.{yaml,yml}'],
    accept: ['pilots/**/*.pilot.{yaml,yml}', 'include: ["pilots/**/*.pilot.{yaml,yml}"]'],
    options: config,
  },
  {
    name: 'places of a configuration',
    yaml: 'jurisdictions:\n  - |',
    offers: ['EU', 'US-CO', 'US-TX'],
    options: config,
  },
  { name: 'currencies of a configuration', yaml: 'currency: |', offers: ['USD', 'EUR'], options: config },
  {
    name: 'parts of a rule of the own',
    yaml: 'customRules:\n  - id: acme/x\n    |',
    offers: ['require', 'message', 'from', 'severity'],
    never: ['id'],
    options: config,
  },
]

describe('completion in a configuration', () => itOffers(cases))
