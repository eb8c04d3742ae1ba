import type { Pilot } from '../pilot/model.generated.ts'
import { restoreCriterion } from '../templates/restored.ts'
import { type Bar, isEasier } from './bars.ts'
import { type CriterionCommitment, numbersOf } from './commitments.ts'
import type { Track } from './criteria.ts'
import type { Easing } from './easing.ts'
import type { Step } from './history.ts'

/** A criterion that is gone: whatever was to be reached by it no longer is. */
export function droppedEasing({ first, last }: Track, step: Step, pilot: Pilot): Easing {
  const agreed = unEased(first, last)
  const numbers = numbersOf(agreed)
  return {
    at: (pilot.criteria?.success ?? pilot.criteria ?? pilot).keySpan,
    what: `The criterion "${last.metric}"${numbers === undefined ? '' : ` (${numbers})`} was dropped`,
    step,
    was: numbers === undefined ? last.metric : `${last.metric}: ${numbers}`,
    is: undefined,
    names: [first.metric, last.metric],
    value: undefined,
    since: '',
    mayBeSame: false,
    fix: restoreCriterion(pilot, agreed),
  }
}

/** A criterion as it was last, with what it was at the start where that was harder to meet. */
function unEased(first: CriterionCommitment, last: CriterionCommitment): CriterionCommitment {
  const harder = (bar: Bar): CriterionCommitment => (isEasier(bar, first, last) ? first : last)
  return {
    ...last,
    baseline: harder('baseline').baseline,
    target: harder('target').target,
    deadline: harder('deadline').deadline,
  }
}
