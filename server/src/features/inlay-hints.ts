import type { InlayHint, Range } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import { type IsoDate, isDate } from '../engine/pilot/dates.ts'
import { settledDeadlines } from '../engine/pilot/deadlines.ts'
import { distance } from '../engine/pilot/distance.ts'
import { readinessOf, toldWindow } from '../engine/pilot/readiness.ts'
import { type Written, writtenIn } from '../engine/schema/written.ts'
import { visible } from '../engine/text/visible.ts'
import { spanOf } from './range.ts'

/** How far each date of a range is away, and behind the promised day of production the window that is realistic. */
export function inlayHints(analysis: Analysis, range: Range): InlayHint[] {
  const { syntax, lines, pilot, today } = analysis
  if (!syntax.root) return []
  const within = spanOf(lines, range)
  const settled = settledDeadlines(pilot, today)
  const hints: InlayHint[] = []
  for (const { node, property, date } of datesIn(writtenIn(syntax.root, within))) {
    const { end, start } = node.span
    if (end < within.start || end > within.end) continue
    const canBeMissed = property?.deadline === true && !settled.has(start)
    const isPromise = start === pilot.timeline?.productionBy?.span.start
    const window = isPromise ? windowHint(analysis, date) : undefined
    const label = [distance(date, today, canBeMissed), window?.label].filter(Boolean).join(', ')
    const hint: InlayHint = { position: lines.positionAt(end), label, paddingLeft: true }
    if (window) hint.tooltip = window.tooltip
    hints.push(hint)
    if (hints.length === MOST) break
  }
  return hints
}

/** No window of an editor shows more. */
const MOST = 1_000

interface WrittenDate {
  readonly node: Written['node'] & object
  readonly property: Written['property']
  readonly date: IsoDate
}

function* datesIn(all: Iterable<Written>): Generator<WrittenDate> {
  for (const { node, property } of all) {
    if (node?.kind !== 'scalar' || property?.kind !== 'date') continue
    if (typeof node.value === 'string' && isDate(node.value)) yield { node, property, date: node.value }
  }
}

interface WindowHint {
  readonly label: string
  readonly tooltip: string
}

function windowHint({ pilot, today }: Analysis, promised: IsoDate): WindowHint | undefined {
  const window = toldWindow(pilot, today)
  if (!window) return undefined
  const { from, to, isOver } = window
  const { level, gaps } = readinessOf(pilot)
  const because = gaps.length > 0 ? `: ${gaps.join('; ')}` : ''
  return {
    label: isOver
      ? `realistic until ${beside(to, promised)}`
      : `realistic ${beside(from, promised)} to ${beside(to, from)}`,
    tooltip: visible(`${from} to ${to}, counted from the start with ${level} readiness${because}`),
  }
}

/** A day without the year that stands just before it: an editor cuts the hints of a line after 43 characters. */
function beside(date: IsoDate, before: IsoDate): string {
  return date.slice(0, 5) === before.slice(0, 5) ? date.slice(5) : date
}
