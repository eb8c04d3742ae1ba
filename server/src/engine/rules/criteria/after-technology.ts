import type { Rule } from '../rule.ts'

export const criteriaAfterTechnology: Rule = {
  id: 'criteria/after-technology',
  from: { criteria: 'warning' },
  docs: {
    summary: 'The criteria were agreed on before a tool was chosen.',
    why: 'A tool that is chosen first decides what is measured: the criteria become what it is good at. Then it meets them and solves nothing that anyone had asked for.',
    remedy:
      'Go back to the result that the business needs, agree on it without the tool in mind, and check whether the choice still holds.',
    sources: [
      { claim: 'M35', says: 'Baseline, target and time limit come before any technology is evaluated.' },
    ],
    suppress: 'The tool was already there, for other work.',
    bad: [
      {
        title: 'Bought at the trade fair',
        yaml: `stage: criteria
criteria:
  agreed: 2026-03-16
vendor:
  selected: 2026-01-26
#           ^^^^^^^^^^ warning: The tool was chosen on 2026-01-26, before the criteria were agreed on 2026-03-16. Check that the criteria say what the business needs, not what the tool can do.
`,
      },
      {
        title: 'One day earlier, with its name',
        yaml: `stage: data
criteria: { agreed: 2026-03-16 }
vendor: { name: Clausewise, selected: 2026-03-15 }
#                                     ^^^^^^^^^^ warning: Clausewise was chosen on 2026-03-15, before the criteria were agreed on 2026-03-16. Check that the criteria say what the business needs, not what the tool can do.
`,
      },
    ],
    good: [
      {
        title: 'Criteria, then selection',
        yaml: `criteria: { agreed: 2026-01-20 }
vendor: { name: Forecastly, selected: 2026-01-26 }
`,
      },
      {
        title: 'On the same day',
        yaml: `criteria: { agreed: 2026-01-20 }
vendor: { name: Forecastly, selected: 2026-01-20 }
`,
      },
    ],
  },

  *check({ criteria, vendor }) {
    const agreed = criteria?.agreed
    const selected = vendor?.selected
    if (!agreed || !selected || selected.value >= agreed.value) return
    const tool = vendor.tool?.value ?? vendor.name?.value ?? 'The tool'
    yield {
      at: selected.span,
      message: `${tool} was chosen on ${selected.value}, before the criteria were agreed on ${agreed.value}. Check that the criteria say what the business needs, not what the tool can do.`,
      related: [{ message: 'The criteria were agreed on here.', span: agreed.span }],
    }
  },
}
