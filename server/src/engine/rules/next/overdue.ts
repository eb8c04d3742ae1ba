import { addDays, daysBetween, inWords } from '../../pilot/dates.ts'
import { GRACE_DAYS, gatesOf, settledGates } from '../../pilot/gates.ts'
import { isActive } from '../../pilot/stages.ts'
import { insertAt } from '../../templates/changes.ts'
import { hole, sample } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const nextOverdue: Rule = {
  id: 'next/overdue',
  from: { data: 'warning' },
  needs: ['today'],
  docs: {
    summary: 'The next step is still to come.',
    why: 'A next step whose date has passed was either done, and nobody said what follows, or left undone, and nobody asked. Either way the pilot waits while its file says that it moves.',
    remedy: 'Write down the step that comes now, and its date.',
    sources: [
      { claim: 'G17', says: 'Production is the explicit goal, and each next step is part of the way there.' },
      { claim: 'M08', says: 'A pilot that runs past its own dates is stuck.' },
    ],
    bad: [
      {
        title: 'Five weeks ago',
        yaml: `stage: rollout
next: { what: "40% of the planners", by: 2026-04-27 }
#                                        ^^^^^^^^^^ warning: The next step was due on 2026-04-27, 5 weeks ago. Say what comes next, and by when.
`,
      },
      {
        title: 'The gate of that day was held, but nobody said what follows',
        yaml: `stage: data
next:
  what: Data gate
  by: 2026-05-22
#     ^^^^^^^^^^ warning
gates:
  - { stage: data, due: 2026-05-22, held: 2026-05-22, decision: hold }
`,
      },
    ],
    good: [
      {
        title: 'Three days of grace',
        yaml: `stage: rollout
next: { what: "40% of the planners", by: 2026-05-29 }
`,
      },
      {
        title: 'A gate that was not held, which another rule reports',
        yaml: `stage: data
next: { what: Data gate, by: 2026-05-22 }
gates:
  - { stage: data, due: 2026-05-22 }
`,
      },
      {
        title: 'A few days after a decision, before the next step is set',
        yaml: `stage: data
next: { what: Data gate, by: 2026-05-22 }
gates:
  - { stage: data, due: 2026-05-22, held: 2026-05-29, decision: hold }
`,
      },
      {
        title: 'In production',
        yaml: `stage: production
next: { what: Usage check, by: 2026-05-22 }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const by = pilot.next?.by
    if (!by || !isActive(pilot) || today <= addDays(by.value, GRACE_DAYS)) return
    const settled = settledGates(pilot)
    // Who has just decided is given the same days to write down what follows.
    const since = addDays(today, -GRACE_DAYS)
    if (gatesOf(pilot).some(({ held }) => held && held.value >= since && held.value <= today)) return
    if (gatesOf(pilot).some((gate) => gate.due?.value === by.value && !settled.has(gate))) return
    const changes = [
      insertAt(pilot, ['next', 'what'], hole('next step towards production')),
      insertAt(pilot, ['next', 'by'], sample(addDays(today, 14))),
    ]
    yield {
      at: by.span,
      message: `The next step was due on ${by.value}, ${inWords(daysBetween(by.value, today))} ago. Say what comes next, and by when.`,
      fixes: [{ title: 'Name the next step', safe: false, changes }],
    }
  },
}
