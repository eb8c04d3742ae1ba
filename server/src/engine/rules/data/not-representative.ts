import { sourcesOf } from '../../pilot/systems.ts'
import type { Rule } from '../rule.ts'

export const dataNotRepresentative: Rule = {
  id: 'data/not-representative',
  from: { data: 'warning', rollout: 'error' },
  docs: {
    summary: 'The pilot runs on the data that production will have.',
    why: 'A data set made for the pilot proves that the model can work on that set. Production has duplicates, gaps and three ways to write a date, and the gap is larger than expected.',
    remedy: 'Connect the real source, so that its defects show while they can still be repaired.',
    sources: [
      { claim: 'M29', says: 'The pilot ran on a curated data set made for it.' },
      { claim: 'M30', says: 'Production has inconsistent data, and the gap is larger than expected.' },
      { claim: 'K29', says: 'The data has to be shown to be representative of production.' },
    ],
    suppress: 'A law or a contract forbids real data before a date that the plan states.',
    bad: [
      {
        title: 'Two thousand clean rows',
        yaml: `stage: rollout
data:
  sources:
    - system: netsuite-erp
      quality: curated
#              ^^^^^^^ error: The data of netsuite-erp is curated. Use real production data, with its defects.
`,
      },
      {
        title: 'Made up',
        yaml: `stage: data
data:
  sources: [{ system: claims-system, quality: synthetic }]
#                                             ^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'The data that production has',
        yaml: `data:
  sources: [{ system: netsuite-erp, quality: production }]
`,
      },
      {
        title: 'A sample is fine while owners are being found',
        yaml: `stage: ownership
data:
  sources: [{ system: netsuite-erp, quality: curated }]
`,
      },
    ],
  },

  *check(pilot) {
    for (const { system, quality } of sourcesOf(pilot)) {
      if (!quality || quality.value === 'production') continue
      yield {
        at: quality.span,
        message: `The data of ${system?.value ?? 'a source'} is ${quality.value}. Use real production data, with its defects.`,
      }
    }
  },
}
