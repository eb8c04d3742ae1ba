import type { CodeLens, Command } from 'vscode-languageserver-types'
import { type Analysis, isAsked } from '../engine/analyze.ts'
import { addDays, type IsoDate } from '../engine/pilot/dates.ts'
import { distance } from '../engine/pilot/distance.ts'
import { gatesOf, nextGate } from '../engine/pilot/gates.ts'
import type { Criterion, Pilot } from '../engine/pilot/model.generated.ts'
import {
  criteriaOf,
  deadlineOf,
  isMet,
  newestReading,
  progressOf,
  timeShareOf,
} from '../engine/pilot/progress.ts'
import { isActive, stageOf } from '../engine/pilot/stages.ts'
import { stageBehind } from '../engine/steps/advance.ts'
import { entryInto, type Under } from '../engine/steps/entry.ts'
import { missingIn } from '../engine/steps/missing.ts'
import { counted } from '../engine/text/counted.ts'
import { inPercent } from '../engine/text/in-percent.ts'
import type { Span } from '../engine/text/span.ts'
import { rangeOf } from './range.ts'

/**
 * What is said above the stage, above each criterion and above the gate that is due. What the next stage takes is computed
 * when the lens above the stage comes into sight: until then it has no command.
 */
export function codeLenses({ pilot, syntax, lines, today }: Analysis, uri: string): CodeLens[] {
  if (!isAsked(syntax)) return []
  const lens = (span: Span, command: Command): CodeLens => ({ range: rangeOf(lines, span), command })
  const stage =
    pilot.stage && isActive(pilot) ? [{ range: rangeOf(lines, pilot.stage.keySpan), data: uri }] : []
  const criteria = criteriaOf(pilot)
    .slice(0, MOST)
    .flatMap((criterion, index) => {
      const title = progressTitle(pilot, criterion, today)
      const argument = { uri, criterion: String(index) }
      return title === undefined
        ? []
        : [lens(criterion.keySpan, { title, command: commands.addReading, arguments: [argument] })]
    })
  return [...stage, ...criteria, ...gateLens(pilot, today, uri).map(([span, command]) => lens(span, command))]
}

/** The lens above the stage: where the pilot stands, what keeps it from the next stage, and when that is decided. */
export function stageCommand(analysis: Analysis, uri: string, under: Under): Command | undefined {
  const { pilot, today, syntax } = analysis
  const from = stageOf(pilot)
  const to = stageBehind(from)
  if (to === undefined || !isAsked(syntax)) return undefined
  const open = missingIn(entryInto(analysis, to, under)).length
  const checks = `${counted(open, 'check')} to ${to}`
  const due = nextGate(pilot)?.due?.value
  const parts = [
    from,
    open === 0 ? `ready for ${to}` : checks,
    due !== undefined && `gate ${distance(due, today, true)}`,
  ]
  const title = parts.filter((part) => part !== false).join(' · ')
  return { title, command: commands.showMissing, arguments: [{ uri }] }
}

const commands = {
  showMissing: 'pilots.showMissing',
  recordDecision: 'pilots.recordDecision',
  addReading: 'pilots.addReading',
} as const

/** No file has more criteria that somebody looks at. */
const MOST = 100

/** `41 % of the way, 74 % of the time`; `undefined` for a criterion that has no way yet. */
function progressTitle(pilot: Pilot, criterion: Criterion, today: IsoDate): string | undefined {
  const { baseline, target } = criterion
  if (!baseline || !target || baseline.value === target.value) return undefined
  const isReached = isMet(criterion)
  const deadline = deadlineOf(pilot, criterion)
  const share = timeShareOf(pilot, criterion, today)
  const way = newestReading(criterion)
    ? `${inPercent(progressOf(criterion) ?? 0)} of the way`
    : 'not measured yet'
  const isLate = deadline !== undefined && deadline < today && !isReached
  const time = isLate
    ? distance(deadline, today, isActive(pilot))
    : share && `${inPercent(Math.min(share, 1))} of the time`
  return [isReached ? 'target met' : way, time].filter(Boolean).join(', ')
}

/** Days before a gate from which its decision can be recorded above it. */
const NEAR_DAYS = 7

function gateLens(pilot: Pilot, today: IsoDate, uri: string): readonly (readonly [Span, Command])[] {
  const gate = isActive(pilot) ? nextGate(pilot) : undefined
  if (!gate?.due || gate.due.value > addDays(today, NEAR_DAYS)) return []
  const argument = { uri, gate: gatesOf(pilot).indexOf(gate) }
  return [
    [gate.keySpan, { title: 'Record decision…', command: commands.recordDecision, arguments: [argument] }],
  ]
}
