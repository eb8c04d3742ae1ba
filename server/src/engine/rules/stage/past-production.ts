import { daysBetween, inWords } from '../../pilot/dates.ts'
import { windowOf } from '../../pilot/readiness.ts'
import { isActive, stageOf } from '../../pilot/stages.ts'
import { postpone } from '../../templates/extension.ts'
import { endings } from '../../templates/outcome.ts'
import type { Rule } from '../rule.ts'

export const stagePastProduction: Rule = {
  id: 'stage/past-production',
  from: { criteria: 'error' },
  needs: ['today'],
  docs: {
    summary: 'On the date promised for production, the pilot is in production.',
    why: 'Six months after a success nothing has shipped: that is the usual form of purgatory. It begins on the day after the promised one, and each further day makes it more normal.',
    remedy: 'Bring it to production, decide on a new date at a gate and say why, or stop it.',
    sources: [
      { claim: 'M08', says: 'It runs past its original timeline.' },
      { claim: 'N01', says: 'Six months after the success nothing has shipped.' },
    ],
    bad: [
      {
        title: 'Seven weeks late',
        yaml: `stage: rollout
timeline:
  start: 2025-12-01
  productionBy: 2026-04-10
#               ^^^^^^^^^^ error: Production was promised for 2026-04-10, 7 weeks ago, and the pilot is in rollout. Ship it, decide on a new date, or stop it.
`,
      },
      {
        title: 'One day late',
        yaml: `stage: adoption
timeline: { start: 2026-02-02, productionBy: 2026-05-31 }
#                                            ^^^^^^^^^^ error
rollout: { start: 2026-03-09, earlyAdopters: 4 }
gates:
  - { stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }
`,
      },
    ],
    good: [
      {
        title: 'It is there',
        yaml: `stage: production
timeline: { start: 2025-12-01, productionBy: 2026-04-10 }
`,
      },
      {
        title: 'Stopped instead',
        yaml: `stage: stopped
timeline: { start: 2025-12-01, productionBy: 2026-04-10 }
`,
      },
      {
        title: 'A date before the start, which another rule reports',
        yaml: `stage: rollout
timeline: { start: 2026-02-02, productionBy: 2025-06-26 }
`,
      },
      {
        title: 'The day itself',
        yaml: `stage: adoption
timeline: { start: 2026-02-02, productionBy: 2026-06-01 }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const { start, productionBy: promised } = pilot.timeline ?? {}
    if (!promised || !isActive(pilot) || today <= promised.value) return
    // A day before the start is a mistake in a date, which is said of it.
    if (start && promised.value < start.value) return
    const stage = stageOf(pilot)
    const ago = inWords(daysBetween(promised.value, today))
    const postponed = postpone(pilot, promised, { stage, today, earliest: windowOf(pilot)?.from })
    yield {
      at: promised.span,
      message: `Production was promised for ${promised.value}, ${ago} ago, and the pilot is in ${stage}. Ship it, decide on a new date, or stop it.`,
      fixes: [
        { title: 'Decide on a new production date', safe: false, suggestion: true, changes: postponed },
        ...endings(pilot, today).slice(1),
      ],
    }
  },
}
