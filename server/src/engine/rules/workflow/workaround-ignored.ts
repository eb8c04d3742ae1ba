import type { Change } from '../../finding.ts'
import { isAbsent, quoted } from '../../pilot/located.ts'
import type { Workaround } from '../../pilot/model.generated.ts'
import { fillAbsent } from '../../templates/changes.ts'
import { hole } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const workflowWorkaroundIgnored: Rule = {
  id: 'workflow/workaround-ignored',
  from: { data: 'warning' },
  docs: {
    summary: 'Whoever keeps a workaround alive takes part in the pilot.',
    why: 'The maker of a macro knows the exceptions that nobody wrote down, and colleagues ask the maker, not the project. Left out, makers keep their macro alive; brought in, they are the best testers.',
    remedy: 'Ask the maker of each workaround to join the pilot.',
    sources: [
      { claim: 'R62', says: 'The makers of existing macros and automations belong in the design team.' },
    ],
    bad: [
      {
        title: 'Its maker stands outside',
        yaml: `stage: data
workflow:
  workarounds:
    - tool: Excel macro FC_2019
      maintainer: Ana Ruiz
      involved: false
#               ^^^^^ warning: "Excel macro FC_2019" carries today's work. Ana Ruiz, who keeps it alive, should take part in the pilot.
`,
      },
      {
        title: 'Nothing is said about its maker',
        yaml: `stage: rollout
workflow:
  workarounds:
    - { tool: Promotion workbook, maintainer: Noah Fielding }
#       ^^^^^^^^^^^^^^^^^^^^^^^^ warning
    - { tool: Price list in the mail folder }
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'Its maker takes part',
        yaml: `stage: rollout
workflow:
  workarounds:
    - { tool: Excel macro FC_2019, maintainer: Ana Ruiz, involved: true }
`,
      },
      {
        title: 'There is none',
        yaml: `stage: rollout
workflow:
  workarounds: []
`,
      },
    ],
  },

  *check({ workflow }) {
    for (const workaround of workflow?.workarounds?.items ?? []) {
      const { involved, maintainer, tool } = workaround
      if (involved?.value === true || (!involved && !isAbsent(workaround, 'involved'))) continue
      const who = maintainer ? `${maintainer.value}, who keeps it alive,` : 'Whoever keeps it alive'
      yield {
        at: involved?.span ?? workaround.keySpan,
        message: `${quoted(tool, 'A workaround')} carries today's work. ${who} should take part in the pilot.`,
        ...(involved
          ? {}
          : {
              fixes: [
                {
                  title: 'Insert that its maker takes part',
                  safe: false,
                  suggestion: true,
                  changes: takesPart(workaround),
                },
              ],
            }),
      }
    }
  },
}

function takesPart(workaround: Workaround): readonly Change[] {
  return fillAbsent(workaround, { maintainer: hole('who keeps it alive'), involved: true })
}
