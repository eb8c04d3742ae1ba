import { isAbsent } from '../../pilot/located.ts'
import { integratedOf } from '../../pilot/systems.ts'
import { insertAt } from '../../templates/changes.ts'
import { hole } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const integrationNoOwner: Rule = {
  id: 'integration/no-owner',
  from: { data: 'warning' },
  docs: {
    summary: 'Each integration has an owner.',
    why: 'IT has no time for what it was not asked about. An integration without a name waits in a queue behind everything that has one.',
    remedy: 'Name the person who builds the connection.',
    sources: [{ claim: 'K14', says: 'IT was not fully involved.' }],
    bad: [
      {
        title: 'Nobody builds it',
        yaml: `stage: data
integration:
  systems:
    - system: netsuite-erp
#     ^^^^^^^^^^^^^^^^^^^^ warning: The integration of netsuite-erp has no owner. Name who builds it.
      status: scoped
`,
      },
      {
        title: 'An empty key',
        yaml: `stage: rollout
integration:
  systems: [{ system: crm, status: live, owner: }]
#             ^^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'A name',
        yaml: `stage: data
integration: { systems: [{ system: netsuite-erp, owner: Sam Cole }] }
`,
      },
      {
        title: 'Not yet, in the stage before',
        yaml: `stage: ownership
integration: { systems: [{ system: netsuite-erp }] }
`,
      },
    ],
  },

  *check(pilot) {
    for (const each of integratedOf(pilot)) {
      if (!isAbsent(each, 'owner')) continue
      const value = hole('who builds it')
      yield {
        at: each.keySpan,
        message: `The integration of ${each.system?.value ?? 'a system'} has no owner. Name who builds it.`,
        fixes: [{ title: 'Insert an owner', safe: false, changes: [insertAt(each, ['owner'], value)] }],
      }
    }
  },
}
