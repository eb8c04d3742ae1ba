import type { Change, Fix } from '../../finding.ts'
import { quoted } from '../../pilot/located.ts'
import type { Condition } from '../../pilot/model.generated.ts'
import { undecided } from '../../pilot/questions.ts'
import { insertAt } from '../../templates/changes.ts'
import type { Rule } from '../rule.ts'

export const conditionsUndecided: Rule = {
  id: 'conditions/undecided',
  from: { rollout: 'warning', close: 'error' },
  docs: {
    summary: 'Each condition of the pilot is decided on: it stays, or it is withdrawn.',
    why: 'Favours that nobody called temporary end without notice, usually when the person who granted them moves on. Production then fails for a reason that the pilot never had.',
    remedy: 'Let whoever granted it decide whether it becomes permanent or is withdrawn.',
    sources: [
      { claim: 'N09', says: 'Nobody wrote down that the favours were temporary.' },
      { claim: 'N11', says: 'Every one of them is decided explicitly, not just some.' },
    ],
    bad: [
      {
        title: 'Doors that one person keeps open',
        yaml: `stage: rollout
conditions:
  - kind: stakeholder
    what: Quality engineers answer within the hour because Greg asked them to
    decision: undecided
#             ^^^^^^^^^ warning: Nobody decided what becomes of "Quality engineers answer within the hour because Greg asked them to". Make it permanent, or withdraw it.
  - { kind: process, what: Releases on request instead of once a quarter }
#     ^^^^^^^^^^^^^ warning: Nobody decided what becomes of "Releases on request instead of once a quarter". Make it permanent, or withdraw it.
`,
      },
      {
        title: 'Still open at the close',
        yaml: `stage: adoption
conditions:
  - { kind: data-access, what: Replica of the ERP, decision: undecided }
#                                                            ^^^^^^^^^ error
`,
      },
    ],
    good: [
      {
        title: 'One stays, one goes',
        yaml: `stage: adoption
conditions:
  - { kind: staffing, what: A trainer on every shift, decision: withdrawn, decidedBy: Joan Petrakis, date: 2026-05-11 }
  - { kind: permission, what: Private phones on the floor, decision: permanent, decidedBy: Joan Petrakis, date: 2026-05-11 }
`,
      },
      {
        title: 'Too early to decide',
        yaml: `stage: data
conditions:
  - { kind: permission, what: Flights over the substation, decision: undecided }
`,
      },
    ],
  },

  *check(pilot) {
    for (const condition of undecided(pilot)) {
      const { decision, what } = condition
      yield {
        at: decision?.span ?? condition.keySpan,
        message: `Nobody decided what becomes of ${quoted(what, 'this condition')}. Make it permanent, or withdraw it.`,
        fixes: [
          decide(condition, 'permanent', 'Make it permanent'),
          decide(condition, 'withdrawn', 'Withdraw it'),
        ],
      }
    }
  },
}

function decide(condition: Condition, decision: 'permanent' | 'withdrawn', title: string): Fix {
  const { span } = condition.decision ?? {}
  const change: Change = span
    ? { do: 'replace', span, text: decision }
    : insertAt(condition, ['decision'], decision)
  return { title, safe: false, suggestion: true, changes: [change] }
}
