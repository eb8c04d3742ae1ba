import type { IsoDate } from '../pilot/dates.ts'
import { choice, hole, sample, type TemplateBlock } from '../yaml/template.ts'

/** One thing that the pilot was lent, with the decision about it. */
export function conditionTemplate(today: IsoDate): TemplateBlock {
  return {
    kind: choice('permission', 'data-access', 'stakeholder', 'vendor-support', 'staffing', 'process'),
    what: hole('what was lent, by whom, and how it differs from the normal way'),
    decision: choice('permanent', 'withdrawn', 'undecided'),
    decidedBy: hole('who decided it'),
    date: sample(today),
    path: hole('how production gets it the normal way'),
  }
}
