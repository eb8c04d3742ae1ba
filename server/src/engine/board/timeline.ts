import type { FileHistory } from '../history/history.ts'
import { earliest, type IsoDate, latest } from '../pilot/dates.ts'
import { gateState, gatesOf, isHeld, letsPass, shownGates } from '../pilot/gates.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { windowOf } from '../pilot/readiness.ts'
import { type Stage, stageOf, stages } from '../pilot/stages.ts'
import { compareTexts } from '../text/compare.ts'
import type { Span } from '../text/span.ts'
import type { BoardTimeline, Place, StageSpan } from './board.ts'

interface Around {
  readonly asOf: IsoDate
  readonly history: FileHistory | undefined
  at(span: Span): Place
}

/** The promised days of a pilot, what became of them, and when production is realistic. */
export function timelineOf(pilot: Pilot, { asOf, history, at }: Around): BoardTimeline {
  const { start, end, productionBy } = pilot.timeline ?? {}
  return {
    start: start?.value,
    end: end?.value,
    productionBy: productionBy?.value,
    window: windowOf(pilot),
    stages: spansOf(pilot, asOf, history),
    gates: shownGates(pilot).map((gate) => ({
      stage: gate.stage?.value,
      state: gateState(gate, asOf),
      date: gate.held?.value ?? gate.due?.value,
      at: at(gate.keySpan),
    })),
  }
}

/** The furthest stage that a pilot came to; of a stopped one, as far as its past tells. */
export function furthestOf(pilot: Pilot, spans: readonly StageSpan[]): Stage | undefined {
  const stage = stageOf(pilot)
  if (stage !== 'stopped') return stage
  const held = gatesOf(pilot).flatMap((gate) => (isHeld(gate) && gate.stage ? [gate.stage.value] : []))
  const came = new Set<Stage>([...spans.map((span) => span.stage), ...held])
  came.delete('stopped')
  return stages.findLast((each) => came.has(each))
}

interface Entry {
  readonly stage: Stage
  readonly date: IsoDate
}

/** Stages that are shown; a history that went back and forth more often says nothing more. */
const MOST = 40

function spansOf(pilot: Pilot, asOf: IsoDate, history: FileHistory | undefined): readonly StageSpan[] {
  const end = endOf(pilot, asOf)
  const entered = fromHistory(pilot, asOf, history) ?? fromGates(pilot)
  const known = entered.filter(({ date }) => date <= end).slice(-MOST)
  const spans = known.flatMap(({ stage, date }, index) => {
    const to = known[index + 1]?.date ?? end
    return stage === 'stopped' || to <= date ? [] : [{ stage, from: date, to }]
  })
  return spans.reduce(joined, [])
}

/** One stage that was let go on by two gates is one. */
function joined(spans: readonly StageSpan[], span: StageSpan): readonly StageSpan[] {
  const last = spans.at(-1)
  return last?.stage === span.stage && last.to === span.from
    ? [...spans.slice(0, -1), { ...last, to: span.to }]
    : [...spans, span]
}

function endOf(pilot: Pilot, asOf: IsoDate): IsoDate {
  if (stageOf(pilot) !== 'stopped') return asOf
  const gate = latest(...gatesOf(pilot).map(({ held }) => held?.value))
  return earliest(asOf, pilot.outcome?.date?.value ?? gate ?? pilot.timeline?.end?.value) ?? asOf
}

/** What Git remembers, where it saw the stage change; the first stage began with the pilot. */
function fromHistory(
  pilot: Pilot,
  asOf: IsoDate,
  history: FileHistory | undefined,
): readonly Entry[] | undefined {
  const states = [
    ...(history?.revisions ?? []).map(({ date, commitments }) => ({ date, stage: commitments.stage })),
    { date: asOf, stage: stageOf(pilot) },
  ]
  const entries = states.filter(({ stage }, index) => stage !== states[index - 1]?.stage)
  const [first, ...later] = entries
  if (!first || later.length === 0) return undefined
  return [{ ...first, date: earliest(pilot.timeline?.start?.value, first.date) ?? first.date }, ...later]
}

/** The stages that the held gates let the pilot into; the last of them is the one that it is in, or was stopped in. */
function fromGates(pilot: Pilot): readonly Entry[] {
  const { approved, start } = pilot.timeline ?? {}
  const passed = gatesOf(pilot)
    .filter(isHeld)
    .filter(letsPass)
    .flatMap(({ stage, held }) => (stage ? [{ stage: stage.value, date: held.value }] : []))
    .sort((a, b) => compareTexts(a.date, b.date))
  const first = earliest(approved?.value, start?.value, passed[0]?.date)
  if (first === undefined) return []
  const last = passed.at(-1)
  const present = stageOf(pilot)
  const next = stages[stages.indexOf(last?.stage ?? 'criteria') + (last ? 1 : 0)] ?? present
  return [
    ...passed.map(({ stage }, index) => ({ stage, date: passed[index - 1]?.date ?? first })),
    { stage: present === 'stopped' ? next : present, date: last?.date ?? first },
  ]
}
