import { isAbsent } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { hole } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const dataNoRules: Rule = {
  id: 'data/no-rules',
  from: { rollout: 'info' },
  docs: {
    summary: 'Rules keep new defects out of the repaired data.',
    why: 'Repaired data decays as fast as it was spoiled before. Without a rule for who enters what, the next audit finds the same issues, and users find them first.',
    remedy: 'Write down which checks keep new defects out, and who looks at them.',
    sources: [{ claim: 'M40', says: 'The repair ends with rules that keep out new defects.' }],
    bad: [
      {
        title: 'Audited once',
        yaml: `data:
  audit: { completed: 2026-02-20, systems: [netsuite-erp] }
# ^^^^^ info: No rules keep new issues out of the data. Name the document that holds them.
`,
      },
      {
        title: 'Still being written',
        yaml: `data:
  audit:
# ^^^^^ info
    completed: 2026-02-20
    rules:
`,
      },
    ],
    good: [
      {
        title: 'Written down',
        yaml: `data:
  audit: { completed: 2026-02-20, rules: docs/data-rules.md }
`,
      },
      {
        title: 'Not audited, which another rule reports',
        yaml: `data:
  sources: [{ system: netsuite-erp }]
`,
      },
    ],
  },

  *check({ data }) {
    const audit = data?.audit
    if (!audit?.completed || !isAbsent(audit, 'rules')) return
    const value = hole('path of the rules that keep new issues out')
    yield {
      at: audit.keySpan,
      message: 'No rules keep new issues out of the data. Name the document that holds them.',
      fixes: [{ title: 'Insert the rules', safe: false, changes: [insertAt(audit, ['rules'], value)] }],
    }
  },
}
