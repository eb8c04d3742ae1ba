import { isContradictory, isExchanged, isTurned } from './bars.ts'
import type { CriterionCommitment } from './commitments.ts'
import type { Track } from './criteria.ts'
import type { Step } from './history.ts'

/** What is said for the first time after the start, or put right on that day, is what holds; so is what the numbers said at once. */
export function pointing(
  { first, stated: was, given, pointed, turned }: Track,
  to: CriterionCommitment,
  step: Step,
): Pick<Track, 'first' | 'pointed' | 'turned'> {
  const { direction } = to
  if (direction === was.direction) return { first, pointed, turned }
  const isMistake = pointed === given.baseline && pointed === given.target && isContradictory(first)
  if (first.direction === undefined || pointed?.date === step.date || isMistake)
    return { first: { ...first, direction }, pointed: step, turned: undefined }
  return { first, pointed, turned: isTurned(first, to) ? step : undefined }
}

/** Two numbers that are put in each other's place hold there, for what comes afterwards as well. */
export function righting(
  { first, righted }: Track,
  to: CriterionCommitment,
  step: Step,
): Pick<Track, 'first' | 'righted'> {
  const isBack = righted !== undefined && isExchanged(to, first)
  if (!isBack && !isExchanged(first, to)) return { first, righted }
  const { baseline, target } = to
  return { first: { ...first, baseline, target }, righted: isBack ? undefined : step }
}
