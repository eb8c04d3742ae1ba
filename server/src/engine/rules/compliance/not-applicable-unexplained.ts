import { affectsPeople, artifactsOf } from '../../pilot/compliance.ts'
import { isAbsent } from '../../pilot/located.ts'
import { hole } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const complianceNotApplicableUnexplained: Rule = {
  id: 'compliance/not-applicable-unexplained',
  from: { data: 'warning' },
  docs: {
    summary: 'What does not apply has a reason.',
    why: 'A bare "not applicable" is indistinguishable from a box that nobody looked at, and legal will open it again shortly before production.',
    remedy: 'Add one sentence that says why it does not apply.',
    except: 'info unless it helps to decide about people',
    sources: [{ claim: 'R25', says: 'The status column is filled, and a placeholder does not fill it.' }],
    bad: [
      {
        title: 'An opt-out that does not apply, somehow',
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
        title: 'What is planned needs none',
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
            changes: [
              { do: 'insert', into: artifact, path: ['reason'], value: hole('why it does not apply') },
            ],
          },
        ],
      }
    }
  },
}
