import { addDays, addMonths, type IsoDate } from './dates.ts'
import { isAbsent } from './located.ts'
import type { Governance, Pilot } from './model.generated.ts'

const phases = ['crawl', 'walk', 'run'] as const

/** How much steering a pilot has or needs, from little to much. */
export type Phase = (typeof phases)[number]

/** Days of the first phase: weeks 1 to 4 of the rollout (claims R41 to R52). */
const CRAWL_DAYS = 28

/** Months after which the last phase begins: walk is months 2 and 3. */
const RUN_MONTHS = 3

/** The phase that fits the time since the rollout began; unknown before it began. */
export function phaseByAge({ rollout }: Pilot, today: IsoDate): Phase | undefined {
  const start = rollout?.start?.value
  if (start === undefined || today < start) return undefined
  if (today < addDays(start, CRAWL_DAYS)) return 'crawl'
  return today < addMonths(start, RUN_MONTHS) ? 'walk' : 'run'
}

/** Whether the governance block says that it is in this phase or beyond it. */
export function isInPhase({ governance }: Pilot, phase: Phase): boolean {
  const declared = governance?.phase?.value
  return declared !== undefined && phases.indexOf(declared) >= phases.indexOf(phase)
}

/** Whether no review is recorded, so many days after walk could begin. */
export function isUnreviewed({ governance, rollout }: Pilot, today: IsoDate, days: number): boolean {
  const start = rollout?.start?.value
  if (start === undefined || !isAbsent(governance, 'lastReview')) return false
  return today > addDays(start, CRAWL_DAYS + days)
}

/** What of the steering a phase and those before it add is not written down. */
export function lackingFor(governance: Governance, phase: Phase): readonly string[] {
  const due = added.filter(([from]) => phases.indexOf(from) <= phases.indexOf(phase))
  return due.filter(([, key]) => isAbsent(governance, key)).map(([, , name]) => name)
}

const added: readonly (readonly [Phase, keyof Governance, string])[] = [
  ['walk', 'steeringCommittee', 'a steering committee'],
  ['walk', 'review', 'a monthly review'],
  ['walk', 'changeProcess', 'a way for changes'],
  ['run', 'businessReview', 'a business review'],
  ['run', 'trainingProgramme', 'lasting training'],
  ['run', 'improvement', 'improvement'],
]
