import type { Fix } from '../../finding.ts'
import type { Suppression } from '../../suppress.ts'
import { removeComment } from '../../templates/suppression.ts'
import type { Rule } from '../rule.ts'

export const suppressionUnknownRule: Rule = {
  id: 'suppression/unknown-rule',
  from: { criteria: 'warning', stopped: 'warning' },
  docs: {
    summary: 'Every suppression names a rule that exists.',
    why: 'A misspelt suppression silences nothing, while its author believes that it does.',
    remedy: 'Write the rule as the finding shows it, one rule to a comment.',
    sources: [],
    bad: [
      {
        title: 'A typo',
        yaml: `owners:
  operator:
    # pilots-ignore-next-line owners/operator-sharde -- Kim has days, Pete has nights
#                             ^^^^^^^^^^^^^^^^^^^^^^ warning: "owners/operator-sharde" is not a rule. Did you mean "owners/operator-shared"?
    name: Kim Alvarado & Pete Lindqvist
`,
      },
      {
        title: 'Two rules in one comment',
        yaml: `# pilots-ignore-file owners/it-missing, owners/it-late -- There is no IT here
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "owners/it-missing, owners/it-late" is not a rule. Name one rule in each comment, as the finding shows it.
stage: ownership
`,
      },
      {
        title: 'No rule at all',
        yaml: `# pilots-ignore-file
#^^^^^^^^^^^^^^^^^^^ warning: This suppression names no rule. Name one rule in each comment, as the finding shows it.
stage: ownership
`,
      },
    ],
    good: [
      {
        title: 'A rule',
        yaml: `owners:
  operator:
    # pilots-ignore-next-line owners/operator-shared -- Kim has days, Pete has nights
    name: Kim Alvarado & Pete Lindqvist
`,
      },
      {
        title: 'A schema finding',
        yaml: `# pilots-ignore-file schema/unknown-key -- The old tool still reads these keys
stage: ownership
`,
      },
    ],
  },

  *check(_pilot, { suppressions, file }) {
    for (const suppression of suppressions) {
      if (suppression.state !== 'unknown') continue
      const { rule, meant, ruleSpan } = suppression
      const what = rule === '' ? 'This suppression names no rule.' : `"${rule}" is not a rule.`
      const advice = meant
        ? `Did you mean "${meant}"?`
        : 'Name one rule in each comment, as the finding shows it.'
      const fixes = [...spelling(suppression), removeComment(file.syntax.text, suppression, false)]
      yield { at: ruleSpan, message: `${what} ${advice}`, fixes }
    }
  },
}

function spelling({ meant, ruleSpan }: Suppression): readonly Fix[] {
  if (meant === undefined) return []
  // It may silence a finding that is shown now, so a person looks at it.
  return [
    {
      title: `Replace by "${meant}"`,
      safe: false,
      changes: [{ do: 'replace', span: ruleSpan, text: meant }],
    },
  ]
}
