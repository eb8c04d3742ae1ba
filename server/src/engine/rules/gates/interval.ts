import { addDays, daysBetween, type IsoDate } from '../../pilot/dates.ts'
import { gatesOfStage, isHeld } from '../../pilot/gates.ts'
import type { Located } from '../../pilot/located.ts'
import type { Gate } from '../../pilot/model.generated.ts'
import { stageOf } from '../../pilot/stages.ts'
import { addGates, gateTemplate } from '../../templates/gate.ts'
import type { Rule } from '../rule.ts'

export const gatesInterval: Rule = {
  id: 'gates/interval',
  from: { rollout: 'warning' },
  needs: ['today'],
  lasting: true,
  options: { days: 45 },
  docs: {
    summary: 'During the rollout there is a gate every 30 days.',
    why: 'A month is short enough to fix what does not work while the first group still believes in it. Gates that are a quarter apart decide about a group that has gone back to its old tools.',
    remedy: 'Set a gate every 30 days until one of them decides to expand or to stop.',
    options: {
      days: 'Most days between two gates of the rollout',
    },
    sources: [{ claim: 'M50', says: 'During the rollout the gates recur every 30 days.' }],
    bad: [
      {
        title: 'Ten weeks between two gates',
        yaml: `gates:
  - { stage: rollout, due: 2026-05-22, held: 2026-05-22, decision: diagnose, by: Dana Whitfield, adoptersUsing: 2, metricsMoving: false }
  - { stage: rollout, due: 2026-07-31 }
#                          ^^^^^^^^^^ warning: 70 days lie between the rollout gates of 2026-05-22 and 2026-07-31. Hold one every 30 days.
`,
      },
      {
        title: 'A quarter that nobody can get back, and a day more than six weeks and a half',
        yaml: `gates:
  - { stage: rollout, due: 2026-01-19, held: 2026-01-19, decision: hold, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }
  - { stage: rollout, due: 2026-04-20, held: 2026-04-20, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true, notes: The report was late. }
#                                            ^^^^^^^^^^ warning
  - { stage: rollout, due: 2026-06-05 }
#                          ^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'Every month, and the next one within 45 days',
        yaml: `gates:
  - { stage: rollout, due: 2026-04-08, held: 2026-04-10, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }
  - { stage: rollout, due: 2026-05-08, held: 2026-05-08, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }
  - { stage: rollout, due: 2026-06-22 }
`,
      },
      {
        title: 'Gates of other stages follow their own schedule',
        yaml: `gates:
  - { stage: criteria, due: 2026-01-20, held: 2026-01-20, decision: advance, by: Dana Whitfield }
  - { stage: data, due: 2026-04-06, held: 2026-04-06, decision: advance, by: Dana Whitfield }
  - { stage: rollout, due: 2026-06-12 }
`,
      },
    ],
  },

  *check(pilot, { today, option }) {
    if (stageOf(pilot) !== 'rollout') return
    const gates = gatesOfStage(pilot, 'rollout')
    for (const [index, gate] of gates.entries()) {
      const before = gates[index - 1]
      const [from, to] = [before && dateOf(before), dateOf(gate)]
      if (!from || !to) continue
      const days = daysBetween(from.value, to.value)
      if (days <= option('days')) continue
      const between = isHeld(gate) ? [] : monthly(from.value, { days: days - option('days'), today })
      const changes = addGates(
        pilot,
        between.map((due) => gateTemplate('rollout', due)),
      )
      yield {
        at: to.span,
        message: `${days} days lie between the rollout gates of ${from.value} and ${to.value}. Hold one every 30 days.`,
        related: [{ message: 'The gate before.', span: from.span }],
        fixes: changes.length > 0 ? [{ title: 'Insert the gates between', safe: false, changes }] : [],
      }
    }
  },
}

/** A day every month until so many days are gone; none when the first of them has passed. */
function monthly(from: IsoDate, { days: over, today }: { days: number; today: IsoDate }): readonly IsoDate[] {
  const count = Math.min(12, Math.ceil(over / 30))
  const days = Array.from({ length: count }, (_, index) => addDays(from, (index + 1) * 30))
  return (days[0] ?? '') < today ? [] : days
}

function dateOf(gate: Gate): Located<IsoDate> | undefined {
  return gate.held ?? gate.due
}
