import type { Fix } from '../finding.ts'
import type { CriterionCommitment } from '../history/commitments.ts'
import { isDate } from '../pilot/dates.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import type { TemplateBlock } from '../yaml/template.ts'
import { appendAt } from './changes.ts'

/** Puts a criterion back with all that its history remembers of it. */
export function restoreCriterion(into: Pilot, criterion: CriterionCommitment): Fix {
  const { metric, unit, direction, baseline, target, deadline } = criterion
  const value: TemplateBlock = {
    metric,
    ...(unit === undefined ? {} : { unit }),
    ...(direction === undefined ? {} : { better: direction }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(target === undefined ? {} : { target }),
    ...(deadline === undefined ? {} : { [isDate(deadline) ? 'by' : 'within']: deadline }),
  }
  const path = ['criteria', 'success']
  return { title: `Restore the criterion "${metric}"`, safe: false, changes: [appendAt(into, path, value)] }
}
