import { isInPhase } from '../../pilot/governance.ts'
import { isAbsent } from '../../pilot/located.ts'
import { insertion, insertMissing } from '../../templates/changes.ts'
import { governanceTemplate } from '../../templates/governance.ts'
import { listing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

export const governanceRunIncomplete: Rule = {
  id: 'governance/run-incomplete',
  from: { adoption: 'warning' },
  docs: {
    summary: 'In run there are a business review, lasting training and a routine of improvement.',
    why: 'People who join later were never trained, the world changes under the model, and the business forgets why it pays. What nobody renews fades within a year.',
    remedy:
      'Review it with the business every quarter, train newcomers, and work on the main causes of trouble.',
    sources: [
      { claim: 'R49', says: 'The business reviews it every quarter.' },
      { claim: 'R50', says: 'There is a formal training programme.' },
      { claim: 'R51', says: 'Governance scales and improvement goes on.' },
    ],
    bad: [
      {
        title: 'Called run, with nothing to show for it',
        yaml: `stage: adoption
governance:
#^^^^^^^^^ warning: In run governance needs a quarterly review with the business, lasting training and a routine of improvement. Add what keeps it alive.
  phase: run
  budgetOwner: Dana Whitfield
`,
      },
      {
        title: 'Newcomers pick it up somehow',
        yaml: `stage: production
governance: { phase: run, businessReview: quarterly, improvement: Overrides are reviewed every quarter }
#^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'All three, with reviews even more often',
        yaml: `stage: production
governance:
  phase: run
  businessReview: monthly
  trainingProgramme: docs/training-programme.md
  improvement: Overrides are reviewed every quarter, and the top three causes are fixed
`,
      },
      {
        title: 'In walk it is not due',
        yaml: `stage: adoption
governance: { phase: walk }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const { governance } = pilot
    if (!governance || !isInPhase(pilot, 'run')) return
    const missing = parts.filter(([key]) => isAbsent(governance, key))
    if (missing.length === 0) return
    const names = listing(missing.map(([, name]) => name))
    const [keys, whole] = [missing.map(([key]) => key), governanceTemplate(pilot, 'run', today)]
    yield {
      at: governance.keySpan,
      message: `In run governance needs ${names}. Add what keeps it alive.`,
      fixes: [insertion(`Insert ${names}`, insertMissing(pilot, 'governance', { keys, whole }))],
    }
  },
}

const parts = [
  ['businessReview', 'a quarterly review with the business'],
  ['trainingProgramme', 'lasting training'],
  ['improvement', 'a routine of improvement'],
] as const
