import { addDays, type IsoDate } from '../pilot/dates.ts'
import { choice, sample, type TemplateBlock } from '../yaml/template.ts'

/** A document or duty that is set for a month from now. */
export function artifactTemplate(today: IsoDate): TemplateBlock {
  return { status: choice('planned', 'done', 'missing', 'not-applicable'), date: sample(addDays(today, 30)) }
}

/** An audit trail that was switched on when the pilot began. */
export function auditTrailTemplate(since: IsoDate): TemplateBlock {
  return { status: choice('done', 'planned', 'missing', 'not-applicable'), date: sample(since) }
}
