import { isAbsent } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { hole } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const vendorNoExit: Rule = {
  id: 'vendor/no-exit',
  from: { data: 'warning' },
  docs: {
    summary: 'It is written down how the vendor could be replaced.',
    why: 'If you cannot leave, you pay whatever the next contract says, and legal and security ask for the way out just before production. Planned from the first day it costs little; planned later it is a project.',
    remedy: 'Write down how to get the data out, what would replace the tool, and how long it would take.',
    sources: [
      {
        claim: 'R64',
        says: 'An exit strategy, open standards, documentation and portable data are there from day one.',
      },
    ],
    bad: [
      {
        title: 'No way out',
        yaml: `stage: data
vendor:
#^^^^^ warning: Nothing says how you could leave Forecastly. Write down how the data gets out and what would replace the tool.
  name: Forecastly
  productionPrice: 3500
`,
      },
      {
        title: 'Portable data is not yet a plan',
        yaml: `stage: rollout
vendor: { name: Forecastly, dataPortable: true, openStandards: true }
#^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'A plan',
        yaml: `stage: data
vendor: { name: Forecastly, exit: docs/vendor-exit.md }
`,
      },
      { title: 'No vendor', yaml: 'stage: rollout\n' },
    ],
  },

  *check({ vendor }) {
    if (!vendor?.node?.entries.length || !isAbsent(vendor, 'exit')) return
    const who = (vendor.name ?? vendor.tool)?.value ?? 'the vendor'
    yield {
      at: vendor.keySpan,
      message: `Nothing says how you could leave ${who}. Write down how the data gets out and what would replace the tool.`,
      fixes: [
        {
          title: 'Insert an exit plan',
          safe: false,
          changes: [insertAt(vendor, ['exit'], hole('path of the exit plan'))],
        },
      ],
    }
  },
}
