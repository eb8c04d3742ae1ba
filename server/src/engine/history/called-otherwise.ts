import type { CriterionCommitment } from './commitments.ts'
import type { Track } from './criteria.ts'
import { likenessBetween, numbersKey } from './criterion-keys.ts'
import type { Step } from './history.ts'
import { factorBetween } from './units.ts'

/** By the places of what each was. */
type Criteria = ReadonlyMap<number, CriterionCommitment>

/**
 * Criteria whose names say something else all at once, while all else of them is what it was: a text is translated like that. Those
 * in the places of what is gone; none where one is left over, or where a single one is and the others keep their names.
 */
export function translations(
  gone: Criteria,
  added: readonly CriterionCommitment[],
  areOthers: () => boolean,
): Criteria {
  const none: Criteria = new Map()
  if (gone.size === 0 || gone.size !== added.length || (gone.size === 1 && !areOthers())) return none
  const left = [...added]
  const found = new Map<number, CriterionCommitment>()
  for (const [place, was] of gone) {
    const at = left.findIndex((is) => isSameButName(was, is))
    for (const is of at < 0 ? [] : left.splice(at, 1)) found.set(place, is)
  }
  return left.length > 0 ? none : found
}

function isSameButName(was: CriterionCommitment, is: CriterionCommitment): boolean {
  const key = numbersKey(was)
  if (key === undefined || key !== numbersKey(is)) return false
  const { least, most } = factorBetween(was, is) ?? { least: 1, most: 1 }
  return least === 1 && most === 1 && was.direction === is.direction && was.deadline === is.deadline
}

/** The change that gave a criterion the name of something else. */
export interface Renaming {
  readonly step: Step
  /** How near the present name is to the first one, or to that which took its place in a translated text. */
  readonly isAlike: boolean
  /** What it was called in a translated text. */
  readonly translated: CriterionCommitment | undefined
}

/** What a criterion that is called otherwise now is to be told of: nothing where it has its first name again. */
export function renamingOf(
  { first, last: was, renamed }: Pick<Track, 'first' | 'last' | 'renamed'>,
  is: CriterionCommitment,
  step: Step,
): Renaming | undefined {
  if (likenessBetween(first, is) === 'same') return undefined
  const change = likenessBetween(was, is)
  // Whoever puts a name right has not given it.
  if (renamed && change === 'same') return renamed
  const translated = change === 'other' ? is : renamed?.translated
  return { step, isAlike: likenessBetween(translated ?? first, is) !== 'other', translated }
}
