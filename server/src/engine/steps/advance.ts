import { isOnTheWay, type Stage, stages } from '../pilot/stages.ts'
import { insertAt } from '../templates/changes.ts'
import { type Entry, mayEnter, openIn } from './entry.ts'
import { type Outcome, refuse, type Situation } from './step.ts'

/** The stage behind another one; `undefined` behind the two ends. */
export function stageBehind(stage: Stage): Stage | undefined {
  return isOnTheWay(stage) ? stages[stages.indexOf(stage) + 1] : undefined
}

/** Why there is no stage to go on to. */
export function whyNoStage(stage: Stage): string {
  return stage === 'stopped'
    ? 'The pilot was stopped. Another attempt is a pilot of its own, which names this one as its predecessor.'
    : 'The pilot is in production, which is the last stage.'
}

/** Moves a pilot to a stage when nothing speaks against it. */
export function advance({ pilot }: Situation, entry: Entry): Outcome {
  if (!mayEnter(entry)) return refuse(`It may not enter ${entry.to}: ${openIn(entry).join(', ')}.`)
  return {
    kind: 'plan',
    changes: [insertAt(pilot, ['stage'], entry.to)],
    under: [['stage']],
  }
}
