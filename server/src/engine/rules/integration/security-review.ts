import type { IsoDate } from '../../pilot/dates.ts'
import { isAbsent } from '../../pilot/located.ts'
import type { IntegrationSystem, Pilot } from '../../pilot/model.generated.ts'
import { hasReached, stageOf } from '../../pilot/stages.ts'
import { integratedOf } from '../../pilot/systems.ts'
import { fillAbsent, insertion } from '../../templates/changes.ts'
import { reviewTemplate } from '../../templates/integration.ts'
import type { Report, Rule } from '../rule.ts'

export const integrationSecurityReview: Rule = {
  id: 'integration/security-review',
  from: { data: 'warning', rollout: 'error' },
  docs: {
    summary: 'The security review of each system is planned early, and passed before the rollout begins.',
    why: 'A late security review is a common blocker: it takes weeks, starts when everything else is ready, and its first answer is a list of questions.',
    remedy:
      'Request the review as soon as the integration is scoped, and begin the rollout once it has passed.',
    sources: [{ claim: 'K28', says: 'A late security review is a common blocker.' }],
    bad: [
      {
        title: 'Not requested',
        yaml: `stage: data
integration:
  systems:
    - system: netsuite-erp
#     ^^^^^^^^^^^^^^^^^^^^ warning: netsuite-erp has no security review. Request it now: it takes weeks.
      status: scoped
`,
      },
      {
        title: 'Users before the review',
        yaml: `stage: rollout
integration:
  systems: [{ system: netsuite-erp, securityReview: { status: in-review, date: 2026-05-04 } }]
#                                                             ^^^^^^^^^ error: The security review of netsuite-erp is in review, and the pilot is in rollout. Pass it before real users depend on it.
`,
      },
      {
        title: 'Failed, but in use all the same',
        yaml: `stage: rollout
integration:
  systems: [{ system: netsuite-erp, securityReview: { status: failed, date: 2026-05-04 } }]
#                                                             ^^^^^^ error: The security review of netsuite-erp has failed, and the pilot is in rollout. Pass it before real users depend on it.
`,
      },
    ],
    good: [
      {
        title: 'Passed',
        yaml: `stage: rollout
integration: { systems: [{ system: netsuite-erp, securityReview: { status: passed, date: 2026-02-27 } }] }
`,
      },
      {
        title: 'Planned, while the data is prepared',
        yaml: `stage: data
integration: { systems: [{ system: netsuite-erp, securityReview: { status: planned, date: 2026-06-19 } }] }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const due = hasReached(pilot, 'rollout')
    for (const each of integratedOf(pilot)) {
      if (isUnreviewed(each)) yield missing(pilot, each, { due, today })
      const status = each.securityReview?.status
      if (!due || !status || status.value === 'passed') continue
      yield {
        at: status.span,
        message: `The security review of ${nameOf(each)} ${status.value === 'failed' ? 'has' : 'is'} ${status.value.replace('-', ' ')}, and the pilot is in ${stageOf(pilot)}. Pass it before real users depend on it.`,
      }
    }
  },
}

function isUnreviewed(each: IntegrationSystem): boolean {
  const { securityReview: review } = each
  return isAbsent(each, 'securityReview') || (review !== undefined && isAbsent(review, 'status'))
}

function missing(
  pilot: Pilot,
  each: IntegrationSystem,
  { due, today }: { due: boolean; today: IsoDate },
): Report {
  const { securityReview: review } = each
  const template = reviewTemplate(pilot, today)
  const changes = review ? fillAbsent(review, template) : fillAbsent(each, { securityReview: template })
  const advice = due ? 'Pass it before real users depend on it.' : 'Request it now: it takes weeks.'
  return {
    at: (review ?? each).keySpan,
    message: `${nameOf(each)} has no security review. ${advice}`,
    fixes: [insertion('Insert a security review', changes)],
  }
}

function nameOf({ system }: IntegrationSystem): string {
  return system?.value ?? 'a system'
}
