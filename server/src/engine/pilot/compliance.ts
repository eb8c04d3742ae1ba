import { type ArtifactKey, artifactNames } from '../regimes/regime.ts'
import type { IsoDate } from './dates.ts'
import { isAbsent, isAbsentAt } from './located.ts'
import type { Artifact, BiasArtifact, Pilot } from './model.generated.ts'

export interface NamedArtifact {
  readonly key: ArtifactKey
  /** As a sentence calls it: `a risk assessment`. */
  readonly name: string
  readonly artifact: Artifact | BiasArtifact
}

/** The documents and duties that the file lists, in the order of the schema. */
export function artifactsOf({ compliance }: Pilot): readonly NamedArtifact[] {
  return artifactKeys.flatMap((key) => {
    const artifact = compliance?.artifacts?.[key]
    return artifact ? [{ key, name: artifactNames[key], artifact }] : []
  })
}

/** Why nobody can count on a document: no word, only its name, said to be missing, planned without a day or for one that has passed. */
export type ArtifactGap = 'absent' | 'unsaid' | 'missing' | 'undated' | 'overdue'

export function artifactGap(pilot: Pilot, key: ArtifactKey, today: IsoDate): ArtifactGap | undefined {
  if (isAbsentAt(pilot, 'compliance', 'artifacts', key)) return 'absent'
  const artifact = pilot.compliance?.artifacts?.[key]
  if (artifact && isUnsaid(artifact)) return 'unsaid'
  const { status, date } = artifact ?? {}
  if (status?.value === 'missing') return 'missing'
  if (status?.value !== 'planned') return undefined
  if (isAbsent(artifact, 'date')) return 'undated'
  return date && date.value < today ? 'overdue' : undefined
}

/** Whether an artifact is named, and nothing says how it stands: neither a status nor a day nor where it is. */
export function isUnsaid(artifact: NamedArtifact['artifact']): boolean {
  return ['status', 'date', 'document'].every((key) => isAbsent(artifact, key))
}

/** Where the pilot takes effect: as its file says, else as the configuration says for every pilot. */
export function jurisdictionsOf({ compliance }: Pilot, usual: readonly string[]): readonly string[] {
  return compliance?.jurisdictions?.items.map(({ value }) => value) ?? usual
}

/** Whether it decides, or helps to decide, about people; false as long as nobody said so. */
export function affectsPeople({ compliance }: Pilot): boolean {
  return compliance?.affectsPeople?.value === true
}

const artifactKeys = [
  'riskAssessment',
  'biasTesting',
  'userNotification',
  'optOut',
  'annualAudit',
  'auditTrail',
  'correction',
  'humanReview',
  'technicalDocumentation',
  'conformityAssessment',
  'transparencyNotice',
  'riskManagement',
] as const
