import { isAbsent } from './located.ts'
import type { Feature } from './model.generated.ts'

/** Whether a feature belongs to the first phase, which one without a phase does. */
export function isInPhaseOne(feature: Feature): boolean {
  return feature.phase ? feature.phase.value === 1 : isAbsent(feature, 'phase')
}
