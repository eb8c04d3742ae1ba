import { daysBetween, inWords } from '../../pilot/dates.ts'
import { gatesOf } from '../../pilot/gates.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { wordsIn } from '../../text/letters.ts'
import type { Rule } from '../rule.ts'

export const ownersOperatorNamedLate: Rule = {
  id: 'owners/operator-named-late',
  from: { data: 'error' },
  docs: {
    summary: 'The operator is named before the pilot starts.',
    why: "Someone who inherits a running pilot inherits other people's decisions, and defends them less. An operator who was there before the start has shaped the criteria and the first group.",
    remedy:
      'Name the operator before the start. If the pilot already runs, let the operator change its criteria and its group at the next gate.',
    sources: [{ claim: 'M36', says: 'The owner is named before the pilot begins.' }],
    suppress: 'An operator who was there before the start has handed over, and no gate recorded it.',
    bad: [
      {
        title: 'Four weeks after the start',
        yaml: `stage: data
timeline: { start: 2026-02-02 }
owners:
  operator: { name: Luis Ortega, since: 2026-03-02 }
#                                       ^^^^^^^^^^ error: Luis Ortega has been operator since 2026-03-02, 4 weeks after the pilot started. Let the operator shape criteria and first group at the next gate.
`,
      },
      {
        title: 'A day after the start',
        yaml: `timeline:
  start: 2026-02-02
owners:
  operator:
    name: Luis Ortega
    since: 2026-02-03
#          ^^^^^^^^^^ error
`,
      },
      {
        title: 'A gate spoke of an operator, and of nobody who is called Li',
        yaml: `timeline: { start: 2026-02-02 }
owners:
  operator: { name: Wei Li, since: 2026-04-09 }
#                                  ^^^^^^^^^^ error
gates: [{ stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: expand, notes: Limits of the operator console were raised. }]
`,
      },
    ],
    good: [
      {
        title: 'On the day of the start',
        yaml: `timeline: { start: 2026-02-02 }
owners:
  operator: { name: Luis Ortega, since: 2026-02-02 }
`,
      },
      {
        title: 'A change of operator that a gate decided on',
        yaml: `timeline: { start: 2026-02-02 }
owners:
  operator: { name: Luis Ortega, since: 2026-04-09 }
gates:
  - { stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: expand, by: Dana Whitfield, notes: Luis Ortega follows Ana Ruiz as operator. }
`,
      },
      {
        title: 'The same, of a short name',
        yaml: `timeline: { start: 2026-02-02 }
owners: { operator: { name: Wei Li, since: 2026-04-09 } }
gates: [{ stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: expand, notes: 'New Operator: Wei Li.' }]
`,
      },
    ],
  },

  *check(pilot) {
    const { name, since } = pilot.owners?.operator ?? {}
    const start = pilot.timeline?.start
    if (!name || !since || !start || since.value <= start.value || isHandedOver(pilot, name.value)) return
    const late = inWords(daysBetween(start.value, since.value))
    yield {
      at: since.span,
      message: `${name.value} has been operator since ${since.value}, ${late} after the pilot started. Let the operator shape criteria and first group at the next gate.`,
      related: [{ message: `The pilot starts on ${start.value}.`, span: start.span }],
    }
  },
}

/** Whether the notes of a gate name the new operator as one: then the change was a decision. */
function isHandedOver(pilot: Pilot, name: string): boolean {
  const last = name.trim().split(/\s+/).at(-1) ?? name
  // Li is part of other words: a limit names nobody.
  const isIn = (text: string): boolean => (SHORT.test(last) ? wordsIn(text) : text).includes(last)
  return gatesOf(pilot).some(({ notes }) => notes && isIn(notes.value) && /\boperator\b/i.test(notes.value))
}

const SHORT = /^[a-z]{1,3}$/i
