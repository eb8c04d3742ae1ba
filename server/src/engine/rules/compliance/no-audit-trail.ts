import { isUnsaid } from '../../pilot/compliance.ts'
import { daysBetween, type IsoDate, inWords } from '../../pilot/dates.ts'
import { isAbsent, isAbsentAt } from '../../pilot/located.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { hasReached } from '../../pilot/stages.ts'
import { artifactInsert, auditTrailTemplate } from '../../templates/artifact.ts'
import type { Report, Rule } from '../rule.ts'

export const complianceNoAuditTrail: Rule = {
  id: 'compliance/no-audit-trail',
  from: { data: 'warning', rollout: 'error' },
  needs: ['today'],
  docs: {
    summary: 'From the first day, a record is kept of what the system did and who overrode it.',
    why: 'What was not recorded cannot be shown later, neither to an auditor nor to a person who asks why. A trail that begins in the third month misses the months in which most goes wrong.',
    remedy: 'Switch on the record before the first real case, and note the date.',
    except: 'warning where there is one that began after the pilot did',
    sources: [{ claim: 'R30', says: 'The audit trail is there from day one.' }],
    bad: [
      {
        title: 'No trail',
        yaml: `stage: rollout
compliance:
  artifacts:
# ^^^^^^^^^ error: Nothing records what the system did and who overrode it. Keep an audit trail from the first day.
    riskAssessment: { status: done, date: 2026-02-18 }
`,
      },
      {
        title: 'Switched on in the third month',
        yaml: `stage: rollout
timeline: { start: 2026-02-02 }
compliance: { artifacts: { auditTrail: { status: done, date: 2026-04-20 } } }
#                                                            ^^^^^^^^^^ warning
`,
      },
      {
        title: 'Still planned, though the pilot has begun',
        today: '2026-06-01',
        yaml: `stage: data
timeline: { start: 2026-05-04 }
compliance:
  artifacts:
    auditTrail: { status: planned, date: 2026-07-01 }
#                         ^^^^^^^ warning
`,
      },
      {
        title: 'Only the key',
        yaml: `stage: rollout
compliance: { artifacts: { auditTrail: {} } }
#                          ^^^^^^^^^^ error
`,
      },
      {
        title: 'In the rollout with nothing at all',
        yaml: `stage: rollout
#^^^^ error
`,
      },
    ],
    good: [
      {
        title: 'A date in the future, which another rule reports',
        yaml: `stage: rollout
timeline: { start: 2026-05-04 }
compliance: { artifacts: { auditTrail: { status: done, date: 2026-07-04 } } }
`,
      },
      {
        title: 'On the first day',
        yaml: `stage: rollout
timeline: { start: 2026-02-02 }
compliance: { artifacts: { auditTrail: { status: done, date: 2026-02-02 } } }
`,
      },
      {
        title: 'Planned for the first day',
        today: '2026-06-01',
        yaml: `stage: data
timeline: { start: 2026-06-15 }
compliance: { artifacts: { auditTrail: { status: planned, date: 2026-06-15 } } }
`,
      },
      {
        title: 'Not applicable, with a reason',
        yaml: `stage: rollout
compliance: { artifacts: { auditTrail: { status: not-applicable, reason: It only sorts files } } }
`,
      },
      { title: 'Before the rollout, with no compliance block at all', yaml: 'stage: data\n' },
    ],
  },

  *check(pilot, { today }) {
    const trail = pilot.compliance?.artifacts?.auditTrail
    const start = pilot.timeline?.start
    const related = start ? [{ message: `The pilot began on ${start.value}.`, span: start.span }] : []
    const status = trail?.status
    if (isAbsentAt(pilot, 'compliance', 'artifacts', 'auditTrail')) {
      const due = !isAbsent(pilot, 'compliance') || hasReached(pilot, 'rollout')
      if (due) yield missing(pilot, today)
    } else if (trail && isUnsaid(trail)) {
      yield { ...missing(pilot, today), at: trail.keySpan }
    } else if (status?.value === 'missing' || (status?.value === 'planned' && start && start.value < today)) {
      yield {
        at: status.span,
        message: `The audit trail is ${status.value}. Switch it on before the next real case, and write down since when.`,
        related,
      }
    } else if (
      status?.value === 'done' &&
      trail?.date &&
      start &&
      isLate(trail.date.value, start.value, today)
    ) {
      yield {
        at: trail.date.span,
        message: `The audit trail began ${inWords(daysBetween(start.value, trail.date.value))} after the pilot. Say in its document what is not recorded.`,
        // What is past cannot be recorded any more.
        severity: 'warning',
        related,
      }
    }
  },
}

function missing(pilot: Pilot, today: IsoDate): Report {
  const { compliance } = pilot
  return {
    at: (compliance?.artifacts ?? compliance ?? pilot).keySpan,
    message:
      'Nothing records what the system did and who overrode it. Keep an audit trail from the first day.',
    fixes: [{ safe: false, ...artifactInsert(pilot, 'auditTrail', auditTrailTemplate(pilot, today)) }],
  }
}

/** One of the future is a mistake of another kind. */
function isLate(date: IsoDate, start: IsoDate, today: IsoDate): boolean {
  return date > start && date <= today
}
