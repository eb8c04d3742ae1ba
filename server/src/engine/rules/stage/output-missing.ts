import { outputsOf } from '../../pilot/outputs.ts'
import { hasReached, type Stage, stageOf } from '../../pilot/stages.ts'
import { claimsOutput, outputChanges } from '../../templates/outputs.ts'
import { shortListing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

/**
 * Most parts of an output have a rule of their own, which says the same at the same place; this one is general, so that
 * it speaks only where no other does: of the rollout that never decided to expand, and of whatever a team switched off.
 */
export const stageOutputMissing: Rule = {
  id: 'stage/output-missing',
  from: { ownership: 'error' },
  general: true,
  docs: {
    summary: 'What an earlier stage has to leave behind exists before the next one begins.',
    why: 'A skipped stage is not saved but paid for later: a rollout on data that nobody audited, adoption of something that the first group does not use. Each stage builds on the output of the one before.',
    remedy: 'Finish the earlier stage, or set the stage back to where the pilot really is.',
    sources: [{ claim: 'M34', says: 'The next stage does not begin before the output of this one exists.' }],
    bad: [
      {
        title: 'Everyone gets it, though no gate let the first group grow',
        yaml: `stage: adoption
owners:
  operator: { name: Luis Ortega, accountability: Forecast accuracy is one of his goals for 2026. }
criteria:
  success:
    - { metric: Forecast accuracy, baseline: 73, target: 82, by: 2026-08-25 }
data:
  audit: { completed: 2026-02-20 }
integration:
  systems: [{ system: netsuite-erp, status: live }]
rollout: { start: 2026-03-09, earlyAdopters: 4, volume: 15% }
gates:
  - { stage: rollout, due: 2026-04-08, held: 2026-04-08, decision: hold, by: Dana Whitfield }
#                                                                  ^^^^ error: The stage is adoption, and rollout has left no output: the last rollout gate, of 2026-04-08, did not decide to expand. Finish rollout first, or set the stage back.
`,
      },
      {
        title: 'The data stage begins without criteria and without an operator',
        yaml: `stage: data
owners:
#^^^^^ error: The stage is data, and ownership has left no output: nobody is named as operator. Finish ownership first, or set the stage back.
  sponsor: { name: Dana Whitfield }
criteria:
#^^^^^^^ error: The stage is data, and criteria has left no output: no success criterion is defined. Finish criteria first, or set the stage back.
  agreed: 2026-01-20
`,
      },
    ],
    good: [
      {
        title: 'What the stage itself has to leave behind may still be missing',
        yaml: `stage: ownership
criteria:
  success:
    - { metric: Escape rate, baseline: 100, target: 85, within: 1 quarter }
`,
      },
      {
        title: 'The first stage has none before it',
        yaml: `stage: criteria
title: Demand forecast
`,
      },
      {
        title: 'A stopped pilot owes nothing to stages it did not reach',
        yaml: `stage: stopped
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const current = stageOf(pilot)
    const isOver = (stage: Stage): boolean => stage !== current && hasReached(pilot, stage)
    for (const { stage, missing, at } of outputsOf(pilot, isOver)) {
      if (missing.length === 0) continue
      const changes = outputChanges(pilot, stage, today)
      const suggestion = claimsOutput(pilot, stage, today) || undefined
      yield {
        at,
        message: `The stage is ${current}, and ${stage} has left no output: ${shortListing(missing, 5)}. Finish ${stage} first, or set the stage back.`,
        fixes:
          changes.length > 0
            ? [{ title: `Insert the output of ${stage}`, safe: false, suggestion, changes }]
            : [],
      }
    }
  },
}
