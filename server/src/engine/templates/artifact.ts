import type { Change, Fix } from '../finding.ts'
import type { ArtifactGap } from '../pilot/compliance.ts'
import { addDays, type IsoDate } from '../pilot/dates.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { type ArtifactKey, artifactNames } from '../regimes/regime.ts'
import { choice, sample, type TemplateBlock } from '../yaml/template.ts'
import { fillAbsent, insertAt, insertion, insertMissing } from './changes.ts'

/** A document or duty that is set for a month from now. */
export function artifactTemplate(today: IsoDate): TemplateBlock {
  return { status: choice('planned', 'done', 'missing', 'not-applicable'), date: sample(addDays(today, 30)) }
}

/** The ways to close the gap of a document, each with its title. */
export function artifactChanges(
  pilot: Pilot,
  { key, gap, today }: { readonly key: ArtifactKey; readonly gap: ArtifactGap; readonly today: IsoDate },
): readonly Pick<Fix, 'title' | 'changes' | 'suggestion'>[] {
  const artifact = pilot.compliance?.artifacts?.[key]
  const { status, date } = artifact ?? {}
  if (!artifact || !status) return [artifactInsert(pilot, key, artifactTemplate(today))]
  const day = addDays(today, 30)
  const isPast = date !== undefined && date.value < today
  const dated: readonly Change[] = isPast
    ? [{ do: 'replace', span: date.span, text: day }]
    : fillAbsent(artifact, { date: sample(day) })
  const become = (text: string): Change => ({ do: 'replace', span: status.span, text })
  if (gap === 'missing') return [insertion('Plan it', [become('planned'), ...dated])]
  if (gap === 'undated') return [{ title: 'Set its day', changes: dated }]
  return [
    { title: 'It was done on that day', suggestion: true, changes: [become('done')] },
    { title: 'Plan it for another day', suggestion: true, changes: dated },
  ]
}

/** A document or duty, or how it stands where the file has its name alone. */
export function artifactInsert(
  pilot: Pilot,
  key: ArtifactKey,
  whole: TemplateBlock,
): Pick<Fix, 'title' | 'changes'> {
  const artifacts = pilot.compliance?.artifacts
  if (artifacts?.[key])
    return {
      title: 'Set its status',
      changes: insertMissing(artifacts, key, { keys: ['status', 'date'], whole }),
    }
  const path = ['compliance', 'artifacts', key]
  return { title: `Insert ${artifactNames[key]}`, changes: [insertAt(pilot, path, whole)] }
}

/** An audit trail that was switched on when the pilot began, or is to be when it begins. */
export function auditTrailTemplate({ timeline }: Pilot, today: IsoDate): TemplateBlock {
  const since = timeline?.start?.value ?? today
  const status =
    since > today
      ? choice('planned', 'done', 'missing', 'not-applicable')
      : choice('done', 'planned', 'missing', 'not-applicable')
  return { status, date: sample(since) }
}
