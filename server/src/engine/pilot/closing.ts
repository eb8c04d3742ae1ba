import { kindOfName } from '../words/people.ts'
import { type IsoDate, parseDuration } from './dates.ts'
import { isUnlistedAt } from './located.ts'
import type { Condition, Measure, Pilot } from './model.generated.ts'
import { leaverOf } from './owners.ts'
import { isNamed, undecided, unsaid } from './questions.ts'

/** One of the three questions that every pilot has to answer when it closes (claims N29 to N31). */
export interface ClosingQuestion {
  readonly id: 'conditions' | 'kpis' | 'delivery'
  readonly question: string
  /** What the file says, in its words. */
  readonly answers: readonly string[]
  /** What the answer still lacks, each with what to do. The question is open while there is any. */
  readonly open: readonly string[]
}

/**
 * The closing review: which conditions stay, what production is measured by, and who delivers it on that day. Words that only
 * hold the place of an answer are none.
 */
export function closingOf(pilot: Pilot, today: IsoDate): readonly ClosingQuestion[] {
  return [conditionsQuestion(pilot), kpisQuestion(pilot), deliveryQuestion(pilot, today)]
}

export function isOpen({ open }: ClosingQuestion): boolean {
  return open.length > 0
}

function conditionsQuestion(pilot: Pilot): ClosingQuestion {
  const { conditions } = pilot
  const items = conditions?.items ?? []
  const open = undecided(pilot)
  const vague = unsaid(pilot)
  const none = conditions && isUnlistedAt(pilot, 'conditions') ? ['Nothing was lent to the pilot.'] : []
  return {
    id: 'conditions',
    question: 'Which conditions of the pilot become permanent?',
    answers: [...none, ...items.filter((item) => ![...open, ...vague].includes(item)).map(decided)],
    open: conditions
      ? [
          ...open.map((item) => `${named(item)} is undecided. Set its decision to permanent or withdrawn.`),
          ...vague.map((item) => `${named(item)} does not say what was lent. Write it down.`),
        ]
      : [
          'Nothing is said about what the pilot was lent. List it under conditions, or write conditions: [] if there was nothing.',
        ],
  }
}

function named({ what }: Condition): string {
  return what ? `"${what.value}"` : 'A condition'
}

function decided(condition: Condition): string {
  const { decision, decidedBy, date, path } = condition
  const by = decidedBy ? ` by ${decidedBy.value}` : ''
  const on = date ? ` on ${date.value}` : ''
  const way = path ? ` Way into production: ${path.value}` : ''
  return `${named(condition)} is ${decision?.value ?? 'decided'}${by || on ? `, decided${by}${on}` : ''}.${way}`
}

function kpisQuestion({ kpis }: Pilot): ClosingQuestion {
  const measures = kpis?.measures?.items ?? []
  const known = measures.filter(isNamed)
  const horizon = kpis?.horizon?.value
  const lasts = horizon !== undefined && parseDuration(horizon) !== undefined
  return {
    id: 'kpis',
    question: 'Which KPIs measure production, over what horizon?',
    answers: [...known.map(measure), ...(lasts ? [`Over ${horizon}.`] : [])],
    open: [
      known.length === 0 && 'No KPI is named. Add what production is judged by under kpis.measures.',
      known.length > 0 &&
        known.length < measures.length &&
        'A KPI does not say what is measured. Name it, or remove it.',
      horizon === undefined && 'No horizon is set. Add kpis.horizon, such as 12 months.',
      horizon !== undefined &&
        !lasts &&
        `"${horizon}" is no length of time. Set kpis.horizon to one, such as 12 months.`,
    ].filter((each) => each !== false),
  }
}

function measure({ name, target, unit, owner }: Measure): string {
  const goal = target ? `, target ${target.value}${unit ? ` ${unit.value}` : ''}` : ''
  return `"${name?.value ?? 'unnamed KPI'}"${goal}${owner ? `, ${owner.value} answers for it` : ''}.`
}

function deliveryQuestion(pilot: Pilot, today: IsoDate): ClosingQuestion {
  const delivery = pilot.owners?.delivery
  const lacks = deliveryGap(pilot, today)
  const title = delivery?.title ? `, ${delivery.title.value}` : ''
  const mandate = delivery?.mandate ? ` Mandate: ${delivery.mandate.value}` : ''
  return {
    id: 'delivery',
    question: 'Who owns the delivery into production?',
    answers: lacks === undefined ? [`${delivery?.name?.value}${title}.${mandate}`] : [],
    open: lacks === undefined ? [] : [`${lacks} Name one person under owners.delivery.`],
  }
}

function deliveryGap(pilot: Pilot, today: IsoDate): string | undefined {
  const name = pilot.owners?.delivery?.name?.value
  if (name === undefined) return 'Nobody owns the delivery.'
  if (kindOfName(name) === 'vacancy') return `"${name}" owns no delivery.`
  const left = leaverOf(pilot, 'delivery', today)
  return left && `${name} owned the delivery until ${left.until.value}, and nobody follows.`
}
