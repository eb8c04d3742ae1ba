import { type CriterionCommitment, nameKey } from './commitments.ts'
import { namedWithUnit, nameOf } from './units.ts'

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

export function numbersKey({ baseline, target }: CriterionCommitment): string | undefined {
  return baseline === undefined || target === undefined ? undefined : `${baseline} ${target}`
}

function exactKey({ baseline, target, metric }: CriterionCommitment): string {
  return `${baseline} ${target} ${nameKey(metric)}`
}
