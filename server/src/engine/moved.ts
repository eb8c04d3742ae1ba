import type { Span } from './text/span.ts'
import type { Divided, PlacedPart } from './yaml/blocks.ts'

/** Where a place of the text before stands now; `undefined` where it is not within one entry that is as it was. */
export type Move = (place: Span) => Span | undefined

/** Moves places with the entries in which they stand. */
export function moveBetween({ parts: old }: Divided, { parts }: Divided): Move {
  const now = new Map(parts.map((part) => [part.key, part]))
  return (place) => {
    const { start, end } = place
    const part = partAt(old, start)
    // Between two entries nobody knows to which of them a place belongs that holds nothing.
    if (!part || end > part.end || end === part.start) return undefined
    const moved = now.get(part.key)
    if (moved?.block !== part.block) return undefined
    const by = moved.start - part.start
    return by === 0 ? place : { start: start + by, end: end + by }
  }
}

/** The part in which the character behind a place stands. They stand without gaps. */
function partAt(parts: readonly PlacedPart[], offset: number): PlacedPart | undefined {
  let [low, high] = [0, parts.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((parts[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return parts[low]
}
