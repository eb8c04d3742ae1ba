import { isAbsent } from '../../pilot/located.ts'
import { hasReached } from '../../pilot/stages.ts'
import { namesOf, sourcesOf } from '../../pilot/systems.ts'
import { fillAbsent } from '../../templates/changes.ts'
import { auditTemplate } from '../../templates/data.ts'
import { sample } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const dataAuditMissing: Rule = {
  id: 'data/audit-missing',
  from: { data: 'warning', rollout: 'error' },
  docs: {
    summary: 'The data was audited before real users depend on it.',
    why: 'The companies that get to production fastest do the data work first: an audit and its repairs take two to four weeks. Those who skip it find the same defects later, with users watching.',
    remedy: 'Audit the sources, repair what is found, and record when it was completed.',
    sources: [
      { claim: 'M32', says: 'The fastest do the data work before the start.' },
      { claim: 'M41', says: 'Audit and remediation take two to four weeks.' },
      { claim: 'K29', says: 'An audit has to show that the data is representative.' },
    ],
    bad: [
      {
        title: 'Nobody looked',
        yaml: `stage: rollout
data:
#^^^ error: The data is not audited. Audit it, and record when that was completed.
  sources: [{ system: netsuite-erp, quality: production }]
`,
      },
      {
        title: 'Begun but not finished',
        yaml: `stage: data
data:
  sources: [{ system: netsuite-erp, quality: production }]
  audit: { started: 2026-05-11 }
# ^^^^^ warning: The audit of the data is not completed. Complete it, and record the day.
`,
      },
    ],
    good: [
      {
        title: 'Three weeks',
        yaml: `stage: rollout
data:
  sources: [{ system: netsuite-erp, quality: production }]
  audit: { started: 2026-02-02, completed: 2026-02-20 }
`,
      },
      {
        title: 'Not yet, in the stage before',
        yaml: `stage: ownership
data:
  sources: [{ system: netsuite-erp, quality: production }]
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const { data } = pilot
    // Before the rollout it can wait until somebody has named what is to be audited.
    const sources = sourcesOf(pilot)
    if (sources.length > 0 && namesOf(sources).length === 0 && !hasReached(pilot, 'rollout')) return
    // Where nothing is said about data at all, the missing sources are the finding.
    if (!data || isAbsent(pilot, 'data') || !isAbsent(data.audit, 'completed')) return
    if (!data.audit && !isAbsent(data, 'audit')) return
    const { audit } = data
    const changes = audit
      ? fillAbsent(audit, { completed: sample(today) })
      : fillAbsent(data, { audit: auditTemplate(pilot, today) })
    yield {
      at: (audit ?? data).keySpan,
      message: audit
        ? 'The audit of the data is not completed. Complete it, and record the day.'
        : 'The data is not audited. Audit it, and record when that was completed.',
      fixes: [{ title: audit ? 'Insert the day' : 'Insert an audit', safe: false, changes }],
    }
  },
}
