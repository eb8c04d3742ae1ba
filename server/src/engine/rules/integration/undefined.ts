import type { Fix } from '../../finding.ts'
import type { IsoDate } from '../../pilot/dates.ts'
import { isAbsentAt, isUnlistedAt } from '../../pilot/located.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { insertAt } from '../../templates/changes.ts'
import { systemTemplates } from '../../templates/integration.ts'
import { sample } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const integrationUndefined: Rule = {
  id: 'integration/undefined',
  from: { criteria: 'info', ownership: 'warning', data: 'error' },
  docs: {
    summary: 'The systems that the pilot has to be connected to are named.',
    why: 'Production needs data that flows by itself from the systems of record. The connection is often the largest part of the cost and the one that nobody planned, because the pilot could do without it.',
    remedy: 'List each system with its direction, method, status and owner.',
    sources: [
      { claim: 'K15', says: 'The pilot runs on data that somebody put together by hand.' },
      { claim: 'K16', says: 'In production data has to flow by itself from the system of record.' },
      { claim: 'K17', says: 'Integration is often the largest and most underestimated cost.' },
    ],
    suppress: 'It is used by hand alongside all systems, in production too.',
    bad: [
      {
        title: 'Not a word',
        yaml: `stage: data
#^^^^ error: No system is named that it has to be connected to. List the systems, and scope the work.
`,
      },
      {
        title: 'Not a word yet',
        yaml: `stage: criteria
#^^^^ info
`,
      },
      {
        title: 'Money, but no system',
        yaml: `stage: ownership
integration: { budget: 60000 }
#^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'One system',
        yaml: `stage: data
integration:
  systems: [{ system: netsuite-erp, method: api, status: scoped }]
`,
      },
      {
        title: 'Named, and scoped later',
        yaml: `stage: criteria
integration:
  systems: [{ system: netsuite-erp }]
`,
      },
    ],
  },

  *check(pilot, { today }) {
    if (!isUnlistedAt(pilot, 'integration', 'systems')) return
    yield {
      at: (pilot.integration ?? pilot).keySpan,
      message: 'No system is named that it has to be connected to. List the systems, and scope the work.',
      fixes: [insert(pilot, today)],
    }
  },
}

function insert(pilot: Pilot, today: IsoDate): Fix {
  const systems = systemTemplates(pilot, today)
  const whole = isAbsentAt(pilot, 'integration')
  const change = whole
    ? insertAt(pilot, ['integration'], { budget: sample(60000), systems })
    : insertAt(pilot, ['integration', 'systems'], systems)
  return { title: 'Insert the systems', safe: false, changes: [change] }
}
