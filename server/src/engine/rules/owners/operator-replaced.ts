import { attribution, courseOf, pastChange } from '../../history/course.ts'
import { lastHandover } from '../../history/handover.ts'
import { DECISION_DAYS, gateOn } from '../../history/spoken-of.ts'
import { daysBetween, inWords } from '../../pilot/dates.ts'
import { isSamePerson } from '../../words/people.ts'
import type { Rule } from '../rule.ts'

export const ownersOperatorReplaced: Rule = {
  id: 'owners/operator-replaced',
  from: { rollout: 'warning' },
  needs: ['history'],
  docs: {
    summary: 'The operator who started the pilot still runs it, or a gate has handed it over.',
    why: 'An operator who inherits a running pilot has not shaped its criteria or its first group, and champions it less. When nobody decides the change, nobody notices that the pilot has lost the person who wanted it.',
    remedy: 'Hold a gate at which the new operator agrees to the criteria, and note the handover in it.',
    sources: [{ claim: 'M38', says: 'An owner who inherits a pilot champions it less.' }],
    suppress:
      'The handover was decided elsewhere, and the new operator has been in the pilot from the start.',
    bad: [
      {
        title: 'A new name in the third month',
        history: [
          {
            date: '2026-01-20',
            yaml: `timeline: { start: 2026-02-02 }
owners: { operator: { name: Ana Ruiz } }
`,
          },
          {
            date: '2026-04-20',
            yaml: `timeline: { start: 2026-02-02 }
owners: { operator: { name: Luis Ortega } }
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
owners: { operator: { name: Luis Ortega } }
#                           ^^^^^^^^^^^ warning: Luis Ortega followed Ana Ruiz as operator on 2026-04-20 by Dana Whitfield (commit 2b3c4d5), 2 months after the start, and no gate says so. Hold one at which Luis Ortega agrees to the criteria, and note the handover.
`,
      },
      {
        title: 'A vacancy in between',
        history: [
          {
            date: '2026-01-20',
            yaml: `timeline: { start: 2026-02-02 }
owners: { operator: { name: Ana Ruiz } }
`,
          },
          {
            date: '2026-04-20',
            yaml: `timeline: { start: 2026-02-02 }
owners: { operator: { name: TBD } }
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
owners: { operator: { name: Luis Ortega } }
#                           ^^^^^^^^^^^ warning
`,
      },
      {
        title: 'The notes of a gate just before it are about something else',
        history: [
          {
            date: '2026-04-10',
            yaml: `timeline: { start: 2026-02-02 }
owners: { operator: { name: Ana Ruiz } }
gates: [{ stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: expand, by: Dana Whitfield, notes: Two price rules were wrong. }]
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
owners: { operator: { name: Luis Ortega } }
#                           ^^^^^^^^^^^ warning
gates: [{ stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: expand, by: Dana Whitfield, notes: Two price rules were wrong. }]
`,
        today: '2026-04-13',
      },
    ],
    good: [
      {
        title: 'The same person, written out in full',
        history: [
          {
            date: '2026-01-20',
            yaml: `timeline: { start: 2026-02-02 }
owners: { operator: { name: L. Ortega } }
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
owners: { operator: { name: Luis Ortega } }
`,
      },
      {
        title: 'A gate handed it over',
        history: [
          {
            date: '2026-01-20',
            yaml: `timeline: { start: 2026-02-02 }
owners: { operator: { name: Ana Ruiz } }
`,
          },
          {
            date: '2026-04-10',
            yaml: `timeline: { start: 2026-02-02 }
owners: { operator: { name: Luis Ortega } }
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
owners: { operator: { name: Luis Ortega } }
gates: [{ stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: expand, by: Dana Whitfield, notes: Ana Ruiz moves to the plant and Luis Ortega follows her. }]
`,
      },
    ],
  },

  *check(pilot, { history, today }) {
    const course = courseOf(history, pilot, today)
    const { name, since } = pilot.owners?.operator ?? {}
    // An operator since a day after the start is what owners/operator-named-late speaks of.
    if (!course || !name || (since && since.value > course.started)) return
    const handover = lastHandover(course)
    if (!handover || isSamePerson(handover.atStart, name.value)) return
    const { step, from } = handover
    if (gateOn({ step, names: [from, name.value].flatMap(calledBy) }, pilot, DECISION_DAYS)) return
    const late = inWords(daysBetween(course.started, step.date))
    yield {
      at: name.span,
      message: `${name.value} followed ${from} as operator ${attribution(step)}, ${late} after the start, and no gate says so. Hold one at which ${name.value} agrees to the criteria, and note the handover.`,
      past: pastChange(step, from, name.value),
    }
  },
}

/** What notes may call somebody: by the whole name, or by the family's where that is more than a syllable. */
function calledBy(name: string): readonly string[] {
  const family = name.split(/\s+/).at(-1) ?? ''
  return family.length > 3 ? [name, family] : [name]
}
