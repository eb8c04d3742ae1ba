import type { Fix } from '../../finding.ts'
import type { IsoDate } from '../../pilot/dates.ts'
import { isAbsent } from '../../pilot/located.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { fillAbsent, insertAt } from '../../templates/changes.ts'
import { outcomeTemplate } from '../../templates/outcome.ts'
import type { Rule } from '../rule.ts'

export const outcomeMissing: Rule = {
  id: 'outcome/missing',
  from: { production: 'error', stopped: 'error' },
  docs: {
    summary: 'Whatever ended has an outcome: someone decided to scale it or to stop it.',
    why: 'A pilot that slides into production or out of sight was never decided on. Nobody can say why it runs or why it does not, and the next team starts where this one did.',
    remedy: 'Record the decision with its date, who made it, and the numbers behind it.',
    sources: [
      { claim: 'M05', says: 'In purgatory nobody has declared success or failure.' },
      { claim: 'K36', says: 'When a pilot concludes, the decision comes quickly.' },
    ],
    bad: [
      {
        title: 'In production without anyone deciding',
        yaml: `stage: production
#^^^^ error: The pilot is in production, and nobody decided to scale it. Record the outcome.
`,
      },
      {
        title: 'Stopped without a decision',
        yaml: `stage: stopped
outcome:
#^^^^^^ error: The pilot is stopped, and nobody decided to stop it. Record the outcome.
  date: 2026-05-29
`,
      },
      {
        title: 'The outcome still says the opposite',
        yaml: `stage: stopped
outcome: { decision: scale, date: 2026-03-30, by: Dana Whitfield, because: Accuracy reached 82.4. }
#                    ^^^^^ error: The pilot is stopped, and its outcome says scale. Record the decision to stop it.
`,
      },
    ],
    good: [
      {
        title: 'Scaled',
        yaml: `stage: production
outcome: { decision: scale, date: 2026-05-29, by: Dana Whitfield, because: Accuracy reached 82.4. }
`,
      },
      {
        title: 'Stopped on purpose',
        yaml: `stage: stopped
outcome: { decision: stop, date: 2026-05-29, by: Dana Whitfield, because: Only 8 of 22 sensors deliver data., learned: [Ask for raw data first] }
`,
      },
      {
        title: 'Not ended yet',
        yaml: `stage: rollout
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const stopped = pilot.stage?.value === 'stopped'
    const due = stopped ? 'stop' : 'scale'
    const is = `The pilot is ${stopped ? 'stopped' : 'in production'}`
    const { outcome } = pilot
    const decision = outcome?.decision
    if (decision && decision.value !== due) {
      yield {
        at: decision.span,
        message: `${is}, and its outcome says ${decision.value}. Record the decision to ${due} it.`,
        fixes: [
          {
            title: `Record ${due}`,
            safe: false,
            suggestion: true,
            changes: [{ do: 'replace', span: decision.span, text: due }],
          },
        ],
      }
    }
    if (decision || !(isAbsent(pilot, 'outcome') || (outcome && isAbsent(outcome, 'decision')))) return
    yield {
      at: (outcome ?? pilot).keySpan,
      message: `${is}, and nobody decided to ${due} it. Record the outcome.`,
      fixes: [insert(pilot, due, today)],
    }
  },
}

function insert(pilot: Pilot, decision: 'scale' | 'stop', today: IsoDate): Fix {
  const { outcome } = pilot
  const whole = outcomeTemplate(decision, today)
  return {
    title: 'Insert the outcome',
    safe: false,
    changes: outcome ? fillAbsent(outcome, whole) : [insertAt(pilot, ['outcome'], whole)],
  }
}
