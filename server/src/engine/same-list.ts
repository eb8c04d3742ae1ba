/** Whether two lists hold the same things in the same order. */
export function isSameList<T>(a: readonly T[] | undefined, b: readonly T[] | undefined): boolean {
  return a === b || (a?.length === b?.length && a?.every((each, index) => each === b?.[index]) === true)
}
