import { isAbsent } from './located.ts'
import type { Pilot } from './model.generated.ts'
import { type Stage, stageOf, stages } from './stages.ts'

/** A top-level block with the stages in which some rule asks for it. */
interface Need {
  readonly block: string
  readonly from: Stage
  readonly until?: Stage
}

const needs: readonly Need[] = [
  { block: 'value', from: 'criteria' },
  { block: 'timeline', from: 'criteria', until: 'adoption' },
  { block: 'owners', from: 'criteria' },
  { block: 'criteria', from: 'criteria' },
  { block: 'data', from: 'ownership' },
  { block: 'integration', from: 'criteria' },
  { block: 'workflow', from: 'data' },
  { block: 'conditions', from: 'rollout' },
  { block: 'rollout', from: 'rollout' },
  { block: 'gates', from: 'ownership' },
  { block: 'change', from: 'data' },
  { block: 'adoption', from: 'rollout' },
  { block: 'kpis', from: 'rollout' },
  { block: 'production', from: 'rollout' },
  { block: 'compliance', from: 'data' },
  { block: 'governance', from: 'data' },
  { block: 'cost', from: 'criteria' },
]

/** The blocks that a pilot has by its stage, in the order of the format. A stopped one owes none of them. */
export function neededBlocks(stage: Stage): readonly string[] {
  if (stage === 'stopped') return []
  const at = stages.indexOf(stage)
  return needs
    .filter(({ from, until }) => at >= stages.indexOf(from) && (!until || at <= stages.indexOf(until)))
    .map(({ block }) => block)
}

/** Those of them of which nothing is written. */
export function absentBlocks(pilot: Pilot): readonly string[] {
  return neededBlocks(stageOf(pilot)).filter((block) => isAbsent(pilot, block))
}
