import { type Commitments, nameKey } from './commitments.ts'
import { isKin, isOver } from './heirs.ts'
import type { DepartedTrace, Trace, TraceStep, Traces } from './trace.ts'

/**
 * Ends the way of each file where it was not renamed, whatever Git says: who puts a pilot in the place of another one, made from
 * the same template, leaves most lines as they are. The other one is gone since then.
 */
export function partedTraces(
  files: ReadonlyMap<string, Trace>,
  commitments: (blob: string) => Commitments | undefined,
): Traces {
  const departed: DepartedTrace[] = []
  const parted = Array.from(files, ([path, trace]) => {
    const { steps } = trace
    const first = steps.findLastIndex((step, at) => isOther(steps[at - 1], step))
    const [before, after] = [steps[first - 1], steps[first]]
    if (!before || after?.from === undefined) return [path, trace] as const
    departed.push({ ...before, path: after.from, commit: after.commit, steps: steps.slice(0, first) })
    return [path, { ...trace, steps: steps.slice(first) }] as const
  })
  return { files: new Map(parted), departed }

  function isOther(before: TraceStep | undefined, { blob, from }: TraceStep): boolean {
    if (!before || from === undefined) return false
    const [was, is] = [commitments(before.blob), commitments(blob)]
    return was !== undefined && is !== undefined && isAnother(was, is)
  }
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
