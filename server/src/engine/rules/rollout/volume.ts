import { isAbsent } from '../../pilot/located.ts'
import { hasExpanded, isWholeSmallTeam, volumeOf } from '../../pilot/rollout.ts'
import { insertAt } from '../../templates/changes.ts'
import { sample } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

/** Three to five people and 10 to 20 % of the volume are two ways to begin small, so a stated group needs no volume (C3). */
export const rolloutVolume: Rule = {
  id: 'rollout/volume',
  from: { rollout: 'info' },
  options: { min: 5, max: 30, full: 50 },
  docs: {
    summary: 'Until the first gate expands it, 5 to 30 % of the real volume run through it.',
    why: 'Too little volume shows nothing within a month, too much does harm before anybody has looked. Limited production on 10 to 20 % of the volume is enough for reliable numbers.',
    remedy: 'Choose a share of 5 to 30 % and write it down.',
    options: {
      min: 'Smallest share of the volume in percent',
      max: 'Largest share of the volume in percent',
      full: 'Percent from which it is a full rollout',
    },
    sources: [
      { claim: 'R74', says: 'Limited production runs on 10 to 20 % of the volume.' },
      { claim: 'C3', says: 'A small group and a small share both count; whichever is stated is checked.' },
    ],
    bad: [
      {
        title: 'Too little to learn from',
        yaml: `rollout: { earlyAdopters: 4, volume: 4% }
#                                    ^^ info: 4% of the volume runs through it. Begin with 5% to 30%, until a gate expands it.
`,
      },
      {
        title: 'More than a first step',
        yaml: `rollout: { earlyAdopters: 4, volume: 31% }
#                                    ^^^ info
`,
      },
      {
        title: 'Half of it',
        yaml: `rollout: { earlyAdopters: 4, volume: 50% }
#                                    ^^^ info
`,
      },
      {
        title: 'Neither a group nor a share',
        yaml: `rollout:
#^^^^^^ info: Nothing says how much of the volume runs through it. Begin with 5% to 30%, until a gate expands it.
  start: 2026-05-18
`,
      },
    ],
    good: [
      {
        title: 'One in twenty',
        yaml: `rollout: { earlyAdopters: 4, volume: 5% }
`,
      },
      {
        title: 'Not quite a third',
        yaml: `rollout: { earlyAdopters: 4, volume: 30% }
`,
      },
      {
        title: 'More than half, which another rule reports',
        yaml: `rollout: { earlyAdopters: 4, volume: 51% }
`,
      },
      {
        title: 'Four people are a small rollout, whatever they handle',
        yaml: `rollout: { earlyAdopters: 4 }
`,
      },
      {
        title: 'Expanded by a gate',
        yaml: `rollout: { earlyAdopters: 4, volume: 40% }
gates:
  - { stage: rollout, due: 2026-05-20, held: 2026-05-20, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }
`,
      },
    ],
  },

  *check(pilot, { option }) {
    const { rollout } = pilot
    if (!rollout || hasExpanded(pilot) || isWholeSmallTeam(pilot)) return
    const [min, max] = [option('min'), option('max')]
    const advice = `Begin with ${min}% to ${max}%, until a gate expands it.`
    const volume = volumeOf(pilot)
    if (volume && (volume.value < min || (volume.value > max && volume.value <= option('full')))) {
      yield { at: volume.span, message: `${volume.value}% of the volume runs through it. ${advice}` }
    }
    if (!isAbsent(rollout, 'volume') || !isAbsent(rollout, 'earlyAdopters')) return
    const value = sample(`${Math.min(max, 15)}%`)
    yield {
      at: rollout.keySpan,
      message: `Nothing says how much of the volume runs through it. ${advice}`,
      fixes: [{ title: 'Insert a volume', safe: false, changes: [insertAt(rollout, ['volume'], value)] }],
    }
  },
}
