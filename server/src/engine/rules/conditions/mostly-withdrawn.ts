import { quoted } from '../../pilot/located.ts'
import type { Rule } from '../rule.ts'

export const conditionsMostlyWithdrawn: Rule = {
  id: 'conditions/mostly-withdrawn',
  from: { rollout: 'error' },
  docs: {
    summary: 'Most of what made the pilot work stays for production.',
    why: 'Whoever withdraws most of the access, people and exceptions, yet still plans for production, has not decided to ship. What worked with them has not been shown to work without them.',
    remedy: 'Make permanent what production needs, or stop the pilot on purpose.',
    sources: [
      { claim: 'N12', says: 'When most conditions are withdrawn, the organisation has not decided to ship.' },
    ],
    suppress: 'The pilot was tested again without the withdrawn conditions and kept its numbers.',
    bad: [
      {
        title: 'Two of three are withdrawn',
        yaml: `stage: rollout
conditions:
#^^^^^^^^^ error: 2 of 3 conditions that the pilot ran on are withdrawn, and it goes on. Keep what production needs, or stop on purpose.
  - { kind: staffing, what: Two analysts for the pilot, decision: withdrawn }
  - { kind: data-access, what: Replica of the ERP, decision: withdrawn }
  - { kind: permission, what: Private phones on the floor, decision: permanent }
`,
      },
      {
        title: 'All are withdrawn, and it is scaled',
        yaml: `stage: production
conditions:
#^^^^^^^^^ error
  - { kind: staffing, what: Two analysts for the pilot, decision: withdrawn }
  - { kind: process, what: Releases on request, decision: withdrawn }
outcome: { decision: scale, date: 2026-05-29 }
`,
      },
    ],
    good: [
      {
        title: 'Exactly half',
        yaml: `stage: adoption
conditions:
  - { kind: staffing, what: A trainer on every shift, decision: withdrawn }
  - { kind: permission, what: Private phones on the floor, decision: permanent }
`,
      },
      {
        title: "The pilot's only extra ends with it",
        yaml: `stage: adoption
conditions:
  - { kind: vendor-support, what: An engineer of the vendor on the floor, decision: withdrawn }
`,
      },
      {
        title: 'It does not go on',
        yaml: `stage: rollout
conditions:
  - { kind: staffing, what: Two analysts for the pilot, decision: withdrawn }
  - { kind: process, what: Releases on request, decision: withdrawn }
outcome: { decision: stop, date: 2026-05-29, because: The value is below the cost }
`,
      },
    ],
  },

  *check({ conditions, outcome }) {
    const items = conditions?.items ?? []
    const withdrawn = items.filter(({ decision }) => decision?.value === 'withdrawn')
    // One of one is more than half, and says nothing about the others.
    if (
      !conditions ||
      withdrawn.length < 2 ||
      withdrawn.length * 2 <= items.length ||
      outcome?.decision?.value === 'stop'
    )
      return
    const count =
      withdrawn.length === items.length ? `All ${items.length}` : `${withdrawn.length} of ${items.length}`
    yield {
      at: conditions.keySpan,
      message: `${count} conditions that the pilot ran on are withdrawn, and it goes on. Keep what production needs, or stop on purpose.`,
      related: withdrawn.map(({ decision, keySpan, what }) => {
        return { message: `${quoted(what, 'A condition')} is withdrawn.`, span: decision?.span ?? keySpan }
      }),
    }
  },
}
