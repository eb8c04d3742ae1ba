import { type Bar, bars, isEasier } from './bars.ts'
import { type Commitments, numbersOf } from './commitments.ts'
import { CriteriaTracks, type Track } from './criteria.ts'
import type { Step } from './history.ts'

/** One thing that changed about a success criterion. */
export interface GoalpostChange {
  readonly step: Step
  /** The criterion, as it is called after the change. */
  readonly metric: string
  readonly what: 'added' | 'dropped' | 'metric' | Bar
  /** The values as a person reads them; absent where there was none. */
  readonly before: string | undefined
  readonly after: string | undefined
  /** Whether it is easier to meet, or to look good by, than before. */
  readonly easier: boolean
}

/** Every change of the success criteria, oldest first, under whatever name a criterion went. */
export function goalpostChanges(first: Commitments, steps: readonly Step[]): readonly GoalpostChange[] {
  const tracks = new CriteriaTracks(first)
  return steps.flatMap((step) =>
    tracks.follow(step).flatMap(({ before, after }) => changesOf(before, after, step)),
  )
}

function changesOf(
  before: Track | undefined,
  { last, dropped }: Track,
  step: Step,
): readonly GoalpostChange[] {
  const change = { step, metric: last.metric, easier: false }
  const isThere = dropped === undefined
  const wasThere = before !== undefined && before.dropped === undefined
  if (!isThere && !wasThere) return []
  if (!isThere)
    return [{ ...change, what: 'dropped', before: numbersOf(last), after: undefined, easier: true }]
  if (!wasThere) return [{ ...change, what: 'added', before: undefined, after: numbersOf(last) }]
  return (['metric', ...bars] as const).flatMap((what) => {
    const [was, is] = [before.last[what], last[what]]
    if (was === is) return []
    const easier = what !== 'metric' && isEasier(what, before.last, last)
    return [{ ...change, what, before: text(was), after: text(is), easier }]
  })
}

function text(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value)
}
