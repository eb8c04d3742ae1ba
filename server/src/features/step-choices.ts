import type { Analysis } from '../engine/analyze.ts'
import { gateState, gatesOf, passedGates } from '../engine/pilot/gates.ts'
import { criteriaOf, newestReading } from '../engine/pilot/progress.ts'
import { hasReached, type Stage, stageOf, stages } from '../engine/pilot/stages.ts'
import { propertyOf } from '../engine/schema/describe.ts'
import { stageBehind } from '../engine/steps/advance.ts'
import { isUndecided } from '../engine/steps/decide.ts'
import { decisionsAt } from '../engine/templates/gate.ts'
import { visible } from '../engine/text/visible.ts'

/** What a person can choose from who takes a step with a pilot. */
export interface StepChoices {
  readonly title: string
  readonly stage: Stage
  /** The stage that it can go on to. */
  readonly next: Stage | undefined
  readonly today: string
  readonly sponsor: string | undefined
  /** The gates without a decision; of the present stage, and of those that were left without one, also a gate that nobody planned. */
  readonly gates: readonly GateChoice[]
  readonly criteria: readonly CriterionChoice[]
}

export interface GateChoice {
  /** Its place in the file; absent for one that nobody had planned. */
  readonly gate: number | undefined
  readonly stage: Stage
  readonly due: string | undefined
  readonly held: string | undefined
  readonly isOverdue: boolean
  /** The words to choose from, each with what it means. */
  readonly decisions: readonly { readonly word: string; readonly meaning: string }[]
  /** Whether it asks how many use it and whether the numbers move. */
  readonly asksEvidence: boolean
}

export interface CriterionChoice {
  readonly criterion: number
  readonly metric: string
  readonly unit: string | undefined
  readonly target: number | undefined
  readonly newest: { readonly date: string; readonly value: number } | undefined
}

export function stepChoices({ pilot, today }: Analysis, name: string): StepChoices {
  const stage = stageOf(pilot)
  return {
    title: visible(pilot.title?.value ?? name),
    stage,
    next: stageBehind(stage),
    today,
    sponsor: pilot.owners?.sponsor?.name?.value,
    gates: gateChoices({ pilot, today }),
    criteria: criteriaOf(pilot).map((criterion, index) => {
      const { metric, unit, target } = criterion
      const newest = newestReading(criterion)
      return {
        criterion: index,
        metric: visible(metric?.value ?? String(index + 1)),
        unit: unit && visible(unit.value),
        target: target?.value,
        newest: newest && { date: newest.date.value, value: newest.value.value },
      }
    }),
  }
}

function gateChoices({ pilot, today }: Pick<Analysis, 'pilot' | 'today'>): readonly GateChoice[] {
  const present = stageOf(pilot)
  const open = gatesOf(pilot).flatMap((gate, index): GateChoice[] => {
    if (!isUndecided(gate)) return []
    const [due, held] = [gate.due?.value, gate.held?.value]
    const isOverdue = gateState(gate, today) === 'overdue'
    return [{ gate: index, due, held, isOverdue, ...asked(gate.stage?.value ?? present) }]
  })
  const unplanned = stages.filter((stage) => {
    if (!hasReached(pilot, stage) || present === 'stopped' || open.some((gate) => gate.stage === stage))
      return false
    return stage === present || passedGates(pilot, stage).length === 0
  })
  const added = unplanned.map((stage): GateChoice => {
    return { gate: undefined, due: undefined, held: undefined, isOverdue: false, ...asked(stage) }
  })
  return [...open, ...added.toReversed()]
}

function asked(stage: Stage): Pick<GateChoice, 'stage' | 'decisions' | 'asksEvidence'> {
  const words = propertyOf('gate', 'decision')?.words ?? []
  const meaning = (word: string): string => words.find((each) => each.word === word)?.meaning ?? ''
  const decisions = decisionsAt(stage).map((word) => ({ word, meaning: meaning(word) }))
  return { stage, decisions, asksEvidence: stage === 'rollout' }
}
