import { adopterCount, hasExpanded, isWholeSmallTeam, teamSize, volumeOf } from '../../pilot/rollout.ts'
import type { Rule } from '../rule.ts'

export const rolloutFullBeforeGate: Rule = {
  id: 'rollout/full-before-gate',
  from: { rollout: 'error' },
  options: { volume: 50 },
  docs: {
    summary: 'The rollout stays small until a gate decides to expand it.',
    why: 'A system that goes to everybody before it is tuned shows everybody its first mistakes. The people who were disappointed on day one are gone when it works in month three.',
    remedy: 'Go back to a small share, and let a rollout gate decide when it grows.',
    options: {
      volume: 'Largest share of the volume for a first group, in percent',
    },
    sources: [{ claim: 'M48', says: 'The full team gets it after the system is tuned, not before.' }],
    bad: [
      {
        title: 'More than half of the invoices from the first day',
        yaml: `rollout:
  start: 2026-05-18
  earlyAdopters: 4
  volume: 51%
#         ^^^ error: 51% of the volume runs through it, and no rollout gate decided to expand. Go back to 5% to 30% until one does.
gates:
  - { stage: rollout, due: 2026-06-17 }
`,
      },
      {
        title: 'The whole team of twelve',
        yaml: `rollout: { earlyAdopters: 12, volume: 20% }
#                         ^^ error: All 12 people have it, and no rollout gate decided to expand. Go back to a first group of 3 to 5 until one does.
production: { means: All 12 planners order from the forecast every week. }
`,
      },
    ],
    good: [
      {
        title: 'Half of it, which another rule reports',
        yaml: `rollout: { earlyAdopters: 4, volume: 50% }
`,
      },
      {
        title: 'The gate let it grow',
        yaml: `rollout: { earlyAdopters: 4, volume: 100% }
gates:
  - { stage: rollout, due: 2026-05-20, held: 2026-05-20, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }
`,
      },
      {
        title: 'The first group is the whole desk of five',
        yaml: `rollout: { earlyAdopters: [Dot Farrow, Kit Marlow, Abe Stone, Jin Ho, Rosa Vale], volume: 100% }
production: { means: All five agents of the desk route their tickets from the proposal. }
`,
      },
    ],
  },

  *check(pilot, { option }) {
    if (hasExpanded(pilot) || isWholeSmallTeam(pilot)) return
    const volume = volumeOf(pilot)
    if (volume && volume.value > option('volume')) {
      yield {
        at: volume.span,
        message: `${volume.value}% of the volume runs through it, and no rollout gate decided to expand. Go back to 5% to 30% until one does.`,
      }
      return
    }
    const adopters = pilot.rollout?.earlyAdopters
    const count = adopterCount(pilot)
    if (!adopters || count === undefined || count !== teamSize(pilot)) return
    yield {
      at: 'items' in adopters ? adopters.keySpan : adopters.span,
      message: `All ${count} people have it, and no rollout gate decided to expand. Go back to a first group of 3 to 5 until one does.`,
    }
  },
}
