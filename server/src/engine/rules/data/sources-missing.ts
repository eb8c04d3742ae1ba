import type { Fix } from '../../finding.ts'
import type { IsoDate } from '../../pilot/dates.ts'
import { isUnlistedAt } from '../../pilot/located.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { hasReached } from '../../pilot/stages.ts'
import { insertAt } from '../../templates/changes.ts'
import { dataTemplate, decisionPoint, sourceTemplate } from '../../templates/data.ts'
import type { Rule } from '../rule.ts'

export const dataSourcesMissing: Rule = {
  id: 'data/sources-missing',
  from: { ownership: 'warning', data: 'error' },
  docs: {
    summary: 'The systems that the data comes from are named.',
    why: 'Data without an address cannot be audited, repaired or connected. The pilot then runs on whatever somebody sent, and production finds out that nobody owns it.',
    remedy: 'List each system of record with what is taken from it.',
    sources: [{ claim: 'R27', says: 'Every data source and every decision point is documented.' }],
    bad: [
      {
        title: 'Nothing said about data',
        yaml: `stage: data
#^^^^ error: No data source is named. List the systems that the data comes from.
`,
      },
      {
        title: 'A block without sources',
        yaml: `stage: ownership
data:
#^^^ warning
  sources: []
`,
      },
    ],
    good: [
      {
        title: 'One system of record',
        yaml: `stage: data
data:
  sources: [{ system: netsuite-erp, contents: Order lines since 2021, quality: production }]
`,
      },
      {
        title: 'Too early to know',
        yaml: `stage: criteria
`,
      },
    ],
  },

  *check(pilot, { today }) {
    if (!isUnlistedAt(pilot, 'data', 'sources')) return
    yield {
      at: (pilot.data ?? pilot).keySpan,
      message: 'No data source is named. List the systems that the data comes from.',
      fixes: [insert(pilot, today)],
    }
  },
}

function insert(pilot: Pilot, today: IsoDate): Fix {
  const { data } = pilot
  // What is asked next of a block with a source comes with it.
  const listed = !isUnlistedAt(pilot, 'data', 'decisionPoints') || !hasReached(pilot, 'data')
  const decisions = listed ? [] : [insertAt(pilot, ['data', 'decisionPoints'], [decisionPoint])]
  const changes = data
    ? [insertAt(pilot, ['data', 'sources'], [sourceTemplate()]), ...decisions]
    : [insertAt(pilot, ['data'], dataTemplate(pilot, today))]
  return { title: 'Insert a data source', safe: false, changes }
}
