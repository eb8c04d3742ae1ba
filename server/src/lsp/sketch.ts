import type { Analysis } from '../engine/analyze.ts'
import { type Outline, outlineOf } from '../engine/board/outline.ts'
import type { FileHistory } from '../engine/history/history.ts'
import { pilotNameOf } from '../engine/pilot/file-name.ts'
import { gateState, gatesOfStage, shownGates } from '../engine/pilot/gates.ts'
import type { Pilot } from '../engine/pilot/model.generated.ts'
import { money } from '../engine/pilot/money.ts'
import { outputsOf } from '../engine/pilot/outputs.ts'
import { toldWindow } from '../engine/pilot/readiness.ts'
import { stageOf, stages } from '../engine/pilot/stages.ts'
import type { Outlook } from '../engine/pilot/verdict.ts'
import type { Span } from '../engine/text/span.ts'
import { visible } from '../engine/text/visible.ts'
import { rangeOf } from '../features/range.ts'
import type { GateItem, PilotItem } from '../protocol/pilots.ts'
import { fileNameOf } from './uri.ts'

/**
 * What a file tells by itself of its pilot: plain data, for which nobody has to read it again. What a row of the tree does not show
 * is held as it is written down, which takes a fraction of the memory: of thousands few are unfolded.
 */
export interface Sketch
  extends Pick<PilotItem, 'name' | 'title' | 'readable' | 'stage' | 'operator' | 'readiness' | 'range'> {
  readonly outlook: Outlook
  /** JSON. */
  readonly written: string
}

/** What is written down. */
interface Written extends Pick<PilotItem, 'window' | 'outputs' | 'gates'> {
  readonly outline: Outline
}

export function sketchOf(uri: string, analysis: Analysis, history: FileHistory | undefined): Sketch {
  const { pilot, lines, today } = analysis
  const outline = outlineOf(analysis, history, today)
  const { operator, outlook, readiness } = outline
  const name = outline.name ?? pilotNameOf(fileNameOf(uri))
  const written: Written = {
    outline,
    window: toldWindow(pilot, today),
    outputs: outputsOf(pilot).map(({ at, ...output }) => ({ ...output, range: rangeOf(lines, at) })),
    gates: gateItems(analysis),
  }
  return {
    outlook,
    name,
    title: visible(outline.title ?? name),
    readable: analysis.readable,
    stage: stageOf(pilot),
    operator: operator && visible(operator),
    readiness: readiness.level,
    range: rangeOf(lines, nameSpan(pilot)),
    written: JSON.stringify(written),
  }
}

/** What the board says of it by itself. */
export function outlineIn({ written }: Sketch): Outline {
  return read(written).outline
}

/** What is shown of it where it is unfolded. */
export function detailsIn({
  written,
}: Sketch): Pick<PilotItem, 'gaps' | 'window' | 'delay' | 'outputs' | 'gates'> {
  const { outline, window, outputs, gates } = read(written)
  const { readiness, delay } = outline
  return {
    gaps: readiness.gaps,
    window,
    delay: delay && { since: delay.since, cost: money(delay.total, delay.currency) },
    outputs,
    gates,
  }
}

function read(written: string): Written {
  return JSON.parse(written)
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
