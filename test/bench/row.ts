import type { Spread } from './spread.ts'

/** One line of the table: the same work, done by us and by a peer. */
export interface Row {
  readonly what: string
  readonly against: string
  readonly ours: Spread
  readonly peer: Spread
  /** The most that ours may be of the peer's; absent where it is measured to be known. */
  readonly goal?: number | undefined
  readonly unit: 'ms' | 's' | 'MB'
  readonly by: 'median' | 'p95'
  /** The most that others had of the processors meanwhile, as a part of what was wanted. */
  readonly taken?: number
}

/** Ours as a part of the peer's. */
export function ratioOf({ ours, peer, by }: Row): number {
  return ours[by] / peer[by]
}
