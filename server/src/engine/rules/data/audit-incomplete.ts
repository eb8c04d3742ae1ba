import type { Change } from '../../finding.ts'
import { isUnread } from '../../pilot/located.ts'
import type { Audit } from '../../pilot/model.generated.ts'
import { usedSystems } from '../../pilot/systems.ts'
import { appendAt, insertAt } from '../../templates/changes.ts'
import { shortListing } from '../../text/listing.ts'
import { plainName } from '../../text/plain-name.ts'
import type { Rule } from '../rule.ts'

export const dataAuditIncomplete: Rule = {
  id: 'data/audit-incomplete',
  from: { rollout: 'error' },
  docs: {
    summary: 'The audit covers every system that data comes from.',
    why: 'An audit of one source out of three says nothing about the pilot: the result is as good as the worst of them. The one left out is usually the one that nobody wanted to look at.',
    remedy: 'Audit the remaining systems, and add them to the list.',
    sources: [{ claim: 'M39', says: 'The audit covers exactly the sources that the system uses.' }],
    bad: [
      {
        title: 'One of two sources',
        yaml: `data:
  sources: [{ system: netsuite-erp }, { system: retailer-portals }]
  audit:
    completed: 2026-02-20
    systems: [netsuite-erp]
#   ^^^^^^^ error: The audit leaves out retailer-portals. Audit it, and add it to the systems.
`,
      },
      {
        title: 'It does not say what was audited',
        yaml: `data:
  sources: [{ system: netsuite-erp }]
  audit: { completed: 2026-02-20 }
# ^^^^^ error: The audit leaves out netsuite-erp and invoice-archive. Audit them, and add them to the systems.
integration:
  systems: [{ system: invoice-archive, direction: in }]
`,
      },
    ],
    good: [
      {
        title: 'All of them, spelled differently',
        yaml: `data:
  sources: [{ system: netsuite-erp }, { system: Retailer portals }]
  audit: { completed: 2026-02-20, systems: [NetSuite ERP, retailer-portals] }
`,
      },
      {
        title: 'A system that is only written to holds no data of the pilot',
        yaml: `data:
  sources: [{ system: photo-archive }]
  audit: { completed: 2026-02-20, systems: [photo-archive] }
integration:
  systems: [{ system: photo-archive, direction: in }, { system: field-app, direction: out }]
`,
      },
      {
        title: 'Not completed, which another rule reports',
        yaml: `data:
  sources: [{ system: netsuite-erp }]
  audit: { started: 2026-05-11 }
`,
      },
    ],
  },

  *check(pilot) {
    const audit = pilot.data?.audit
    if (!audit?.completed || audit.systems?.isPartial || isUnread(audit, 'systems')) return
    const audited = new Set(audit.systems?.items.map(({ value }) => plainName(value)))
    const missing = [...usedSystems(pilot)].filter(([name]) => !audited.has(name)).map(([, name]) => name)
    if (missing.length === 0) return
    const it = missing.length === 1 ? 'it' : 'them'
    yield {
      at: (audit.systems ?? audit).keySpan,
      message: `The audit leaves out ${shortListing(missing, 5)}. Audit ${it}, and add ${it} to the systems.`,
      fixes: [
        {
          title: `${shortListing(missing, 5)} audited, too`,
          safe: false,
          suggestion: true,
          changes: added(audit, missing),
        },
      ],
    }
  },
}

function added(audit: Audit, names: readonly string[]): readonly Change[] {
  const hasList = (audit.systems?.items.length ?? 0) > 0
  if (!hasList) return [insertAt(audit, ['systems'], names)]
  return names.map((value) => appendAt(audit, ['systems'], value))
}
