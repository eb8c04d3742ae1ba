import { type Commitments, nameKey } from './commitments.ts'
import { isKin, isOver } from './heirs.ts'
import type { LogCommit } from './log.ts'
import { isLongOver, isNextRound } from './next-round.ts'
import type { DepartedTrace, Trace, TraceStep, Traces } from './trace.ts'

/**
 * Ends the way of each file where it was not renamed, whatever Git says: who puts a pilot in the place of another one, made from
 * the same template, leaves most lines as they are. The other one is gone since then, unless a later text has its name or start again.
 * One that was over is gone as well where the file is that of another round, be it called as the first one.
 */
export function partedTraces(
  files: ReadonlyMap<string, Trace>,
  commitments: (blob: string) => Commitments | undefined,
): Traces {
  const departed: DepartedTrace[] = []
  const parted = Array.from(files, ([path, trace]) => {
    let begun = 0
    for (const at of partings(trace.steps, commitments)) {
      const [before, after] = [trace.steps[at - 1], trace.steps[at]]
      if (!before || !after) continue
      const { from: path, commit } = after
      // Of one that was over nobody asks how it ended.
      if (path !== undefined) departed.push({ ...before, path, commit, steps: trace.steps.slice(begun, at) })
      begun = at
    }
    return [path, begun === 0 ? trace : { ...trace, steps: trace.steps.slice(begun) }] as const
  })
  return { files: new Map(parted), departed }
}

/** The places of the steps with which a file became that of another pilot. */
function partings(
  steps: readonly TraceStep[],
  commitments: (blob: string) => Commitments | undefined,
): readonly number[] {
  const states = steps.map(({ blob }) => commitments(blob))
  if (steps.every(({ from }) => from === undefined) && !states.some((state) => state && isOver(state)))
    return []
  const lasts = new Map(states.flatMap((state, at) => marksOf(state).map((mark) => [mark, at] as const)))
  let [reach, started] = [0, 0]
  let over: Over | undefined
  return steps.flatMap(({ from, commit }, at) => {
    const [was, is] = [states[at - 1], states[at]]
    reach = Math.max(reach, ...marksOf(was).map((mark) => lasts.get(mark) ?? 0))
    started = Math.max(started, lasts.get(was?.start ?? '') ?? 0)
    if (!is) return []
    const ended = over
    over = isOver(is) ? { last: is, since: ended?.since ?? commit } : undefined
    if (was && from !== undefined && reach < at && isAnother(was, is)) return [at]
    const isBack =
      ended !== undefined &&
      over === undefined &&
      started < at &&
      isLongOver(ended.since.committed, commit.committed)
    return isBack && isNextRound(ended.last, states.slice(at)) ? [at] : []
  })
}

/** A pilot that is over. */
interface Over {
  readonly last: Commitments
  readonly since: LogCommit
}

/** What a pilot is known again by. */
function marksOf(commitments: Commitments | undefined): readonly string[] {
  const { name, start } = commitments ?? {}
  return [...(name === undefined ? [] : [`name ${nameKey(name)}`]), ...(start === undefined ? [] : [start])]
}

/**
 * Whether two texts are of two pilots: by their names and starts, where they measure nothing alike or the first one was over. What has
 * none of these yet may be either.
 */
export function isAnother(was: Commitments, is: Commitments): boolean {
  if (was.start === is.start || nameOf(was) === nameOf(is)) return false
  const isMeasured = was.criteria.length > 0 && is.criteria.length > 0
  return (isMeasured && !isKin(was, is)) || (isOver(was) && !isOver(is))
}

function nameOf({ name }: Commitments): string {
  return nameKey(name ?? '')
}
