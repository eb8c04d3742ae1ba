import type { IsoDate } from '../pilot/dates.ts'
import type { Block } from '../pilot/located.ts'
import type { Artifacts } from '../pilot/model.generated.ts'

/**
 * What a source asks a pilot for in one jurisdiction, over one span of time. It is what the source says and when it said so,
 * not what the law requires.
 */
export interface Regime {
  /** ISO 3166-1 or -2, or `EU`, whose member states match it. */
  readonly jurisdiction: string
  readonly name: string
  /** The title of the document that the artifacts are taken from. */
  readonly source: string
  /** The day of which the source tells. */
  readonly asOf: IsoDate
  /** The first day on which it counts. */
  readonly since: IsoDate
  /** The last day on which it counts; absent while nothing replaces it. */
  readonly until?: IsoDate
  /** What a reader should know before relying on it. */
  readonly note: string
  readonly artifacts: readonly RegimeArtifact[]
}

/** What is asked for. Behind each stands as a comment which claim of the source, or which article, asks for it. */
export interface RegimeArtifact {
  readonly key: ArtifactKey
  readonly level: Level
}

/** `depends`: on the kind of system, or on the part that the organisation plays in it. */
export type Level = 'required' | 'recommended' | 'depends'

export type ArtifactKey = Exclude<keyof Artifacts, keyof Block>

/** The artifacts as a sentence calls them, with their article. */
export const artifactNames: Readonly<Record<ArtifactKey, string>> = {
  riskAssessment: 'a risk assessment',
  biasTesting: 'a bias test',
  userNotification: 'a notice to users',
  optOut: 'a way to opt out',
  annualAudit: 'an annual audit',
  auditTrail: 'an audit trail',
  correction: 'a way to correct personal data',
  humanReview: 'a review by a human',
  technicalDocumentation: 'technical documentation',
  conformityAssessment: 'a conformity assessment',
  transparencyNotice: 'a transparency notice',
  riskManagement: 'risk management',
}
