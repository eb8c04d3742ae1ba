import type { Analysis } from '../engine/analyze.ts'
import type { Finding } from '../engine/finding.ts'
import { reasonOf } from '../engine/not-run.ts'
import type { IsoDate } from '../engine/pilot/dates.ts'
import { delayOf } from '../engine/pilot/delay.ts'
import { gateState, gatesOf, gatesOfStage } from '../engine/pilot/gates.ts'
import type { Pilot } from '../engine/pilot/model.generated.ts'
import { money } from '../engine/pilot/money.ts'
import { outputsOf } from '../engine/pilot/outputs.ts'
import { readinessOf, windowOf } from '../engine/pilot/readiness.ts'
import { stageOf, stages } from '../engine/pilot/stages.ts'
import { verdictOf } from '../engine/pilot/verdict.ts'
import { revised } from '../engine/revised.ts'
import type { Span } from '../engine/text/span.ts'
import { rangeOf } from '../features/range.ts'
import type { GateItem, PilotItem, Severity } from '../protocol/pilots.ts'
import type { Analyses } from './analyses.ts'
import type { KnownFindings } from './known-findings.ts'
import { fileNameOf } from './uri.ts'

/** All pilots as the tree of the client shows them. */
export function pilotItems(analyses: Analyses, known: KnownFindings): readonly PilotItem[] {
  const today = analyses.today()
  return analyses.checked().map((file) => {
    const analysis = analyses.of(file)
    const before = known.of(file.uri, analysis)
    const listed = revised(analysis, { notRun: analyses.notRun(file) })
    return pilotItem(file.uri, Object.assign(listed, { before }), today)
  })
}

interface Listed extends Analysis {
  /** The findings that the baseline holds. */
  readonly before: ReadonlySet<Finding>
}

function pilotItem(uri: string, analysis: Listed, today: IsoDate): PilotItem {
  const { pilot, findings, lines, notRun, before } = analysis
  const open = findings.filter((finding) => !before.has(finding))
  const { verdict, signs } = verdictOf(pilot, findings, today)
  const { level, gaps } = readinessOf(pilot)
  const name = pilot.name?.value ?? fileNameOf(uri).replace(/\.pilot\.ya?ml$/i, '')
  return {
    uri,
    name,
    title: pilot.title?.value ?? name,
    stage: stageOf(pilot),
    operator: pilot.owners?.operator?.name?.value,
    verdict,
    signs,
    readiness: level,
    gaps,
    window: windowOf(pilot),
    delay: delayItem(analysis),
    outputs: outputsOf(pilot).map(({ at, ...output }) => ({ ...output, range: rangeOf(lines, at) })),
    gates: gateItems(analysis, today),
    count: {
      error: count(open, 'error'),
      warning: count(open, 'warning'),
      info: count(open, 'info'),
    },
    known: findings.length - open.length,
    findings: open.map(({ rule, severity, message, span }) => {
      return { rule, severity, message, range: rangeOf(lines, span) }
    }),
    notRun: notRun.map((each) => ({ rule: each.rule, reason: reasonOf(each) })),
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

function count(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length
}

function gateItems({ pilot, lines }: Analysis, today: IsoDate): readonly GateItem[] {
  const written = gatesOf(pilot).map((gate) => ({
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
