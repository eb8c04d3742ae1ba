import { isAbsent } from '../../pilot/located.ts'
import { impressionIn, named } from '../../pilot/metrics.ts'
import { criteriaOf } from '../../pilot/progress.ts'
import { insertAt } from '../../templates/changes.ts'
import { hearsay } from '../../words/metrics.ts'
import { hole } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const criteriaNoSource: Rule = {
  id: 'criteria/no-source',
  from: { criteria: 'warning' },
  docs: {
    summary: 'Every criterion names the system or report that its number is read from.',
    why: 'A number that each side reads from a different place is argued over at every gate. With one named source, baseline and result come from the same place and the discussion is about the decision.',
    remedy: 'Name the system, report or dashboard where anyone could look up the number.',
    sources: [
      { claim: 'M14', says: 'A criterion is specific enough for its number to be looked up.' },
      { claim: 'M72', says: 'Results are measured against the baseline that was fixed beforehand.' },
    ],
    bad: [
      {
        title: 'A number from nowhere',
        yaml: `stage: criteria
criteria:
  success:
    - metric: Empty miles
#     ^^^^^^^^^^^^^^^^^^^ warning: Nothing says where "Empty miles" is read. Name the system or report that the number comes from.
      unit: "%"
      baseline: 17.5
      target: 13
`,
      },
      {
        title: 'The key is there, but not the name',
        yaml: `criteria:
  success:
    - metric: Empty miles
#     ^^^^^^^^^^^^^^^^^^^ warning
      source:
`,
      },
      {
        title: 'A feeling',
        yaml: `criteria:
  success:
    - { metric: Empty miles, baseline: 17.5, target: 13, source: Gut feeling }
#                                                                ^^^^^^^^^^^ warning: Nobody can look up "Gut feeling". Name the system or report that the number comes from.
`,
      },
    ],
    good: [
      {
        title: 'Read from a system',
        yaml: `criteria:
  success:
    - { metric: Empty miles, baseline: 17.5, target: 13, source: telematics }
`,
      },
      {
        title: 'Read from a report that people write',
        yaml: `criteria:
  success:
    - { metric: Empty miles, baseline: 17.5, target: 13, source: Monthly fleet report }
`,
      },
    ],
  },

  *check(pilot) {
    for (const criterion of criteriaOf(pilot)) {
      const { source } = criterion
      if (source && hearsay.find(source.value)) {
        yield {
          at: source.span,
          message: `Nobody can look up "${source.value}". Name the system or report that the number comes from.`,
        }
      }
      if (!isAbsent(criterion, 'source') || impressionIn(criterion)) continue
      const value = hole('system or report that the number is read from')
      yield {
        at: criterion.keySpan,
        message: `Nothing says where ${criterion.metric ? named(criterion) : 'this number'} is read. Name the system or report that the number comes from.`,
        fixes: [{ title: 'Insert a source', safe: false, changes: [insertAt(criterion, ['source'], value)] }],
      }
    }
  },
}
