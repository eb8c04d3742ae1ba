import { integratedOf } from '../../pilot/systems.ts'
import type { Rule } from '../rule.ts'

export const integrationNotLive: Rule = {
  id: 'integration/not-live',
  from: { adoption: 'error' },
  docs: {
    summary: 'Before everyone begins to use it, every integration is live.',
    why: 'What four people put up with, forty do not: a queue that somebody empties twice a day, a list that is a day old. Data has to flow by itself before the whole team depends on it.',
    remedy: 'Take the connection live, or go back to the rollout.',
    sources: [{ claim: 'K16', says: 'In production data has to flow by itself from the system of record.' }],
    bad: [
      {
        title: 'Built, but released by hand twice a day',
        yaml: `stage: adoption
integration:
  systems:
    - system: maintenance-system
      status: built
#             ^^^^^ error: The integration of maintenance-system is built and not live, and the pilot is in adoption. Take it live, or go back to the rollout.
`,
      },
      {
        title: 'Only scoped',
        yaml: `stage: production
integration: { systems: [{ system: crm, status: scoped }, { system: netsuite-erp, status: live }] }
#                                               ^^^^^^ error
`,
      },
    ],
    good: [
      {
        title: 'Live',
        yaml: `stage: adoption
integration: { systems: [{ system: crm, status: live }] }
`,
      },
      {
        title: 'Built is enough for the first group',
        yaml: `stage: rollout
integration: { systems: [{ system: crm, status: built }] }
`,
      },
    ],
  },

  *check(pilot) {
    for (const { system, status } of integratedOf(pilot)) {
      // What is not even scoped has a finding of its own.
      if (!status || status.value === 'live' || status.value === 'unscoped') continue
      yield {
        at: status.span,
        message: `The integration of ${system?.value ?? 'a system'} is ${status.value} and not live, and the pilot is in ${pilot.stage?.value}. Take it live, or go back to the rollout.`,
      }
    }
  },
}
