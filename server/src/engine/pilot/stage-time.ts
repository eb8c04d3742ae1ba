import { commitmentsOf } from '../history/commitments.ts'
import { type FileHistory, isBegunAnew, type Step, stepsOf } from '../history/history.ts'
import { daysBetween, type IsoDate } from './dates.ts'
import { passedGates } from './gates.ts'
import type { Pilot } from './model.generated.ts'
import { type Readiness, readinessOf, wasRepaired } from './readiness.ts'
import { isOnTheWay, type Stage, stageOf, stages } from './stages.ts'

/**
 * The longest a stage should take, in days, by readiness (claims M60 to M62). Preparation, which is the first three stages
 * together, takes up to 4 weeks, and up to 6 or 12 more where the data has to be repaired; a rollout 8; adoption 6.
 */
const LONGEST: Readonly<Record<'preparation' | 'rollout' | 'adoption', Readonly<Record<Readiness, number>>>> =
  {
    preparation: { high: 28, medium: 70, low: 112 },
    rollout: { high: 56, medium: 56, low: 56 },
    adoption: { high: 42, medium: 42, low: 42 },
  }

/** How long a pilot is in its stage and how long that should take at most. */
export interface StageTime {
  readonly stage: Stage
  readonly since: IsoDate
  readonly days: number
  readonly longest: number
  readonly readiness: Readiness
}

/**
 * The time in the present stage, counted from the commit that wrote it down; without a history, or where the file had the
 * stage from its first commit on, from the gate that let the pilot into it, and in the first stage from its approval.
 * Unknown when nothing of that is known, and for stages that are an end.
 */
export function stageTime(pilot: Pilot, today: IsoDate, history?: FileHistory): StageTime | undefined {
  const stage = stageOf(pilot)
  const phase = phaseOf(stage)
  const changed = history && stepsOf(history, commitmentsOf(pilot), today).filter(changesStage)
  const since =
    enteredIn(changed ?? []) ?? enteredOn(pilot, stage) ?? (history && begunIn(history, pilot, today))
  if (!phase || since === undefined) return undefined
  const readiness = readinessOf(pilot).level
  // The repair took its time, and is no reason to hurry when it is done.
  const allowed = readiness === 'high' && wasRepaired(pilot) ? 'medium' : readiness
  return { stage, since, days: daysBetween(since, today), longest: LONGEST[phase][allowed], readiness }
}

/** The day of the first text of the pilot. */
function begunIn(history: FileHistory, pilot: Pilot, today: IsoDate): IsoDate | undefined {
  return isBegunAnew(history, commitmentsOf(pilot), today) ? today : history.revisions[0]?.date
}

/** Days within which a stage that was left and came back was never left. */
const AWAY = 14

function enteredIn(changes: readonly Step[]): IsoDate | undefined {
  let last = changes.length - 1
  for (; last > 0; last -= 2) {
    const [left, back] = [changes[last - 1], changes[last]]
    if (!left || !back || left.before.stage !== back.after.stage) break
    if (daysBetween(left.date, back.date) > AWAY) break
  }
  return changes[last]?.date
}

function changesStage({ before, after }: Step): boolean {
  return before.stage !== after.stage
}

function phaseOf(stage: Stage): keyof typeof LONGEST | undefined {
  if (!isOnTheWay(stage)) return undefined
  return stage === 'rollout' || stage === 'adoption' ? stage : 'preparation'
}

function enteredOn(pilot: Pilot, stage: Stage): IsoDate | undefined {
  const before = stages[stages.indexOf(stage) - 1]
  const gate = before && passedGates(pilot, before).at(-1)?.held.value
  if (gate !== undefined || stage !== 'criteria') return gate
  return pilot.timeline?.approved?.value ?? pilot.timeline?.start?.value
}
