import { type Commitments, nameKey } from './commitments.ts'
import { isKin, isOver } from './heirs.ts'
import type { DepartedTrace, Trace, TraceStep, Traces } from './trace.ts'

/**
 * Ends the way of each file where it was not renamed, whatever Git says: who puts a pilot in the place of another one, made from
 * the same template, leaves most lines as they are. The other one is gone since then, unless a later text has its name or start again.
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
      if (!before || after?.from === undefined) continue
      departed.push({
        ...before,
        path: after.from,
        commit: after.commit,
        steps: trace.steps.slice(begun, at),
      })
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
  if (steps.every(({ from }) => from === undefined)) return []
  const states = steps.map(({ blob }) => commitments(blob))
  const lasts = new Map(states.flatMap((state, at) => marksOf(state).map((mark) => [mark, at] as const)))
  let reach = 0
  return steps.flatMap(({ from }, at) => {
    const [was, is] = [states[at - 1], states[at]]
    reach = Math.max(reach, ...marksOf(was).map((mark) => lasts.get(mark) ?? 0))
    return was && is && from !== undefined && reach < at && isAnother(was, is) ? [at] : []
  })
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
