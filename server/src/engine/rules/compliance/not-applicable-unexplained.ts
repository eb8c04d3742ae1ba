import { affectsPeople, artifactsOf } from '../../pilot/compliance.ts'
import { isAbsent } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { hole } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const complianceNotApplicableUnexplained: Rule = {
  id: 'compliance/not-applicable-unexplained',
  from: { data: 'warning' },
  docs: {
    summary: 'Whatever does not apply has a reason.',
    why: 'A bare "not applicable" looks like a box that nobody checked, and legal will open it again shortly before production.',
    remedy: 'Add a sentence that says why it does not apply.',
    except: 'info unless it helps to decide about people',
    sources: [{ claim: 'R25', says: 'The status column is filled in, and not with a placeholder.' }],
    bad: [
      {
        title: 'An opt-out that somehow does not apply',
        yaml: `stage: data
compliance:
  affectsPeople: true
  artifacts:
    optOut: { status: not-applicable }
#                     ^^^^^^^^^^^^^^ warning: Nothing says why a way to opt out is not applicable. Add the reason.
`,
      },
      {
        title: 'Nobody is affected',
        yaml: `stage: rollout
compliance:
  affectsPeople: false
  artifacts:
    biasTesting:
      status: not-applicable
#             ^^^^^^^^^^^^^^ info
      document: docs/bias.md
`,
      },
    ],
    good: [
      {
        title: 'With a reason',
        yaml: `stage: data
compliance:
  affectsPeople: true
  artifacts:
    optOut: { status: not-applicable, reason: No consumer is affected }
`,
      },
      {
        title: 'What is planned needs no reason',
        yaml: `stage: rollout
compliance:
  artifacts:
    annualAudit: { status: planned, date: 2027-02-01 }
`,
      },
    ],
  },

  *check(pilot) {
    for (const { name, artifact } of artifactsOf(pilot)) {
      if (artifact.status?.value !== 'not-applicable' || !isAbsent(artifact, 'reason')) continue
      yield {
        at: artifact.status.span,
        message: `Nothing says why ${name} is not applicable. Add the reason.`,
        ...(affectsPeople(pilot) ? {} : { severity: 'info' }),
        fixes: [
          {
            title: 'Insert the reason',
            safe: false,
            changes: [insertAt(artifact, ['reason'], hole('why it does not apply'))],
          },
        ],
      }
    }
  },
}
