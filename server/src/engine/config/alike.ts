import type { Characters } from './characters.ts'

/** A part of a regular expression that stands behind the one before. */
export interface Item {
  /** What it can begin with, and all that it can take. */
  readonly first: Characters
  readonly all: Characters
  readonly min: number
  readonly max: number
  /** It takes one character, neither more nor less. */
  readonly isOne: boolean
  /** Something in it may take more or less. */
  readonly varies: boolean
  /** It may take the same text in several ways. */
  readonly unclear: boolean
  /** What it may end with and take more or less of, but not without a small end. */
  readonly ends: readonly End[]
}

export interface End {
  readonly all: Characters
  /** In how many ways it may take more or less. */
  readonly ways: number
}

/** Whether two of them may take the same text, or one of them the beginning of what another takes. */
export function beginAlike(alternatives: readonly (readonly Item[])[]): boolean {
  const firsts = alternatives.map(firstOf)
  const isTaken = firsts.some((set, at) => firsts.some((other, index) => index < at && (set & other) !== 0n))
  return isTaken || alternatives.filter(isEmpty).length > 1
}

/** Whether two of them may take the same text. Where one takes more than another, what follows has to tell: `leavesOpen`. */
export function areAlike(alternatives: readonly (readonly Item[])[]): boolean {
  return alternatives.some((one, at) => alternatives.slice(0, at).some((other) => isAlike(one, other)))
}

/** Compares them behind the single characters that they may have in common: `DE` and `DK` differ in the second. */
function isAlike(one: readonly Item[], other: readonly Item[]): boolean {
  let at = 0
  while (one[at]?.isOne && other[at]?.isOne && ((one[at]?.all ?? 0n) & (other[at]?.all ?? 0n)) !== 0n) at++
  const [rest, others] = [one.slice(at), other.slice(at)]
  return (firstOf(rest) & firstOf(others)) !== 0n || (isEmpty(rest) && isEmpty(others))
}

/** Whether a sequence of them may take the same text in several ways. */
export function isUnclear(items: readonly Item[]): boolean {
  return items.some(({ unclear }, at) => unclear || leavesOpen(items, at))
}

/** Whether what one of them may take could be left to what follows. */
function leavesOpen(items: readonly Item[], at: number): boolean {
  const item = items[at]
  return item?.varies === true && (item.all & firstOf(items.slice(at + 1))) !== 0n
}

/** What a sequence of them can begin with. */
export function firstOf(items: readonly Item[]): Characters {
  let set = 0n
  for (const { first, min } of items) {
    set |= first
    if (min > 0) break
  }
  return set
}

/** Whether a sequence of them may take nothing. */
export function isEmpty(items: readonly Item[]): boolean {
  return items.every(({ min }) => min === 0)
}
