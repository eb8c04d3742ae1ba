import { integratedOf } from '../../pilot/systems.ts'
import { insertion } from '../../templates/changes.ts'
import { scopeChanges } from '../../templates/integration.ts'
import type { Rule } from '../rule.ts'

export const integrationUnscoped: Rule = {
  id: 'integration/unscoped',
  from: { ownership: 'warning', data: 'error' },
  docs: {
    summary: 'Each integration is scoped while the pilot runs, not afterwards.',
    why: 'Scoping the production build after the pilot starts a second project when everybody thinks that the first one is done. In parallel it costs days, afterwards it costs the momentum.',
    remedy: 'Let the owner of the system estimate method, effort and security review now.',
    sources: [
      { claim: 'K18', says: 'The integration is scoped while the pilot runs.' },
      { claim: 'K35', says: 'The production build is scoped in parallel.' },
    ],
    bad: [
      {
        title: 'Said to be unscoped',
        yaml: `stage: data
integration:
  systems:
    - system: netsuite-erp
      status: unscoped
#             ^^^^^^^^ error: The integration of netsuite-erp is not scoped. Estimate method and effort while the pilot runs.
`,
      },
      {
        title: 'No status given',
        yaml: `stage: ownership
integration:
  systems: [{ system: netsuite-erp, direction: in }]
#             ^^^^^^^^^^^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'Scoped',
        yaml: `stage: data
integration:
  systems: [{ system: netsuite-erp, status: scoped, effort: 15 days, owner: Sam Cole }]
`,
      },
      {
        title: 'Not in the first stage',
        yaml: `stage: criteria
integration:
  systems: [{ system: netsuite-erp, status: unscoped }]
`,
      },
    ],
  },

  *check(pilot, { today }) {
    for (const each of integratedOf(pilot)) {
      const { system, status } = each
      const changes = scopeChanges(each, today)
      if (changes.length === 0) continue
      yield {
        at: status?.span ?? each.keySpan,
        message: `The integration of ${system?.value ?? 'a system'} is not scoped. Estimate method and effort while the pilot runs.`,
        fixes: [insertion('It is scoped', changes)],
      }
    }
  },
}
