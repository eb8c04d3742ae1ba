import { daysBetween, inWords } from '../../pilot/dates.ts'
import { passedEnd } from '../../pilot/signs.ts'
import { stageOf } from '../../pilot/stages.ts'
import { postpone } from '../../templates/extension.ts'
import { endings } from '../../templates/outcome.ts'
import type { Rule } from '../rule.ts'

export const stagePastEnd: Rule = {
  id: 'stage/past-end',
  from: { ownership: 'error' },
  needs: ['today'],
  docs: {
    summary: 'On its planned end a pilot is decided: it scales, stops, or gets one dated extension.',
    why: 'A pilot that runs past its end has no more questions, only nobody who answers. It has neither failed nor succeeded, and every month costs what a decision would have saved.',
    remedy: 'Record the outcome, or a gate that extends the pilot once, with the reason and the new end.',
    sources: [
      { claim: 'M05', says: 'In purgatory nobody has declared success or failure.' },
      { claim: 'M08', says: 'It runs past its original timeline.' },
      { claim: 'K36', says: 'When a pilot concludes, the decision comes quickly.' },
    ],
    bad: [
      {
        title: 'Eight weeks of silence',
        yaml: `stage: rollout
timeline:
  start: 2025-12-01
  end: 2026-04-06
#      ^^^^^^^^^^ error: The pilot ended on 2026-04-06, 8 weeks ago, without a decision. Scale it, stop it, or extend it once with a reason.
`,
      },
      {
        title: 'A gate that only decided to hold',
        yaml: `stage: rollout
timeline: { start: 2026-01-12, end: 2026-05-15 }
#                                   ^^^^^^^^^^ error
gates:
  - { stage: rollout, due: 2026-05-15, held: 2026-05-15, decision: hold, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }
`,
      },
      {
        title: 'Let into the rollout three weeks before the end, and left there',
        yaml: `stage: rollout
timeline: { start: 2026-01-12, end: 2026-05-15 }
#                                   ^^^^^^^^^^ error
gates:
  - { stage: data, due: 2026-04-24, held: 2026-04-24, decision: advance, by: Dana Whitfield }
  - { stage: rollout, due: 2026-06-12 }
`,
      },
    ],
    good: [
      {
        title: 'Ended and decided',
        yaml: `stage: rollout
timeline: { start: 2025-12-01, end: 2026-04-01 }
outcome: { decision: scale, date: 2026-03-30, by: Dana Whitfield, because: Accuracy reached 82.4. }
`,
      },
      {
        title: 'The gate expanded it two weeks before the end',
        yaml: `stage: adoption
timeline: { start: 2025-12-01, end: 2026-04-01 }
gates:
  - { stage: rollout, due: 2026-03-18, held: 2026-03-18, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }
`,
      },
      {
        title: 'Stopped before the rollout',
        yaml: `stage: data
timeline: { start: 2026-01-12, end: 2026-05-15 }
gates:
  - { stage: data, due: 2026-05-08, held: 2026-05-08, decision: stop, by: Dana Whitfield }
`,
      },
      {
        title: 'An end before the start, which another rule reports',
        yaml: `stage: rollout
timeline: { start: 2026-02-02, end: 2025-05-29 }
`,
      },
      {
        title: 'The last day',
        yaml: `stage: rollout
timeline: { start: 2026-02-02, end: 2026-06-01 }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const end = passedEnd(pilot, today)
    if (!end) return
    const ago = inWords(daysBetween(end.value, today))
    const postponed = postpone(pilot, end, { stage: stageOf(pilot), today })
    yield {
      at: end.span,
      message: `The pilot ended on ${end.value}, ${ago} ago, without a decision. Scale it, stop it, or extend it once with a reason.`,
      fixes: [
        ...endings(pilot, today),
        { title: 'Extend it once, with the reason', safe: false, suggestion: true, changes: postponed },
      ],
    }
  },
}
