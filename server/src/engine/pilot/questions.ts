import type { Span } from '../text/span.ts'
import { isAbsent } from './located.ts'
import type { Condition, Pilot } from './model.generated.ts'

/** The three questions that have to be answered before it is decided how a pilot ends (claims N29 to N31). */
export type Question =
  | 'which conditions stay'
  | 'which KPIs count over what horizon'
  | 'who owns the delivery'

export interface OpenQuestion {
  readonly question: Question
  /** Where the answer belongs. */
  readonly at: Span
}

/** The closing questions that the file does not answer. */
export function openQuestions(pilot: Pilot): readonly OpenQuestion[] {
  return [...conditionsQuestion(pilot), ...kpisQuestion(pilot), ...deliveryQuestion(pilot)]
}

/** The conditions about which nobody has decided. */
export function undecided({ conditions }: Pilot): readonly Condition[] {
  return (conditions?.items ?? []).filter((condition) => {
    return condition.decision?.value === 'undecided' || isAbsent(condition, 'decision')
  })
}

function conditionsQuestion(pilot: Pilot): readonly OpenQuestion[] {
  const question = 'which conditions stay'
  if (isAbsent(pilot, 'conditions')) return [{ question, at: pilot.keySpan }]
  const first = undecided(pilot)[0]
  return first ? [{ question, at: first.decision?.span ?? first.keySpan }] : []
}

function kpisQuestion(pilot: Pilot): readonly OpenQuestion[] {
  const { kpis } = pilot
  const answered =
    !isAbsent(kpis, 'measures') && kpis?.measures?.items.length !== 0 && !isAbsent(kpis, 'horizon')
  const wrongKind = !kpis && !isAbsent(pilot, 'kpis')
  if (answered || wrongKind) return []
  return [{ question: 'which KPIs count over what horizon', at: (kpis ?? pilot).keySpan }]
}

function deliveryQuestion(pilot: Pilot): readonly OpenQuestion[] {
  const { owners } = pilot
  const delivery = owners?.delivery
  if (delivery ? !isAbsent(delivery, 'name') : owners && !isAbsent(owners, 'delivery')) return []
  return [{ question: 'who owns the delivery', at: (delivery ?? owners ?? pilot).keySpan }]
}
