import { type CriterionCommitment, nameKey } from './commitments.ts'
import { type Likeness, likenessOf } from './metric-names.ts'
import { namedWithUnit, nameOf, unitOf } from './units.ts'

type KeyOf = (criterion: CriterionCommitment) => string | undefined

/** By what a criterion is known again, what is sure first: by its name and numbers, and last by its numbers under another name. */
export const keysOfCriteria: readonly KeyOf[] = [
  exactKey,
  ({ metric }) => nameKey(metric),
  // A unit may move out of the name, and back.
  (criterion) => nameKey(nameOf(criterion)),
  (criterion) => nameKey(namedWithUnit(criterion)),
  numbersKey,
]

/** How near two criteria are by their names, whatever unit stands in these. */
export function likenessBetween(one: CriterionCommitment, other: CriterionCommitment): Likeness {
  return likenessOf(nameOf(one, other), nameOf(other, one))
}

/** Whether one name says in other words what the other one does, of numbers in the same unit. */
export function isReworded(last: CriterionCommitment, criterion: CriterionCommitment): boolean {
  return unitOf(last) === unitOf(criterion) && likenessBetween(last, criterion) === 'same'
}

export function numbersKey({ baseline, target }: CriterionCommitment): string | undefined {
  return baseline === undefined || target === undefined ? undefined : `${baseline} ${target}`
}

function exactKey({ baseline, target, metric }: CriterionCommitment): string {
  return `${baseline} ${target} ${nameKey(metric)}`
}
