import { inUnit } from '../pilot/metrics.ts'
import { type Bar, bars, isEasier, isTurned } from './bars.ts'
import { type Commitments, type CriterionCommitment, numbersOf } from './commitments.ts'
import { CriteriaTracks, type Track } from './criteria.ts'
import type { Step } from './history.ts'
import { factorBetween, unitOf } from './units.ts'

/** One thing that changed about a success criterion. */
export interface GoalpostChange {
  readonly step: Step
  /** The criterion, as it is called after the change. */
  readonly metric: string
  readonly what: 'added' | 'dropped' | 'metric' | 'better' | Bar
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
  { last, stated, dropped, turned, righted }: Track,
  step: Step,
): readonly GoalpostChange[] {
  const change = { step, metric: last.metric, easier: false }
  const isThere = dropped === undefined
  const wasThere = before !== undefined && before.dropped === undefined
  if (!isThere && !wasThere) return []
  if (!isThere)
    return [{ ...change, what: 'dropped', before: numbersOf(last), after: undefined, easier: true }]
  if (!wasThere) return [{ ...change, what: 'added', before: undefined, after: numbersOf(last) }]
  const [from, to] = isRespelt(before.last, last)
    ? [{}, {}]
    : [before.last, last].map((each) => ({ unit: unitOf(each) }))
  const rows = (['metric', ...bars] as const).flatMap((what): readonly GoalpostChange[] => {
    const [was, is] = [before.last[what], last[what]]
    const isPutRight = what !== 'deadline' && righted !== before.righted
    const easier = what !== 'metric' && !isPutRight && isEasier(what, before.last, last)
    if (was === is && !easier) return []
    return [{ ...change, what, before: text(was, from), after: text(is, to), easier }]
  })
  const { direction: was } = before.stated
  // Where there is a baseline, a number that moved tells it.
  const isTold =
    last.baseline !== undefined && rows.some(({ what }) => what === 'baseline' || what === 'target')
  if (isTold || !isTurned(before.stated, stated)) return rows
  const easier = turned !== undefined
  return [{ ...change, what: 'better', before: was, after: stated.direction, easier }, ...rows]
}

/** Whether both count in the same unit, in whatever words. */
function isRespelt(from: CriterionCommitment, to: CriterionCommitment): boolean {
  const isSame = unitOf(from) === unitOf(to)
  const factor = isSame ? undefined : factorBetween(from, to)
  return isSame || (factor?.least === 1 && factor.most === 1)
}

/** A number with its unit, where that is given. */
function text(
  value: string | number | undefined,
  { unit }: Partial<Pick<CriterionCommitment, 'unit'>>,
): string | undefined {
  if (value === undefined) return undefined
  return typeof value === 'number' ? inUnit(value, unit) : String(value)
}
