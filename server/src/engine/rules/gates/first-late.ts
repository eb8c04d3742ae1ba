import type { Fix } from '../../finding.ts'
import { addDays, daysBetween, type IsoDate, latest } from '../../pilot/dates.ts'
import { gatesOfStage, isHeld, mayHavePassed } from '../../pilot/gates.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { stageOf } from '../../pilot/stages.ts'
import { addGates, gateTemplate } from '../../templates/gate.ts'
import type { Rule } from '../rule.ts'

export const gatesFirstLate: Rule = {
  id: 'gates/first-late',
  from: { rollout: 'warning' },
  needs: ['today'],
  lasting: true,
  options: { days: 37 },
  docs: {
    summary: 'The first gate of the rollout comes 30 days after its start.',
    why: 'The first month with real users shows whether they use it and whether the numbers move. When nobody looks until day 90, most of that time goes into something that could have been fixed in week five.',
    remedy: 'Set the first rollout gate 30 days after the start of the rollout.',
    options: {
      days: 'Most days from the start of the rollout to its first gate',
    },
    sources: [
      {
        claim: 'M44',
        says: 'The first group works with it for 30 days, then comes a gate; day 90 is too late.',
      },
    ],
    bad: [
      {
        title: 'Three months before anybody looks',
        yaml: `rollout:
  start: 2026-05-25
gates:
  - { stage: rollout, due: 2026-08-24 }
#                          ^^^^^^^^^^ warning: The first rollout gate is due on 2026-08-24, 91 days after the start of the rollout. Hold the first one after 30 days.
`,
      },
      {
        title: 'Held, but two weeks later than it should have been',
        yaml: `rollout: { start: 2026-03-09 }
gates:
  - { stage: rollout, due: 2026-04-22, held: 2026-04-22, decision: hold }
#                          ^^^^^^^^^^ warning: The first rollout gate was due on 2026-04-22, 44 days after the start of the rollout. Hold the first one after 30 days.
`,
      },
      {
        title: 'A day over the limit, with the gates in another order',
        yaml: `rollout: { start: 2026-05-25 }
gates:
  - { stage: rollout, due: 2026-08-03 }
  - { stage: rollout, due: 2026-07-02 }
#                          ^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'Five weeks, because of a holiday',
        yaml: `rollout: { start: 2026-05-25 }
gates:
  - { stage: rollout, due: 2026-07-01 }
`,
      },
      {
        title: 'The gate of another stage does not count',
        yaml: `rollout: { start: 2026-05-25 }
gates:
  - { stage: rollout, due: 2026-06-24 }
  - { stage: adoption, due: 2026-09-30 }
`,
      },
      {
        title: 'After the rollout it is too late to fix',
        yaml: `stage: adoption
rollout: { start: 2026-01-05 }
gates:
  - { stage: rollout, due: 2026-04-06, held: 2026-04-06, decision: expand, by: Dana Whitfield }
`,
      },
    ],
  },

  *check(pilot, { today, option }) {
    const start = pilot.rollout?.start
    const first = gatesOfStage(pilot, 'rollout')[0]
    const due = first?.due ?? first?.held
    if (stageOf(pilot) !== 'rollout' || !start || !first || !due || mayHavePassed(pilot)) return
    const days = daysBetween(start.value, due.value)
    if (days <= option('days')) return
    const earlier = isHeld(first)
      ? undefined
      : insertFirst(pilot, start.value, { today, days: option('days') })
    yield {
      at: due.span,
      message: `The first rollout gate ${isHeld(first) ? 'was' : 'is'} due on ${due.value}, ${days} days after the start of the rollout. Hold the first one after 30 days.`,
      related: [{ message: 'The rollout started here.', span: start.span }],
      fixes: earlier ? [earlier] : [],
    }
  },
}

/** An earlier gate; none when the time for it has passed. */
function insertFirst(
  pilot: Pilot,
  start: IsoDate,
  { today, days }: { today: IsoDate; days: number },
): Fix | undefined {
  const due = latest(today, addDays(start, Math.min(30, days))) ?? today
  if (daysBetween(start, due) > days) return undefined
  return {
    title: 'Insert an earlier gate',
    safe: false,
    changes: addGates(pilot, [gateTemplate('rollout', due)]),
  }
}
