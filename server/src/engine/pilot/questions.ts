import type { Span } from '../text/span.ts'
import { isNoAnswer, isPlaceholder } from '../words/placeholder.ts'
import { type IsoDate, parseDuration } from './dates.ts'
import { isAbsent, isAbsentAt, isUnlistedAt, placeOfAbsent } from './located.ts'
import type { Condition, Measure, Pilot } from './model.generated.ts'
import { leaverOf } from './owners.ts'
import { vacancyIn } from './vacancy.ts'

/** The three questions that have to be answered before it is decided how a pilot ends (claims N29 to N31). */
export type Question =
  | 'which conditions stay'
  | 'which KPIs count over what horizon'
  | 'who owns the delivery'

export interface OpenQuestion {
  readonly question: Question
  /** Where the answer belongs. */
  readonly at: Span
  /** Whether something stands there that is no answer. */
  readonly isSaid: boolean
}

/** The closing questions that the file does not answer. */
export function openQuestions(pilot: Pilot, today: IsoDate): readonly OpenQuestion[] {
  return [...conditionsQuestion(pilot), ...kpisQuestion(pilot), ...deliveryQuestion(pilot, today)]
}

/** The conditions about which nobody has decided. */
export function undecided({ conditions }: Pilot): readonly Condition[] {
  return (conditions?.items ?? []).filter((condition) => {
    return condition.decision?.value === 'undecided' || isAbsent(condition, 'decision')
  })
}

/** Words that only hold the place of an answer are none. */
function isAnswer(text: string): boolean {
  return !isPlaceholder(text) && !isNoAnswer(text)
}

/** The conditions that are decided about, and do not say what was lent. */
export function unsaid(pilot: Pilot): readonly Condition[] {
  const open = undecided(pilot)
  const items = pilot.conditions?.items ?? []
  return items.filter((item) => item.what && !isAnswer(item.what.value) && !open.includes(item))
}

export function isNamed({ name }: Measure): boolean {
  return name !== undefined && isAnswer(name.value)
}

function conditionsQuestion(pilot: Pilot): readonly OpenQuestion[] {
  const question = 'which conditions stay'
  if (isAbsent(pilot, 'conditions'))
    return [{ question, at: placeOfAbsent(pilot, 'conditions'), isSaid: false }]
  const [first] = undecided(pilot)
  if (first) return [{ question, at: first.decision?.span ?? first.keySpan, isSaid: false }]
  const [none] = unsaid(pilot)
  return none ? [{ question, at: none.what?.span ?? none.keySpan, isSaid: true }] : []
}

function kpisQuestion(pilot: Pilot): readonly OpenQuestion[] {
  const question = 'which KPIs count over what horizon'
  const { kpis } = pilot
  if (!kpis && !isAbsent(pilot, 'kpis')) return []
  const { measures, horizon } = kpis ?? {}
  if (isUnlistedAt(pilot, 'kpis', 'measures') || isAbsent(kpis, 'horizon'))
    return [{ question, at: (kpis ?? pilot).keySpan, isSaid: false }]
  if (horizon && parseDuration(horizon.value) === undefined)
    return [{ question, at: horizon.span, isSaid: true }]
  const none = measures?.items.find((measure) => !isNamed(measure))
  return none ? [{ question, at: none.name?.span ?? none.keySpan, isSaid: true }] : []
}

function deliveryQuestion(pilot: Pilot, today: IsoDate): readonly OpenQuestion[] {
  const question = 'who owns the delivery'
  const { owners } = pilot
  const delivery = owners?.delivery
  if (isAbsentAt(pilot, 'owners', 'delivery', 'name'))
    return [{ question, at: (delivery ?? owners ?? pilot).keySpan, isSaid: false }]
  if (!delivery) return []
  const no = vacancyIn({ name: delivery.name, team: undefined }) ?? leaverOf(pilot, 'delivery', today)?.until
  return no ? [{ question, at: no.span, isSaid: true }] : []
}
