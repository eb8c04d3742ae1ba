import { isAbsent } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { isNoAnswer, isPlaceholder } from '../../words/placeholder.ts'
import { hole } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const scopeEverything: Rule = {
  id: 'scope/everything',
  from: { criteria: 'warning' },
  docs: {
    summary: 'The pilot covers the standard cases, and people handle exceptions in a documented way.',
    why: 'Of 127 kinds of cases 12 made up 83 % of the volume, and with those alone it went live in four weeks. The last cases cost the most, and a pilot that wants them all waits for them.',
    remedy: 'Cover about 80 % of the volume and say who handles the rest, and how.',
    sources: [
      { claim: 'R11', says: 'Build for the standard cases, about 80 %, and leave exceptions to people.' },
      { claim: 'R13', says: 'There is a way to handle exceptions by hand.' },
      { claim: 'R12', says: 'Of 127 scenarios 12 covered 83 % of the volume and went live in four weeks.' },
    ],
    suppress: 'There are no exceptions: the input is always of one kind.',
    bad: [
      {
        title: 'Everything at once',
        yaml: `stage: criteria
scope:
  covers: 100%
#         ^^^^ warning: The first phase covers 100% of the volume. Start with the standard cases, about 80%, and leave the exceptions to people.
  exceptions: None.
`,
      },
      {
        title: 'Nobody handles the rest',
        yaml: `stage: data
scope:
  covers: 83%
#         ^^^ warning: It covers 83%, and nothing says who handles the rest. Describe under exceptions how people handle it by hand.
`,
      },
      {
        title: 'A rest that is said to be none',
        yaml: `stage: data
scope:
  covers: 83%
  exceptions: none
#             ^^^^ warning: It covers 83%, and "none" names nobody who handles the rest. Describe how people handle it by hand.
`,
      },
    ],
    good: [
      {
        title: 'Standard cases, and a way to handle the others',
        yaml: `scope:
  covers: 83%
  exceptions: Planners handle promotions and new SKUs by hand.
`,
      },
      {
        title: 'The share is not known yet',
        yaml: `scope:
  features: [{ name: Weekly forecast, impact: 14000 }]
`,
      },
    ],
  },

  *check({ scope }) {
    const covers = scope?.covers
    const share = Number(/^(.+)%$/.exec(covers?.value ?? '')?.[1])
    // Of what is no share, or more than all, the schema says so.
    if (!covers || !(share <= 100)) return
    if (share === 100) {
      yield {
        at: covers.span,
        message: `The first phase covers ${covers.value} of the volume. Start with the standard cases, about 80%, and leave the exceptions to people.`,
      }
    } else if (
      scope.exceptions &&
      isNoAnswer(scope.exceptions.value) &&
      !isPlaceholder(scope.exceptions.value)
    ) {
      yield {
        at: scope.exceptions.span,
        message: `It covers ${covers.value}, and "${scope.exceptions.value}" names nobody who handles the rest. Describe how people handle it by hand.`,
      }
    } else if (isAbsent(scope, 'exceptions')) {
      const value = hole('what stays outside, and who handles it by hand')
      yield {
        at: covers.span,
        message: `It covers ${covers.value}, and nothing says who handles the rest. Describe under exceptions how people handle it by hand.`,
        fixes: [
          { title: 'Insert the exceptions', safe: false, changes: [insertAt(scope, ['exceptions'], value)] },
        ],
      }
    }
  },
}
