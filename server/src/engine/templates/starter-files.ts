import { addDays, type IsoDate } from '../pilot/dates.ts'
import type { TemplateBlock } from '../yaml/template.ts'
import { pilotText } from './pilot.ts'

/** A file that a repository starts with. */
export interface StarterFile {
  /** From the folder of the run, with forward slashes. */
  readonly path: string
  /** What it is, as half a sentence. */
  readonly about: string
  readonly text: string
}

/** The package that checks the pilots, in the version that is to be used. */
export interface Checker {
  readonly name: string
  readonly version: string
}

/** `below` is the way from the root of the repository to the folder of the run, empty where they are one. */
export function starterFiles(checker: Checker, today: IsoDate, below: string): readonly StarterFile[] {
  return [
    { path: 'pilots.config.yaml', about: 'what is checked, and how strictly', text: CONFIG },
    {
      path: 'pilots/example.pilot.yaml',
      about: 'a pilot to look at',
      text: EXAMPLE + pilotText(example(today)),
    },
    workflow(checker, below),
    {
      path: '.vscode/extensions.json',
      about: 'the extension for VS Code, as a recommendation',
      text: EXTENSIONS,
    },
  ]
}

/** The check of every pull request on GitHub, which looks for it at the root of the repository alone. */
export function workflow({ name, version }: Checker, below: string): StarterFile {
  const steps = below.split('/').filter((step) => step !== '')
  const inFolder = steps.length > 0 ? `        working-directory: ${JSON.stringify(below)}\n` : ''
  return {
    path: `${steps.map(() => '../').join('')}.github/workflows/pilots.yml`,
    about: 'the check of every pull request on GitHub',
    text: `name: Pilots
on:
  pull_request:
  push:
    branches: [main, master]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0               # what a commitment was before stands in the history
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npx --yes --package ${name}@${version} pilots check
${inFolder}`,
  }
}

const CONFIG = `# What holds for the checks of the pilots in this repository.
extends: recommended                   # minimal, recommended or strict
include: ["**/*.pilot.{yaml,yml}"]
currency: USD                          # of pilots that name none
jurisdictions: []                      # where they take effect, such as [US-TX, US-CO] or [EU]
rules: {}                              # for example: { owners/it-late: off }
`

const EXAMPLE = '# An example of a pilot at its beginning. Change it, or remove it.\n'

const EXTENSIONS = `${JSON.stringify({ recommendations: ['pilot-as-code.pilot-as-code'] }, undefined, 2)}\n`

function example(today: IsoDate): TemplateBlock {
  const day = (days: number): IsoDate => addDays(today, days)
  return {
    apiVersion: 'pilot-as-code/v1',
    name: 'example',
    title: 'Invoice matching for accounts payable',
    team: 'accounts-payable',
    summary: 'Invoices are matched to their orders before a clerk sees them.',
    stage: 'criteria',
    value: { statement: 'Manual matching falls from 620 to 200 hours a month.', amount: 18000, per: 'month' },
    timeline: {
      approved: today,
      start: day(14),
      end: day(154),
      productionBy: day(182),
      plan: 'five-stage',
      readiness: 'medium',
    },
    owners: {
      sponsor: { name: 'Dana Whitfield', title: 'CFO', budgetAuthority: true },
      operator: {
        name: 'Luis Ortega',
        title: 'Head of Accounts Payable',
        team: 'accounts-payable',
        since: today,
        accountability: 'Hours of manual matching are one of his three goals for the year.',
      },
      it: { name: 'Sam Cole', since: today },
    },
    criteria: { agreed: today, ...criteria },
    integration: {
      systems: [{ system: 'erp', direction: 'both', method: 'api', status: 'unscoped', owner: 'Sam Cole' }],
    },
    gates: [
      { stage: 'criteria', due: day(21) },
      { stage: 'ownership', due: day(28) },
      { stage: 'data', due: day(49) },
    ],
    cost: {
      productionBudget: { amount: 90000, status: 'approved', approved: today, by: 'Dana Whitfield' },
    },
  }
}

const criteria: TemplateBlock = {
  success: [
    {
      metric: 'Hours of manual matching a month',
      kind: 'business',
      unit: 'hours',
      better: 'lower',
      baseline: 620,
      target: 200,
      within: '60 days',
      source: 'erp',
    },
    {
      metric: 'Invoices matched without a person',
      kind: 'business',
      unit: '%',
      better: 'higher',
      baseline: 0,
      target: 70,
      within: '60 days',
      source: 'erp',
    },
  ],
  go: ['Two consecutive gates decide to expand'],
  stop: ['Less than 40% are matched at the second gate'],
}
