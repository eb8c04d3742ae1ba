import { addDays, type IsoDate } from './dates.ts'
import type { Artifact, BiasArtifact, Pilot } from './model.generated.ts'
import { criteriaOf } from './progress.ts'
import { volumeOf } from './rollout.ts'
import { integratedOf } from './systems.ts'

/** One of the three days of a ninety-day plan by which some work has to exist. */
export interface Mark {
  readonly day: number
  readonly date: IsoDate
  /** What the file does not show, each with its own negation: `no governance`. */
  readonly missing: readonly SprintPart[]
}

export type SprintPart = keyof typeof holds

/** The marks of a ninety-day plan counted from its start, with what is missing for each (claims R72 to R74). */
export function marks(pilot: Pilot, start: IsoDate): readonly Mark[] {
  return plan.map(({ day, parts }) => {
    return { day, date: addDays(start, day), missing: parts.filter((part) => !holds[part](pilot)) }
  })
}

const plan: readonly { readonly day: number; readonly parts: readonly SprintPart[] }[] = [
  { day: 30, parts: ['no core features', 'no compliance document', 'no governance'] },
  { day: 60, parts: ['no built integration', 'no group of real users', 'no readings'] },
  { day: 90, parts: ['no limited production', 'no measured return', 'no next step'] },
]

const holds = {
  'no core features': ({ scope }: Pilot): boolean => (scope?.features?.items.length ?? 0) > 0,
  'no compliance document': ({ compliance }: Pilot): boolean => hasDocument(compliance?.artifacts),
  'no governance': ({ governance }: Pilot): boolean => (governance?.node?.entries.length ?? 0) > 0,
  'no built integration': (pilot: Pilot): boolean =>
    integratedOf(pilot).some(({ status }) => status?.value === 'built' || status?.value === 'live'),
  'no group of real users': ({ rollout }: Pilot): boolean => rollout?.earlyAdopters !== undefined,
  'no readings': (pilot: Pilot): boolean =>
    criteriaOf(pilot).some(({ readings }) => (readings?.items.length ?? 0) > 0) ||
    criteriaOf(pilot).length === 0,
  'no limited production': (pilot: Pilot): boolean =>
    pilot.rollout?.environment?.value === 'production' && (volumeOf(pilot)?.value ?? 0) > 0,
  'no measured return': ({ governance }: Pilot): boolean => governance?.returnMeasured !== undefined,
  'no next step': ({ next }: Pilot): boolean => next?.what !== undefined,
} as const

function hasDocument(artifacts: NonNullable<Pilot['compliance']>['artifacts']): boolean {
  const all: readonly (Artifact | BiasArtifact | undefined)[] = artifacts
    ? [
        artifacts.riskAssessment,
        artifacts.biasTesting,
        artifacts.userNotification,
        artifacts.auditTrail,
        artifacts.optOut,
      ]
    : []
  return all.some(
    (artifact) => artifact?.status?.value === 'done' || artifact?.status?.value === 'not-applicable',
  )
}
