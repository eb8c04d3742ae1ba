import { type ArtifactGap, affectsPeople, artifactGap, jurisdictionsOf } from '../../pilot/compliance.ts'
import type { IsoDate } from '../../pilot/dates.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { type Asked, askedOn } from '../../regimes/asked.ts'
import { artifactNames } from '../../regimes/regime.ts'
import { artifactChanges } from '../../templates/artifact.ts'
import { capital } from '../../text/capital.ts'
import type { Report, Rule } from '../rule.ts'

export const complianceArtifactMissing: Rule = {
  id: 'compliance/artifact-missing',
  from: { data: 'warning', rollout: 'error' },
  needs: ['today'],
  docs: {
    summary: 'The documents required where the pilot takes effect exist, or are planned for a day to come.',
    why: 'Without compliance documents nothing goes into production, and afterwards they cost about 15 times as much: 120,000 dollars of rework instead of 8,000 beforehand.',
    remedy:
      'Record each with its status and date, or say why it does not apply. What the law requires of you is for counsel to say.',
    except: 'info unless the document is required and the pilot helps to decide about people',
    sources: [
      { claim: 'R20', says: 'The table of February 2026 asks for a risk assessment in both states.' },
      { claim: 'R21', says: 'It asks for documented bias testing in both.' },
      { claim: 'R22', says: 'It asks that users be told about the AI in both.' },
      { claim: 'R23', says: 'An opt-out depends on the context in Texas and was required in Colorado.' },
      { claim: 'R24', says: 'An annual audit is recommended in Texas and was required in Colorado.' },
      { claim: 'R26', says: 'Without any compliance documents there is no production.' },
      {
        claim: 'R31',
        says: 'Compliance for 8,000 dollars beforehand became rework for 120,000 afterwards, 15 times as much.',
      },
    ],
    suppress: 'Counsel has said that the source does not apply; cite the opinion.',
    bad: [
      {
        title: 'Two are missing in Texas, and two are less urgent',
        today: '2026-06-01',
        yaml: `stage: rollout
compliance:
  jurisdictions: [US-TX]
  affectsPeople: true
  artifacts:
# ^^^^^^^^^ error: A bias test is not recorded. It is asked for in US-TX per "Five-step production roadmap", as of 2026-02-08. Record it with its date, or say why it does not apply.
# ^^^^^^^^^ info: A way to opt out is not recorded. It is asked for in some cases in US-TX per "Five-step production roadmap", as of 2026-02-08. Record it with its date, or say why it does not apply.
# ^^^^^^^^^ info: An annual audit is not recorded. It is recommended in US-TX per "Five-step production roadmap", as of 2026-02-08. Record it with its date, or say why it does not apply.
    riskAssessment: { status: done, date: 2026-02-18 }
    userNotification: { status: missing }
#                               ^^^^^^^ error: A notice to users is missing. It is asked for in US-TX per "Five-step production roadmap", as of 2026-02-08. Record it with its date, or say why it does not apply.
`,
      },
      {
        title: 'No person is affected',
        today: '2026-06-01',
        yaml: `stage: data
compliance:
  jurisdictions: [US-TX]
  affectsPeople: false
  artifacts:
# ^^^^^^^^^ info
    riskAssessment: { status: done, date: 2026-02-18 }
    biasTesting: { status: not-applicable, reason: Parts and no people }
`,
      },
      {
        title: 'Planned without a date, for a date that has passed, and not at all',
        today: '2026-06-01',
        yaml: `stage: rollout
compliance:
  jurisdictions: [US-TX]
  affectsPeople: true
  artifacts:
    riskAssessment: { status: planned }
#                             ^^^^^^^ error: A risk assessment is planned without a day. It is asked for in US-TX per "Five-step production roadmap", as of 2026-02-08. Record it with its date, or say why it does not apply.
    biasTesting: { status: planned, date: 2026-05-29 }
#                                         ^^^^^^^^^^ error: A bias test is not done, and was planned for 2026-05-29. It is asked for in US-TX per "Five-step production roadmap", as of 2026-02-08. Record it with its date, or say why it does not apply.
    userNotification: { reason: Later }
#   ^^^^^^^^^^^^^^^^ error: A notice to users is without a status. It is asked for in US-TX per "Five-step production roadmap", as of 2026-02-08. Record it with its date, or say why it does not apply.
    optOut: { status: not-applicable, reason: No consumer is affected }
    annualAudit: { status: planned, date: 2027-02-01 }
`,
      },
    ],
    good: [
      {
        title: 'All of them, one with a reason',
        today: '2026-06-01',
        yaml: `stage: rollout
compliance:
  jurisdictions: [US-TX]
  affectsPeople: true
  artifacts:
    riskAssessment: { status: done, date: 2026-02-18 }
    biasTesting: { status: done, date: 2026-02-24, gap: 1.1, threshold: 3 }
    userNotification: { status: done, date: 2026-03-02 }
    optOut: { status: not-applicable, reason: No consumer is affected }
    annualAudit: { status: planned, date: 2027-02-01 }
`,
      },
      {
        title: 'Colorado between two laws, and a country without a known regime',
        today: '2026-06-01',
        yaml: `stage: rollout
compliance: { jurisdictions: [US-CO, GB], affectsPeople: true }
`,
      },
    ],
  },

  *check(pilot, { today, jurisdictions }) {
    const people = affectsPeople(pilot)
    for (const asked of askedOn(jurisdictionsOf(pilot, jurisdictions), today)) {
      // Every pilot needs an audit trail, and a rule of its own says so.
      const gap = asked.key === 'auditTrail' ? undefined : artifactGap(pilot, asked.key, today)
      // Without people affected only what is required is worth a word.
      if (gap && (people || asked.level === 'required')) yield report(pilot, asked, { gap, today })
    }
  },
}

function report(
  pilot: Pilot,
  { key, level, basis }: Asked,
  { gap, today }: { readonly gap: ArtifactGap; readonly today: IsoDate },
): Report {
  const { compliance } = pilot
  const artifact = compliance?.artifacts?.[key]
  const { status, date } = artifact ?? {}
  const name = artifactNames[key]
  return {
    at:
      (gap === 'overdue' ? date : status)?.span ??
      (artifact ?? compliance?.artifacts ?? compliance ?? pilot).keySpan,
    message: `${capital(name)} is ${states[gap]}${gap === 'overdue' ? date?.value : ''}. It is ${basis}. Record it with its date, or say why it does not apply.`,
    ...(level === 'required' && affectsPeople(pilot) ? {} : { severity: 'info' }),
    fixes: artifactChanges(pilot, { key, gap, today }).map((each) => ({ ...each, safe: false })),
  }
}

const states: Readonly<Record<ArtifactGap, string>> = {
  absent: 'not recorded',
  unsaid: 'without a status',
  missing: 'missing',
  undated: 'planned without a day',
  overdue: 'not done, and was planned for ',
}
