import { commitmentsOf } from '../../history/commitments.ts'
import { attribution, pastChange } from '../../history/course.ts'
import { type Step, stepsOf } from '../../history/history.ts'
import { DECISION_DAYS, gatesNear } from '../../history/spoken-of.ts'
import { type Stage, stageOf, stages } from '../../pilot/stages.ts'
import type { Rule } from '../rule.ts'

export const stageRegressed: Rule = {
  id: 'stage/regressed',
  from: { criteria: 'warning' },
  needs: ['history'],
  docs: {
    summary: 'A pilot goes back a stage only when a gate decides it.',
    why: 'Going back can be right: the gate has found a cause, and it is repaired. Without a gate nobody knows what was found, and the same stage is passed again with the same gap.',
    remedy:
      'Record the gate that decided to go back, with the cause in its notes, or set the stage to what it is.',
    sources: [
      {
        claim: 'H06',
        says: 'In one public inventory 18 projects went from operation back to pilot or earlier within a year.',
      },
    ],
    bad: [
      {
        title: 'From rollout back to data',
        history: [
          { date: '2026-03-09', yaml: 'stage: rollout' },
          { date: '2026-05-04', author: 'Luis Ortega', yaml: 'stage: data' },
        ],
        yaml: `stage: data
#      ^^^^ warning: The stage went back from rollout to data on 2026-05-04 by Luis Ortega (commit 2b3c4d5), and no gate decided it. Record the gate with the cause, or correct the stage.
`,
      },
      {
        title: 'From data back to ownership',
        history: [{ date: '2026-03-09', yaml: 'stage: data' }],
        yaml: `stage: ownership
#      ^^^^^^^^^ warning
`,
      },
      {
        title: 'All the way, in the text that is still open',
        history: [{ date: '2026-03-09', yaml: 'stage: production' }],
        yaml: `stage: criteria
#      ^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'The gate found a cause',
        history: [
          { date: '2026-03-09', yaml: 'stage: rollout' },
          { date: '2026-05-11', yaml: 'stage: data' },
        ],
        yaml: `stage: data
gates: [{ stage: rollout, due: 2026-05-08, held: 2026-05-08, decision: diagnose, by: Dana Whitfield, notes: Half of the orders are missing. }]
`,
      },
      {
        title: 'Before the data stage there is little to go back from',
        history: [{ date: '2026-03-09', yaml: 'stage: ownership' }],
        yaml: 'stage: criteria\n',
      },
      {
        title: 'Back where it was',
        history: [
          { date: '2026-03-09', yaml: 'stage: rollout' },
          { date: '2026-05-04', yaml: 'stage: data' },
        ],
        yaml: 'stage: rollout\n',
      },
      {
        title: 'A stopped pilot that is taken up again begins where it can',
        history: [{ date: '2025-03-09', yaml: 'stage: stopped' }],
        yaml: 'stage: criteria\n',
      },
    ],
  },

  *check(pilot, { history, today }) {
    if (!history || !pilot.stage) return
    const now = rank(stageOf(pilot))
    const step = stepsOf(history, commitmentsOf(pilot), today).findLast(
      (each) => isBackwards(each, now) && gatesNear(each, pilot, DECISION_DAYS).length === 0,
    )
    if (!step) return
    const [from, to] = [step.before.stage, step.after.stage]
    yield {
      at: pilot.stage.span,
      message: `The stage went back from ${from} to ${to} ${attribution(step)}, and no gate decided it. Record the gate with the cause, or correct the stage.`,
      past: pastChange(step, from, to),
    }
  },
}

/** Whether a step went back from where the pilot is not again. Before the data stage there is little to go back from. */
function isBackwards({ before, after }: Step, now: number): boolean {
  const from = rank(before.stage)
  return before.stage !== 'stopped' && from >= rank('data') && rank(after.stage) < from && now < from
}

function rank(stage: Stage): number {
  return stages.indexOf(stage)
}
