import { UsageError } from './exit.ts'

/** One of several shares of the pilots behind the same paths. */
export interface Shard {
  /** From 1. */
  readonly number: number
  readonly count: number
}

/** The share that `2/5` stands for. */
export function shardOf(text: string): Shard {
  const [, number, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? []
  if (number !== undefined && count !== undefined && number >= 1 && number <= count) return { number, count }
  throw new UsageError(
    `--shard cannot be "${text}". Write it as NUMBER/COUNT, such as 2/5 for the second of five.`,
  )
}

/** What falls to one share. All stand in the same order on every machine and are dealt out one by one, so that the shares are equal. */
export function shareOf<T>(all: readonly T[], shard: Shard | undefined): readonly T[] {
  return shard ? all.filter((_, index) => index % shard.count === shard.number - 1) : all
}
