import type { Condition, Measure, Pilot } from './model.generated.ts'
import { undecided } from './questions.ts'

/** One of the three questions that every pilot has to answer when it closes (claims N29 to N31). */
export interface ClosingQuestion {
  readonly id: 'conditions' | 'kpis' | 'delivery'
  readonly question: string
  /** What the file says, in its words. */
  readonly answers: readonly string[]
  /** What the answer still lacks, each with what to do. The question is open while there is any. */
  readonly open: readonly string[]
}

/** The closing review: which conditions stay, what production is measured by, and who delivers it. */
export function closingOf(pilot: Pilot): readonly ClosingQuestion[] {
  return [conditionsQuestion(pilot), kpisQuestion(pilot), deliveryQuestion(pilot)]
}

export function isOpen({ open }: ClosingQuestion): boolean {
  return open.length > 0
}

function conditionsQuestion(pilot: Pilot): ClosingQuestion {
  const { conditions } = pilot
  const items = conditions?.items ?? []
  const open = undecided(pilot)
  const none = conditions && items.length === 0 ? ['Nothing was lent to the pilot.'] : []
  return {
    id: 'conditions',
    question: 'Which conditions of the pilot become permanent?',
    answers: [...none, ...items.filter((item) => !open.includes(item)).map(decided)],
    open: conditions
      ? open.map((item) => `${named(item)} is undecided. Set its decision to permanent or withdrawn.`)
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
  const horizon = kpis?.horizon?.value
  return {
    id: 'kpis',
    question: 'Which KPIs measure production, over what horizon?',
    answers: [...measures.map(measure), ...(horizon === undefined ? [] : [`Over ${horizon}.`])],
    open: [
      measures.length === 0 && 'No KPI is named. Add what production is judged by under kpis.measures.',
      horizon === undefined && 'No horizon is set. Add kpis.horizon, such as 12 months.',
    ].filter((each) => each !== false),
  }
}

function measure({ name, target, unit, owner }: Measure): string {
  const goal = target ? `, target ${target.value}${unit ? ` ${unit.value}` : ''}` : ''
  return `"${name?.value ?? 'unnamed KPI'}"${goal}${owner ? `, ${owner.value} answers for it` : ''}.`
}

function deliveryQuestion({ owners }: Pilot): ClosingQuestion {
  const delivery = owners?.delivery
  const name = delivery?.name?.value
  const question = 'Who owns the delivery into production?'
  if (name === undefined) {
    return {
      id: 'delivery',
      question,
      answers: [],
      open: ['Nobody owns the delivery. Name one person under owners.delivery.'],
    }
  }
  const title = delivery?.title ? `, ${delivery.title.value}` : ''
  const mandate = delivery?.mandate ? ` Mandate: ${delivery.mandate.value}` : ''
  return { id: 'delivery', question, answers: [`${name}${title}.${mandate}`], open: [] }
}
