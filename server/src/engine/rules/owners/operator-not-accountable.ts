import { isAbsent, type Located } from '../../pilot/located.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { criteriaOf } from '../../pilot/progress.ts'
import { insertAt } from '../../templates/changes.ts'
import { longWordsIn } from '../../text/letters.ts'
import { measures } from '../../words/accountability.ts'
import { nameOr } from '../../words/people.ts'
import { isPlaceholder } from '../../words/placeholder.ts'
import { hole } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const ownersOperatorNotAccountable: Rule = {
  id: 'owners/operator-not-accountable',
  from: { ownership: 'warning', rollout: 'error' },
  docs: {
    summary: 'The file says what the operator answers for, in a way that can be checked.',
    why: 'A name without consequences is a courtesy. People look after what counts in their own year: a goal, a number, a review.',
    remedy: "Write down which result counts among this person's goals, with its number or its year.",
    sources: [
      { claim: 'M23', says: "The owner's own performance is tied to the result." },
      { claim: 'M37', says: 'What the owner answers for is written down.' },
    ],
    bad: [
      {
        title: 'A name and nothing else',
        yaml: `stage: ownership
owners:
  operator: { name: Luis Ortega }
# ^^^^^^^^ warning: Nothing says what Luis Ortega answers for. Write the result that counts among the goals of this person.
`,
      },
      {
        title: 'Words that nobody can check',
        yaml: `stage: rollout
owners:
  operator:
    name: Luis Ortega
    accountability: Supports the pilot.
#                   ^^^^^^^^^^^^^^^^^^^ error: "Supports the pilot." cannot be checked. Write the result that Luis Ortega answers for, with its number, goal or review.
`,
      },
    ],
    good: [
      {
        title: 'A goal for the year',
        yaml: `owners:
  operator: { name: Luis Ortega, accountability: Forecast accuracy is one of his three performance goals for 2026. }
`,
      },
      {
        title: "The words of the pilot's own criterion, in any language",
        yaml: `owners:
  operator: { name: Rosa Delgado, accountability: Steht für die Ausschussquote der Linie ein. }
criteria:
  success:
    - { metric: Ausschussquote, baseline: 9, target: 6 }
`,
      },
    ],
  },

  *check(pilot) {
    const operator = pilot.owners?.operator
    if (!operator?.name) return
    const { name, accountability } = operator
    if (accountability && !isMeasurable(accountability, pilot)) {
      const message = `"${accountability.value}" cannot be checked. Write the result that ${nameOr(name.value, 'the operator')} answers for, with its number, goal or review.`
      yield { at: accountability.span, message }
    }
    if (!isAbsent(operator, 'accountability')) return
    const value = hole('their goal with its number and year')
    const change = insertAt(pilot, ['owners', 'operator', 'accountability'], value)
    yield {
      at: operator.keySpan,
      message: `Nothing says what ${nameOr(name.value, 'the operator')} answers for. Write the result that counts among the goals of this person.`,
      fixes: [{ title: 'Insert what the operator answers for', safe: false, changes: [change] }],
    }
  },
}

function isMeasurable({ value }: Located<string>, pilot: Pilot): boolean {
  if (isPlaceholder(value)) return false
  const text = value.slice(0, 2_000).toLowerCase()
  if (/[\d%]/.test(text) || measures.find(text) !== undefined) return true
  const kpis = pilot.kpis?.measures?.items.map(({ name }) => name) ?? []
  const named = [...criteriaOf(pilot).map(({ metric }) => metric), ...kpis]
  const words = named.flatMap((metric) => longWordsIn(metric?.value.slice(0, 200).toLowerCase() ?? ''))
  return words.some((word) => text.includes(word))
}
