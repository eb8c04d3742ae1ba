/** Times of the same thing, in ms, or sizes in MB. */
export interface Spread {
  readonly median: number
  readonly p95: number
  readonly min: number
  readonly max: number
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { median: at(0.5), p95: at(0.95), min: at(0), max: at(1) }
}
