import { addDays, type IsoDate } from '../../server/src/engine/pilot/dates.ts'
import { type Stage, stages } from '../../server/src/engine/pilot/stages.ts'
import type { Random } from './random.ts'

/** What a made-up pilot is about. */
export interface Subject {
  readonly name: string
  readonly title: string
  readonly useCase: string
  readonly team: string
  readonly vendor: string
  readonly rank: number
  readonly stage: Stage
  readonly start: IsoDate
  /** The last day on which something happened. */
  readonly last: IsoDate
  readonly people: People
  /** An earlier pilot of the same use case. */
  readonly predecessor: string | undefined
}

export interface People {
  readonly sponsor: string
  readonly operator: string
  readonly delivery: string
  readonly it: string
  readonly adopters: readonly string[]
}

/** A pilot file of about two hundred lines without faults, as far as its stage asks for them. */
export function pilotText(subject: Subject, random: Random): string {
  const { stage } = subject
  const has = (other: Stage): boolean => stage === 'stopped' || stages.indexOf(stage) >= stages.indexOf(other)
  const day = (days: number): IsoDate => addDays(subject.start, days)
  const scene: Scene = { ...subject, random, day, has }
  return [head, owners, criteria, scope, data, integration, workflow, later, gates, money]
    .map((block) => block(scene).trim())
    .filter((text) => text !== '')
    .join('\n\n')
    .concat('\n')
}

interface Scene extends Subject {
  readonly random: Random
  /** So many days after the start. */
  day(days: number): IsoDate
  /** Whether the pilot has come as far as a stage. */
  has(stage: Stage): boolean
}

type Block = (scene: Scene) => string

const head: Block = ({ name, title, useCase, team, stage, predecessor, rank, random, day }) => `
apiVersion: pilot-as-code/v1
name: ${name}
title: ${title}
useCase: ${useCase}
team: ${team}
summary: What was done by hand by the ${team} team is proposed by a machine, and a person confirms it.
stage: ${stage}
${predecessor === undefined ? '' : `predecessor: ${predecessor}\n`}priority: { rank: ${rank}, impact: ${random.between(1, 5)}, feasibility: ${random.between(1, 5)} }
currency: ${random.pick(['USD', 'USD', 'EUR', 'GBP'])}

value:
  statement: Handling time falls by a third, which saves ${random.between(90, 900)} hours and $${random.between(4, 40)},000 a month.
  amount: ${random.between(4, 40) * 1000}
  per: month

timeline:
  approved: ${day(-28)}
  start: ${day(0)}
  end: ${day(95)}
  productionBy: ${day(119)}
  plan: five-stage
  readiness: ${random.pick(['high', 'medium', 'low'])}

next: { what: "Next gate, then a larger share of the ${team} team", by: ${day(88)} }`

const owners: Block = ({ people, team, random, day }) => `
owners:
  sponsor:
    name: ${people.sponsor}
    title: ${random.pick(['COO', 'CFO', 'CIO', 'Chief Risk Officer'])}
    email: ${mail(people.sponsor)}
    budgetAuthority: true
  operator:                            # whose day changes
    name: ${people.operator}
    title: Head of ${team}
    team: ${team}
    email: ${mail(people.operator)}
    since: ${day(-21)}
    accountability: Handling time, target ${random.between(6, 12)} minutes, is one of the goals for 2026.
  production:
    team: ${team}-systems
    email: ${team}-systems@example.com
    since: ${day(-7)}
  delivery:
    name: ${people.delivery}
    title: Program manager
    mandate: Sets priorities across the teams that contribute.
    covers: [data-integration, deployment, compliance, stakeholders, kpis]
    contacts:
      engineering: ${people.it}
      product: ${people.delivery}
      data: ${people.it}
      compliance: ${people.sponsor}
      business: ${people.operator}
  champion: { name: ${people.sponsor} }
  it: { name: ${people.it}, since: ${day(-21)} }`

const criteria: Block = ({ random, day, has, team }) => {
  const readings = (from: number, to: number): string =>
    has('rollout')
      ? `
      readings:
        - { date: ${day(44)}, value: ${from} }
        - { date: ${day(60)}, value: ${to} }`
      : ''
  const minutes = random.between(12, 30)
  const cost = random.between(60, 90) / 10
  return `
criteria:
  agreed: ${day(-17)}
  success:
    - metric: Handling time per case of the ${team} team
      kind: business                   # of the person, not of the machine
      unit: min
      better: lower
      baseline: ${minutes}
      target: ${minutes - 5}
      within: 60 days
      source: case-system${readings(minutes - 1, minutes - 3)}
    - metric: Cost per case
      kind: business
      unit: USD
      better: lower
      baseline: ${cost}
      target: ${(cost - 2).toFixed(1)}
      within: 90 days
      source: cost-report${readings(cost, Number((cost - 1).toFixed(1)))}
    - metric: People of the ${team} team who use the proposal every day
      kind: business
      unit: "%"
      better: higher
      baseline: 0
      target: 85
      within: 30 days
      source: case-system${readings(random.between(40, 60), random.between(61, 80))}
  go:
    - Two rollout gates in a row decide to expand
    - A month is closed with proposals alone
  stop:
    - More than 2% of the proposals are wrong
    - Handling time is above ${minutes + 2} minutes at the second gate`
}

const scope: Block = ({ random }) => `
scope:
  covers: ${random.between(55, 95)}%
  exceptions: Cases without a number go to a person and are handled as before.
  edgeCases:
    - One case about two customers
    - "A scan that only says \\"see above\\""
  features:
    - { name: Proposal with its reason, impact: ${random.between(8, 16) * 1000}, phase: 1 }
    - { name: Likely duplicates, impact: ${random.between(2, 7) * 1000}, phase: 1 }
    - { name: Draft of the answer, impact: ${random.between(1, 2) * 500}, phase: 2 }`

const data: Block = ({ random, day, people, has }) =>
  has('data')
    ? `
data:
  sources:
    - system: case-system
      contents: Cases since 202${random.between(1, 4)}
      quality: production
      issues:
        - { what: Customers under up to three names, fix: deduplicate, done: ${day(11)} }
        - { what: One quarter is missing after a move, fix: backfill, done: ${day(18)} }
    - system: mail-gateway
      contents: Cases that arrive by e-mail
      quality: production
  audit: { started: ${day(0)}, completed: ${day(19)}, by: ${people.it}, systems: [case-system, mail-gateway], rules: docs/data-rules.md }
  decisionPoints: [Proposal that a person accepts or changes]`
    : ''

const integration: Block = ({ random, day, people, has }) =>
  has('data')
    ? `
integration:
  budget: ${random.between(18, 80) * 1000}
  systems:
    - system: case-system
      direction: both
      method: api
      status: ${has('adoption') ? 'live' : 'built'}
      effort: ${random.between(5, 20)} days
      owner: ${people.it}
      scoped: ${day(8)}
      securityReview: { status: passed, date: ${day(22)} }
    - { system: mail-gateway, direction: in, method: event, status: built, effort: 4 days, owner: ${people.it}, scoped: ${day(8)}, securityReview: { status: passed, date: ${day(23)} } }`
    : ''

const workflow: Block = ({ random, has, people, day }) =>
  has('data')
    ? `
workflow:
  roles: [Clerk, Team lead]
  shadowed: ${random.between(2, 6)}
  map: docs/day.md
  systems: [case-system, mail-gateway, excel]
  workarounds:
    - { tool: Excel list of the team, maintainer: ${people.adopters[0]}, involved: true }
  habitsChanged: ${random.between(1, 3)}
  newLogin: false

conditions:
  - kind: data-access
    what: Read access to the replica, granted outside the usual request
    decision: permanent
    decidedBy: ${people.sponsor}
    date: ${day(30)}
    path: Standard access, requested on ${day(32)}, six weeks`
    : ''

const later: Block = ({ random, has, people, day, team }) =>
  has('rollout')
    ? `
rollout:
  start: ${day(28)}
  environment: production
  earlyAdopters: [${people.adopters.join(', ')}]
  participants: ${random.pick(['mixed', 'representative'])}
  volume: ${random.between(10, 30)}%

change:
  plan: docs/change.md
  owner: ${people.operator}
  friction: [People want to see why something was proposed]

adoption:
  playbook: docs/playbook.md
  training: [{ role: Clerk, format: Half a day at the desk, by: ${day(90)} }]
  reporting: Weekly use by team to the sponsor
  edgeCases: docs/edge-cases.md
  governance: Monthly review led by the operator
  usageCheck: ${day(180)}

kpis:
  horizon: 4 quarters
  measures:
    - { name: Handling time each month, kind: business, unit: min, better: lower, target: 8, owner: ${people.operator}, from: Handling time per case of the ${team} team }
    - { name: Error rate of the nightly run, kind: operational, unit: "%", better: lower, target: 1, owner: ${people.it} }
  failureModes: [A form is renamed]

production:
  means: Everyone in the ${team} team works from the proposals.
  retires: [{ tool: Excel list of the team, by: ${day(160)} }]
  runbook: docs/runbook.md`
    : ''

const gates: Block = ({ people, day, has }) => {
  const held = (stage: Stage, days: number, decision: string): string =>
    has(stage)
      ? `
  - { stage: ${stage}, due: ${day(days)}, held: ${day(days)}, decision: ${decision}, by: ${people.sponsor} }`
      : ''
  const first = has('rollout')
    ? `
  - stage: rollout
    due: ${day(58)}
    held: ${day(60)}                   # two days late, with everybody at the table
    decision: expand
    by: ${people.sponsor}
    adoptersUsing: ${people.adopters.length}
    metricsMoving: true
    notes: All of them use it every day.
  - { stage: rollout, due: ${day(88)} }`
    : ''
  return `
gates:${held('criteria', -17, 'advance')}${held('data', 24, 'advance')}${first}`
}

const money: Block = ({ random, has, people, day, last, vendor, stage }) => `
compliance:
  jurisdictions: [${random.pick(['US-TX', 'US-CO', 'EU'])}]
  affectsPeople: false
  artifacts:
    riskAssessment: { status: done, date: ${day(-11)}, document: docs/risk.md }
    biasTesting: { status: done, date: ${day(-8)}, document: docs/bias.md, gap: 2.4, threshold: 5 }
    userNotification: { status: done, date: ${day(-4)} }
    optOut: { status: not-applicable, reason: No consumer is affected }
    annualAudit: { status: planned, date: ${day(370)} }
    auditTrail: { status: done, date: ${day(0)} }

governance:
  phase: ${has('production') ? 'run' : 'walk'}
  budgetOwner: ${people.sponsor}
  checkIn: weekly
  dashboard: https://bi.example.com/pilots
  escalation: Team lead, then the sponsor on the same day
  requirements: ${random.between(5, 12)}
  steeringCommittee: The team, security and the works council
  review: monthly
  lastReview: ${last}
  changeProcess: docs/change.md
  returnMeasured: ${last}

vendor:
  name: ${vendor}
  tool: ${vendor} Desk
  pilotPrice: ${random.between(5, 40) * 100}
  productionPrice: ${random.between(41, 90) * 100}
  support: Contracted until 2028-09
  selected: ${day(-12)}
  lastUsed: ${last}
  exit: docs/vendor-exit.md
  dataPortable: true
  openStandards: true

cost:
  software: ${random.between(10, 90) * 1000}
  oneTime: { implementation: 16000, data: 7000, integration: 18000, change: 8000 }
  productionBudget: { amount: 75000, status: approved, approved: ${day(-28)}, by: ${people.sponsor} }
${stage === 'stopped' || stage === 'production' ? outcome(stage, people.sponsor, day(94)) : ''}`

function outcome(stage: 'stopped' | 'production', by: string, date: IsoDate): string {
  return `
outcome:
  decision: ${stage === 'stopped' ? 'stop' : 'scale'}
  date: ${date}
  by: ${by}
  because: Handling time fell by four minutes, and three quarters of the team work from the proposals.
  learned: [The hour of a nightly run can decide a pilot]`
}

function mail(name: string): string {
  return `${name.toLowerCase().replace(' ', '.')}@example.com`
}
