import { addTo } from '../group-by.ts'
import { ofEach } from '../once.ts'
import { daysBetween } from '../pilot/dates.ts'
import { pilotNameOf } from '../pilot/file-name.ts'
import { isOnTheWay } from '../pilot/stages.ts'
import { type Commitments, nameKey } from './commitments.ts'
import type { LogCommit } from './log.ts'
import type { DepartedTrace, Trace, TraceStep } from './trace.ts'

/** What is known of the texts and commits of a repository. */
export interface Known {
  commitments(blob: string): Commitments | undefined
  /** How many commits of the log are newer. */
  place(commit: LogCommit): number
}

/** The file name of a pilot without folders and ending, in small letters. */
export function stemOf(path: string): string {
  return pilotNameOf(path).toLowerCase()
}

/** Whether one text goes on with the pilot of another: it started on the same day, or is measured by the same. */
export function isKin(a: Commitments, b: Commitments): boolean {
  return (a.start !== undefined && a.start === b.start) || isMeasuredAlike(a, b)
}

function isMeasuredAlike(a: Commitments, b: Commitments): boolean {
  const metrics = metricsOf(a)
  return [...metricsOf(b)].some((metric) => metrics.has(metric))
}

/** Each of many files may be compared with each of many that are gone. */
const metricsOf = ofEach(({ criteria }: Commitments): ReadonlySet<string> => {
  return new Set(criteria.map(({ metric }) => nameKey(metric)))
})

/** Days from one text to the next, and days for which both may have been there. */
const [APART, TOGETHER] = [90, 14]

export interface Whole {
  readonly files: ReadonlyMap<string, Trace>
  /** What goes on in one of the files. */
  readonly continued: ReadonlySet<DepartedTrace>
}

/**
 * Files with the steps of the pilot that each was before, where somebody deleted that and made it anew somewhere else, or
 * wrote so much of it anew that Git took it for another one.
 */
export function wholeTraces(
  files: ReadonlyMap<string, Trace>,
  departed: readonly DepartedTrace[],
  known: Known,
): Whole {
  const byKey = new Map<string, DepartedTrace[]>()
  // What was deleted last is what a file goes on with; that in turn, with what was deleted before.
  for (const each of departed.toSorted((a, b) => known.place(a.commit) - known.place(b.commit))) {
    for (const key of keysOf(each.path, known.commitments(lastRead(each, known.commitments)))) {
      addTo(byKey, key, each)
    }
  }
  const continued = new Set<DepartedTrace>()
  if (byKey.size === 0) return { files, continued }
  const whole = Array.from(files, ([path, trace]) => {
    const { steps, seen } = wholeSteps({ path, steps: trace.steps }, byKey, known)
    for (const each of seen) continued.add(each)
    return [path, { ...trace, steps }] as const
  })
  return { files: new Map(whole), continued }
}

function keysOf(path: string, commitments: Commitments | undefined): ReadonlySet<string> {
  // Files of one name may be those of many pilots, each in a folder of its own.
  const keys = new Set([nameKey(commitments?.name ?? stemOf(path)), stemOf(path)])
  // Under a new name it is known by what nobody has by chance: the same criterion, measured before the same start.
  const { start, criteria = [] } = commitments ?? {}
  for (const { metric, baseline } of start === undefined ? [] : criteria)
    if (baseline !== undefined) keys.add(`${start} ${baseline} ${nameKey(metric)}`)
  return keys
}

function wholeSteps(
  { path, steps }: Pick<DepartedTrace, 'path' | 'steps'>,
  departed: ReadonlyMap<string, readonly DepartedTrace[]>,
  known: Known,
): { readonly steps: readonly TraceStep[]; readonly seen: ReadonlySet<DepartedTrace> } {
  const seen = new Set<DepartedTrace>()
  const last = steps.at(-1)
  const present = last && known.commitments(last.blob)
  let whole = steps
  for (;;) {
    const [first] = whole
    const is = first && known.commitments(first.blob)
    if (!is) return { steps: whole, seen }
    const begun = { first, is, present }
    const fits = (each: DepartedTrace): boolean => !seen.has(each) && isBefore(each, begun, known)
    let from: DepartedTrace | undefined
    for (const key of [...keysOf(path, is), ...keysOf(path, present)]) from ??= departed.get(key)?.find(fits)
    if (!from) return { steps: whole, seen }
    seen.add(from)
    whole = [...olderSteps(from, first, known), ...whole]
  }
}

interface Begun {
  readonly first: TraceStep
  readonly is: Commitments
  /** What it says now: a copy may have been called otherwise at first. */
  readonly present: Commitments | undefined
}

function isBefore(departed: DepartedTrace, { first, is, present }: Begun, known: Known): boolean {
  const [oldest] = departed.steps
  // Most of many are none, and this is told the quickest.
  if (!oldest || known.place(oldest.commit) <= known.place(first.commit)) return false
  const was = known.commitments(lastRead(departed, known.commitments))
  if (!was || !isKin(was, is)) return false
  // Nobody begins another one on the day on which one that is over began.
  if (isOver(was) && (was.start === undefined || was.start !== is.start)) return false
  const isCopied = isCopy(was, is) || (present !== undefined && isCopy(was, present))
  return isNear(departed, first, isCopied ? Number.POSITIVE_INFINITY : TOGETHER)
}

function isNear(departed: DepartedTrace, { commit }: TraceStep, together = TOGETHER): boolean {
  const apart = daysBetween(departed.commit.committed, commit.committed)
  return apart <= APART && apart >= -together
}

/** Whether one text says of itself that it is the pilot of the other, however long both stood side by side. */
function isCopy(was: Commitments, is: Commitments): boolean {
  if (was.name === undefined || was.start === undefined || was.start !== is.start) return false
  return nameKey(was.name) === nameKey(is.name ?? '') && isMeasuredAlike(was, is)
}

/** Those of the pilots that are gone with which a file may go on, as far as names and days tell. */
export function formerOf(
  files: ReadonlyMap<string, Trace>,
  departed: readonly DepartedTrace[],
): readonly DepartedTrace[] {
  const stems = new Set(Array.from(files.keys(), stemOf))
  // One day after the other: many files came on the same one.
  const firsts = new Map(Array.from(files.values(), ({ steps }) => [steps[0]?.commit.committed, steps[0]]))
  return departed.filter(
    (each) =>
      stems.has(stemOf(each.path)) || [...firsts.values()].some((first) => first && isNear(each, first)),
  )
}

/** The id of the last text of what is gone that can be read: whoever breaks a file before deleting it takes nothing away. */
export function lastRead({ blob, steps }: DepartedTrace, commitments: Known['commitments']): string {
  if (commitments(blob)) return blob
  return steps.findLast((step) => commitments(step.blob))?.blob ?? blob
}

/** Whether it was decided how a pilot ended. */
export function isOver({ stage }: Commitments): boolean {
  return !isOnTheWay(stage)
}

function olderSteps({ steps }: DepartedTrace, { commit }: TraceStep, known: Known): readonly TraceStep[] {
  return steps.filter((step) => known.place(step.commit) > known.place(commit))
}
