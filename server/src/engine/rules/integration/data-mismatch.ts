import { hasUnread } from '../../pilot/located.ts'
import { integratedOf, integrations, namesOf, sourcesOf } from '../../pilot/systems.ts'
import { appendAt } from '../../templates/changes.ts'
import { systemTemplate } from '../../templates/integration.ts'
import { manualData } from '../../words/manual.ts'
import type { Rule } from '../rule.ts'

export const integrationDataMismatch: Rule = {
  id: 'integration/data-mismatch',
  from: { data: 'warning', rollout: 'error' },
  docs: {
    summary: 'Every system that data comes from is among the integrated ones.',
    why: 'A pilot that reads from one place while the integration is built for another proves something only about the first. The gap to what production delivers is larger than expected.',
    remedy: 'Integrate the source, or take the data from an integrated system.',
    sources: [
      { claim: 'M30', says: 'Production has inconsistent data, and the gap is larger than expected.' },
    ],
    bad: [
      {
        title: 'The archive comes from somewhere else',
        yaml: `stage: rollout
data:
  sources:
    - system: netsuite-erp
    - system: invoice-archive
#             ^^^^^^^^^^^^^^^ error: Data comes from invoice-archive, which is not integrated. Add it to the integration.
integration:
  systems: [{ system: netsuite-erp, method: api, status: live }]
`,
      },
      {
        title: 'A replica is not the system',
        yaml: `stage: data
data: { sources: [{ system: erp-replica }] }
#                           ^^^^^^^^^^^ warning
integration: { systems: [{ system: erp, status: scoped }] }
`,
      },
    ],
    good: [
      {
        title: 'One system, spelled in two ways',
        yaml: `data: { sources: [{ system: NetSuite ERP }] }
integration: { systems: [{ system: netsuite-erp }, { system: field-app, direction: out }] }
`,
      },
      {
        title: 'A list that people carry is not integrated but replaced, which another rule reports',
        yaml: `data: { sources: [{ system: Excel list of ward 7 }] }
integration: { systems: [{ system: netsuite-erp }] }
`,
      },
      {
        title: 'No system at all, which another rule reports',
        yaml: `data: { sources: [{ system: netsuite-erp }] }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    if (integratedOf(pilot).length === 0 || hasUnread(pilot.integration?.systems, 'system')) return
    const integrationWith = integrations(pilot)
    for (const system of namesOf(sourcesOf(pilot))) {
      // A list that people carry is replaced by the system behind it, which another rule says.
      if (integrationWith(system.value) || manualData.find(system.value)) continue
      const value = systemTemplate(pilot, system.value, today)
      yield {
        at: system.span,
        message: `Data comes from ${system.value}, which is not integrated. Add it to the integration.`,
        fixes: [
          {
            title: `Insert ${system.value}`,
            safe: false,
            changes: [appendAt(pilot, ['integration', 'systems'], value)],
          },
        ],
      }
    }
  },
}
