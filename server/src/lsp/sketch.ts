import type { Analysis } from '../engine/analyze.ts'
import { delayOf } from '../engine/pilot/delay.ts'
import { pilotNameOf } from '../engine/pilot/file-name.ts'
import { gateState, gatesOfStage, shownGates } from '../engine/pilot/gates.ts'
import type { Pilot } from '../engine/pilot/model.generated.ts'
import { money } from '../engine/pilot/money.ts'
import { outputsOf } from '../engine/pilot/outputs.ts'
import { readinessOf, windowOf } from '../engine/pilot/readiness.ts'
import { stageOf, stages } from '../engine/pilot/stages.ts'
import { type Outlook, outlookOf } from '../engine/pilot/verdict.ts'
import type { Span } from '../engine/text/span.ts'
import { visible } from '../engine/text/visible.ts'
import { rangeOf } from '../features/range.ts'
import type { GateItem, PilotItem } from '../protocol/pilots.ts'
import { fileNameOf } from './uri.ts'

/** What a file tells by itself of its pilot: plain data, for which nobody has to read it again. */
export interface Sketch
  extends Omit<PilotItem, 'uri' | 'verdict' | 'signs' | 'count' | 'known' | 'findings' | 'notRun'> {
  readonly outlook: Outlook
}

export function sketchOf(uri: string, analysis: Analysis): Sketch {
  const { pilot, findings, lines, today } = analysis
  const { level, gaps } = readinessOf(pilot)
  const operator = pilot.owners?.operator?.name
  const name = pilot.name?.value ?? pilotNameOf(fileNameOf(uri))
  return {
    outlook: outlookOf(pilot, findings, today),
    name,
    title: visible(pilot.title?.value ?? name),
    readable: analysis.readable,
    stage: stageOf(pilot),
    operator: operator && visible(operator.value),
    readiness: level,
    gaps,
    window: windowOf(pilot),
    delay: delayItem(analysis),
    outputs: outputsOf(pilot).map(({ at, ...output }) => ({ ...output, range: rangeOf(lines, at) })),
    gates: gateItems(analysis),
    range: rangeOf(lines, nameSpan(pilot)),
  }
}

function delayItem({ pilot, today, currency }: Analysis): PilotItem['delay'] {
  const delay = delayOf(pilot, today, currency)
  return delay && { since: delay.since, cost: money(delay.total, delay.currency) }
}

function nameSpan(pilot: Pilot): Span {
  return (pilot.title ?? pilot.name ?? pilot).keySpan
}

function gateItems({ pilot, lines, today }: Analysis): readonly GateItem[] {
  const written = shownGates(pilot).map((gate) => ({
    stage: gate.stage?.value,
    state: gateState(gate, today),
    date: gate.held?.value ?? gate.due?.value,
    range: rangeOf(lines, gate.keySpan),
  }))
  const current = stages.indexOf(stageOf(pilot))
  const passed = stageOf(pilot) === 'stopped' ? [] : stages.slice(0, current)
  const without = passed.filter((stage) => gatesOfStage(pilot, stage).length === 0)
  const skipped = without.map((stage) => ({
    stage,
    state: 'missing' as const,
    date: undefined,
    range: undefined,
  }))
  return [...written, ...skipped]
}
