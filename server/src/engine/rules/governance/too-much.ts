import type { Rule } from '../rule.ts'

export const governanceTooMuch: Rule = {
  id: 'governance/too-much',
  from: { rollout: 'info' },
  options: { most: 20 },
  docs: {
    summary: 'In crawl there are few rules to remember.',
    why: 'Seventy-three rules protect nobody, because nobody knows them; seven with a clear trigger are kept. Too much governance at the start kills the momentum that the pilot lives on.',
    remedy:
      'Keep the few rules that prevent real harm, each with the event that triggers it, and leave the rest for later.',
    options: {
      most: 'Most requirements in crawl.',
    },
    sources: [{ claim: 'R53', says: 'Too much governance kills momentum: 73 rules are bad, 7 are good.' }],
    suppress: 'A regulator has set the rules, as for medical devices.',
    bad: [
      {
        title: 'Seventy-three in the first weeks',
        yaml: `stage: rollout
governance:
  phase: crawl
  requirements: 73
#               ^^ info: Nobody remembers 73 requirements in crawl. Keep the few that prevent harm, and leave the others for later.
`,
      },
      {
        title: 'One too many',
        yaml: `stage: rollout
governance: { phase: crawl, requirements: 21 }
#                                         ^^ info
`,
      },
    ],
    good: [
      {
        title: 'Twenty',
        yaml: `stage: rollout
governance: { phase: crawl, requirements: 20 }
`,
      },
      {
        title: 'In run there may be more',
        yaml: `stage: adoption
governance: { phase: run, requirements: 40 }
`,
      },
    ],
  },

  *check({ governance }, { option }) {
    const requirements = governance?.requirements
    if (!requirements || governance.phase?.value !== 'crawl' || requirements.value <= option('most')) return
    yield {
      at: requirements.span,
      message: `Nobody remembers ${requirements.value} requirements in crawl. Keep the few that prevent harm, and leave the others for later.`,
    }
  },
}
