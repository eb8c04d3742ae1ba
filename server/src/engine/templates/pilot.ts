import { addDays, earliest, type IsoDate } from '../pilot/dates.ts'
import { choice, hole, renderBlock, sample, type Template, type TemplateBlock } from '../yaml/template.ts'
import { valueTemplate } from './value.ts'

/** How a pilot begins: with four lines, with all that five stages ask for, or with the three days of a sprint. */
export type PilotKind = 'minimal' | 'five-stage' | 'ninety-day'

export const pilotKinds: readonly PilotKind[] = ['minimal', 'five-stage', 'ninety-day']

/** What is known of a new pilot. Everything else is left to be filled in. */
export interface PilotFacts {
  readonly name: Template
  readonly title?: string | undefined
  readonly team?: string | undefined
  readonly operator?: string | undefined
  readonly sponsor?: string | undefined
  /** The first day; without it, two weeks from today. */
  readonly start?: IsoDate | undefined
}

/** The keys of a new pilot in the order of the format. */
export function pilotTemplate(kind: PilotKind, facts: PilotFacts, today: IsoDate): TemplateBlock {
  switch (kind) {
    case 'minimal':
      return minimal(facts)
    case 'five-stage':
      return fiveStage(facts, today)
    case 'ninety-day':
      return ninetyDay(facts, today)
  }
}

/** A whole pilot file, or what of one follows its first keys: blocks stand apart from each other, lines of one value do not. */
export function pilotText(
  template: TemplateBlock,
  { snippet = false, eol = '\n' }: { readonly snippet?: boolean; readonly eol?: string } = {},
): string {
  return `${renderBlock(template, { snippet, indent: '', step: '  ', eol })}${eol}`
}

function minimal(facts: PilotFacts): TemplateBlock {
  const { team, operator, sponsor, start } = facts
  const owners = {
    ...(sponsor === undefined ? {} : { sponsor: { name: sponsor } }),
    ...(operator === undefined ? {} : { operator: { name: operator } }),
  }
  return {
    ...head(facts),
    ...(team === undefined ? {} : { team }),
    stage: 'criteria',
    ...(start === undefined ? {} : { timeline: { start } }),
    ...(Object.keys(owners).length === 0 ? {} : { owners }),
  }
}

function fiveStage(facts: PilotFacts, today: IsoDate): TemplateBlock {
  const start = facts.start ?? addDays(today, DAYS.before)
  const day = (days: number): Template => sample(addDays(start, days))
  return {
    ...head(facts),
    team: facts.team ?? hole('team whose work changes'),
    summary: hole('one sentence on what changes'),
    stage: 'criteria',
    value: valueTemplate(),
    timeline: {
      approved: sample(dayBefore(facts, today)),
      start: firstDay(facts, today),
      end: day(DAYS.end),
      productionBy: day(DAYS.production),
      plan: 'five-stage',
    },
    owners: owners(facts, dayBefore(facts, today)),
    criteria: criteria(dayBefore(facts, today)),
    integration,
    gates: [
      { stage: 'criteria', due: day(7) },
      { stage: 'ownership', due: day(14) },
      { stage: 'data', due: day(35) },
      { stage: 'rollout', due: day(65) },
      { stage: 'rollout', due: day(95) },
      { stage: 'adoption', due: day(DAYS.end) },
    ],
    cost,
  }
}

function ninetyDay(facts: PilotFacts, today: IsoDate): TemplateBlock {
  const start = facts.start ?? addDays(today, DAYS.before)
  const day = (days: number): Template => sample(addDays(start, days))
  return {
    ...head(facts),
    team: facts.team ?? hole('team whose work changes'),
    stage: 'criteria',
    value: valueTemplate(),
    timeline: {
      approved: sample(dayBefore(facts, today)),
      start: firstDay(facts, today),
      end: day(90),
      productionBy: day(90),
      plan: 'ninety-day',
    },
    owners: owners(facts, dayBefore(facts, today)),
    criteria: criteria(dayBefore(facts, today)),
    integration,
    gates: [
      {
        stage: 'data',
        due: day(30),
        notes: 'Day 30: the core features work, the first compliance document is written, someone steers.',
      },
      {
        stage: 'rollout',
        due: day(60),
        notes: 'Day 60: it is integrated in the real workflow, and real users work with it in parallel.',
      },
      {
        stage: 'rollout',
        due: day(90),
        notes:
          'Day 90: it handles 10 to 20% of the volume, the return is measured, the expansion is planned.',
      },
    ],
    cost,
  }
}

/** Until the start, and from there to the end and to production. Within the 18 to 25 weeks of a middling readiness. */
const DAYS = { before: 14, end: 140, production: 168 } as const

function head({ name, title }: PilotFacts): TemplateBlock {
  return {
    apiVersion: 'pilot-as-code/v1',
    name,
    title: title ?? hole('what it does and for whom'),
  }
}

function firstDay({ start }: PilotFacts, today: IsoDate): Template {
  return start ?? sample(addDays(today, DAYS.before))
}

/** Today, or the first day where that is past: what has to come first cannot be later. */
function dayBefore({ start }: PilotFacts, today: IsoDate): IsoDate {
  return earliest(today, start) ?? today
}

function owners({ operator, sponsor, team }: PilotFacts, since: IsoDate): TemplateBlock {
  return {
    sponsor: {
      name: sponsor ?? hole('full name'),
      title: hole('position'),
      budgetAuthority: sample(true),
    },
    operator: {
      name: operator ?? hole('full name'),
      title: hole('position'),
      team: team ?? hole('team whose work changes'),
      since: sample(since),
      accountability: hole('their goal with its number and year'),
    },
    production: { team: hole('team that runs it afterwards') },
    it: { name: hole('full name'), since: sample(since) },
  }
}

function criteria(agreed: IsoDate): TemplateBlock {
  return {
    agreed: sample(agreed),
    success: [
      {
        metric: hole('result that the business pays for'),
        kind: 'business',
        unit: hole('unit'),
        better: choice('lower', 'higher'),
        baseline: sample(10),
        target: sample(6),
        within: sample('60 days'),
        source: hole('system or report that the number is read from'),
      },
    ],
    go: [hole('what must be true to go to production')],
    stop: [hole('what ends the pilot')],
  }
}

const integration: TemplateBlock = {
  budget: sample(50000),
  systems: [
    {
      system: hole('system of record'),
      direction: choice('in', 'out', 'both'),
      method: choice('api', 'event', 'database', 'file', 'manual'),
      status: 'unscoped',
      owner: hole('who builds it'),
    },
  ],
}

const cost: TemplateBlock = {
  productionBudget: { amount: sample(50000), status: choice('requested', 'under-review', 'approved') },
}
