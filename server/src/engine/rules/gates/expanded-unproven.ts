import { passedGates } from '../../pilot/gates.ts'
import { adopterCount, isLowUse } from '../../pilot/rollout.ts'
import { listing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

export const gatesExpandedUnproven: Rule = {
  id: 'gates/expanded-unproven',
  from: { rollout: 'error' },
  docs: {
    summary: 'A rollout gate expands only what its early adopters use and what moves the metrics.',
    why: 'What four people do not use, forty will not use either, and their disappointment is harder to repair. Expanding without proof is how a pilot becomes large and stays a pilot.',
    remedy:
      'First find out why it is not used or why the metrics do not move, and decide again after 30 days.',
    sources: [
      { claim: 'M47', says: 'When the answers are no, the cause is found before the group grows.' },
      { claim: 'K21', says: 'The decision to go on rests on criteria that are met, not on enthusiasm.' },
    ],
    bad: [
      {
        title: 'One of four uses it',
        yaml: `rollout:
  earlyAdopters: [Ana Ruiz, Tom Becker, Wei Zhang, Nina Patel]
gates:
  - { stage: rollout, due: 2026-05-20, held: 2026-05-20, decision: expand, by: Dana Whitfield, adoptersUsing: 1, metricsMoving: true }
#                                                                  ^^^^^^ error: The rollout gate of 2026-05-20 decided expand, though 1 of 4 early adopters uses it. Find the cause before more people get it.
`,
      },
      {
        title: 'Nobody uses it, and nothing moves',
        yaml: `gates:
  - { stage: rollout, due: 2026-05-20, held: 2026-05-20, decision: advance, by: Dana Whitfield, adoptersUsing: 0, metricsMoving: false }
#                                                                  ^^^^^^^ error: The rollout gate of 2026-05-20 decided advance, though no early adopter uses it and the metrics do not move. Find the cause before more people get it.
`,
      },
    ],
    good: [
      {
        title: 'Used, and moving the metrics',
        yaml: `rollout: { earlyAdopters: 4 }
gates:
  - { stage: rollout, due: 2026-05-20, held: 2026-05-20, decision: expand, by: Dana Whitfield, adoptersUsing: 3, metricsMoving: true }
`,
      },
      {
        title: 'Neither, and therefore not expanded',
        yaml: `rollout: { earlyAdopters: 4 }
gates:
  - { stage: rollout, due: 2026-05-20, held: 2026-05-20, decision: diagnose, by: Dana Whitfield, adoptersUsing: 1, metricsMoving: false }
`,
      },
    ],
  },

  *check(pilot) {
    const all = adopterCount(pilot)
    for (const gate of passedGates(pilot, 'rollout')) {
      const { decision, adoptersUsing: using, metricsMoving } = gate
      if (!decision) continue
      const doubts: string[] = []
      if (using && isLowUse(pilot, using.value)) doubts.push(useOf(using.value, all))
      if (metricsMoving?.value === false) doubts.push('the metrics do not move')
      if (doubts.length === 0) continue
      yield {
        at: decision.span,
        message: `The rollout gate of ${gate.held.value} decided ${decision.value}, though ${listing(doubts)}. Find the cause before more people get it.`,
      }
    }
  },
}

function useOf(using: number, all: number | undefined): string {
  if (using === 0) return 'no early adopter uses it'
  return `${using} of ${all} early adopters ${using === 1 ? 'uses' : 'use'} it`
}
