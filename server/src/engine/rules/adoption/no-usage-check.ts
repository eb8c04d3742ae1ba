import { isAbsent } from '../../pilot/located.ts'
import { adoptionTemplate } from '../../templates/adoption.ts'
import { insertMissing } from '../../templates/changes.ts'
import type { Rule } from '../rule.ts'

export const adoptionNoUsageCheck: Rule = {
  id: 'adoption/no-usage-check',
  from: { adoption: 'info' },
  docs: {
    summary: 'About six months in, someone checks that people still use it.',
    why: 'Use peaks right after the training and falls when nobody looks. At six months it is the playbook that keeps people, not the first course; without a check, nobody can tell which one did.',
    remedy: 'Set a day about six months after production begins, and compare usage then with usage today.',
    sources: [
      { claim: 'M58', says: 'Six months in, a playbook does more for use than the initial training.' },
    ],
    bad: [
      {
        title: 'A playbook and no check',
        yaml: `stage: adoption
timeline: { productionBy: 2026-06-26 }
adoption:
#^^^^^^^ info: No day is set to check that people still use it. Plan one about six months into production.
  playbook: docs/adoption-playbook.md
`,
      },
      {
        title: 'In production without a check',
        yaml: `stage: production
adoption: { playbook: docs/adoption-playbook.md, reporting: Weekly report }
#^^^^^^^ info
`,
      },
    ],
    good: [
      {
        title: 'A day in December',
        yaml: `stage: adoption
adoption: { playbook: docs/adoption-playbook.md, usageCheck: 2026-12-15 }
`,
      },
      {
        title: 'Too early to ask, in the rollout',
        yaml: `stage: rollout
adoption: { playbook: docs/adoption-playbook.md }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const { adoption } = pilot
    if (!adoption?.node?.entries.length || !isAbsent(adoption, 'usageCheck')) return
    yield {
      at: adoption.keySpan,
      message: 'No day is set to check that people still use it. Plan one about six months into production.',
      fixes: [
        {
          title: 'Insert a usage check',
          safe: false,
          changes: insertMissing(pilot, 'adoption', {
            keys: ['usageCheck'],
            whole: adoptionTemplate(pilot, today),
          }),
        },
      ],
    }
  },
}
