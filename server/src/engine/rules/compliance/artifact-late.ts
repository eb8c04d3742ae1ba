import { affectsPeople, artifactsOf, jurisdictionsOf } from '../../pilot/compliance.ts'
import { daysBetween, inWords } from '../../pilot/dates.ts'
import { regimesOn } from '../../regimes/applicable.ts'
import { artifactKeysIn } from '../../regimes/asked.ts'
import type { Rule } from '../rule.ts'

export const complianceArtifactLate: Rule = {
  id: 'compliance/artifact-late',
  from: { rollout: 'warning' },
  needs: ['today'],
  lasting: true,
  docs: {
    summary: 'Compliance documents are done before real people use the system.',
    why: 'Done before the rollout, compliance costs about 8,000 dollars; done afterwards, it costs 120,000 in rework, 15 times as much.',
    remedy:
      'For the next stage, date each document before its start; for this one, say in the document why it came late.',
    except: 'info unless it helps to decide about people',
    sources: [
      { claim: 'R19', says: 'Compliance comes before the deployment, not after it.' },
      {
        claim: 'R31',
        says: 'Compliance for 8,000 dollars beforehand became rework for 120,000 afterwards, 15 times as much.',
      },
    ],
    suppress: 'The document was required only after the rollout had begun.',
    bad: [
      {
        title: 'Tested for bias after people had begun to use it',
        today: '2026-06-01',
        yaml: `stage: rollout
rollout: { start: 2026-03-09 }
compliance:
  jurisdictions: [US-TX]
  affectsPeople: true
  artifacts:
    riskAssessment: { status: done, date: 2026-02-18 }
    biasTesting: { status: done, date: 2026-04-20 }
#                                      ^^^^^^^^^^ warning: The bias test was done on 2026-04-20, 6 weeks after the rollout began. Do it before people use the system.
`,
      },
      {
        title: 'Nobody is affected, so it only costs money',
        today: '2026-06-01',
        yaml: `stage: adoption
rollout:
  start: 2026-03-09
compliance:
  jurisdictions: [US-TX]
  affectsPeople: false
  artifacts:
    riskAssessment:
      status: done
      date: 2026-03-10
#           ^^^^^^^^^^ info
`,
      },
    ],
    good: [
      {
        title: 'On the day of the rollout',
        yaml: `stage: rollout
rollout: { start: 2026-03-09 }
compliance:
  jurisdictions: [US-TX]
  affectsPeople: true
  artifacts:
    riskAssessment: { status: done, date: 2026-02-18 }
    userNotification: { status: done, date: 2026-03-09 }
`,
      },
      {
        title: 'An audit is repeated every year, and a plan is not late',
        yaml: `stage: rollout
rollout: { start: 2026-03-09 }
compliance:
  jurisdictions: [US-TX]
  affectsPeople: true
  artifacts:
    annualAudit: { status: done, date: 2026-05-20 }
    optOut: { status: planned, date: 2026-07-01 }
`,
      },
      {
        title: 'The law came after the rollout',
        today: '2027-02-01',
        yaml: `stage: production
rollout: { start: 2026-03-09 }
compliance:
  jurisdictions: [US-CO]
  affectsPeople: true
  artifacts:
    correction: { status: done, date: 2026-12-10 }
`,
      },
    ],
  },

  *check(pilot, { today, jurisdictions }) {
    const start = pilot.rollout?.start
    if (!start) return
    const asked = regimesOn(jurisdictionsOf(pilot, jurisdictions), today).filter(
      ({ since }) => since <= start.value,
    )
    const keys = artifactKeysIn(asked)
    for (const { key, name, artifact } of artifactsOf(pilot)) {
      if (!keys.has(key) || REPEATED.has(key) || artifact.status?.value !== 'done') continue
      const { date } = artifact
      if (!date || date.value <= start.value) continue
      yield {
        at: date.span,
        message: `${name.replace(/^an? /, 'The ')} was done on ${date.value}, ${inWords(daysBetween(start.value, date.value))} after the rollout began. Do it before people use the system.`,
        ...(affectsPeople(pilot) ? {} : { severity: 'info' }),
        related: [{ message: `The rollout began on ${start.value}.`, span: start.span }],
      }
    }
  },
}

/** What is done again and again, or from another day on. */
const REPEATED: ReadonlySet<string> = new Set(['annualAudit', 'auditTrail'])
