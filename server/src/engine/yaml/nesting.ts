import type { Row, Slot } from './outline.ts'
import type { Path } from './path.ts'

/** A dash or key with the row that it stands in. */
export interface Placed {
  readonly slot: Slot
  readonly at: number
}

/** The dashes and keys around what stands in a row at a column, from the inside out. `isDash`: a dash stands there. */
export function around(
  rows: readonly Row[],
  from: number,
  column: number,
  isDash = false,
): readonly Placed[] {
  const found: Placed[] = []
  let limit = column
  let dash = isDash
  for (let at = from; at >= 0 && (limit > 0 || dash); at--) {
    for (const slot of rows[at]?.slots.toReversed() ?? []) {
      // The dashes of a list may stand right below the key that it belongs to.
      const isHome = dash && slot.kind === 'key' && slot.column === limit
      if (slot.column >= limit && !isHome) continue
      found.push({ slot, at })
      limit = slot.column
      dash = slot.kind === 'dash'
    }
  }
  return found
}

/** The path to the block that keys of a column in a row belong to, or the list that a dash there does. */
export function pathTo(rows: readonly Row[], at: number, column: number, isDash = false): Path {
  return around(rows, at, column, isDash)
    .map((placed) => stepOf(rows, placed))
    .reverse()
}

/** The path to what stands behind a dash or key. */
export function pathBehind(rows: readonly Row[], placed: Placed): Path {
  const { slot, at } = placed
  return [...pathTo(rows, at, slot.column, slot.kind === 'dash'), stepOf(rows, placed)]
}

function stepOf(rows: readonly Row[], { slot, at: from }: Placed): string | number {
  if (slot.kind === 'key') return slot.key
  let index = 0
  for (let at = from - 1; at >= 0; at--) {
    const slots = rows[at]?.slots ?? []
    if (slots.some((each) => each.kind === 'dash' && each.column === slot.column)) index++
    const isParent = (each: Slot): boolean =>
      each.column < slot.column || (each.kind === 'key' && each.column === slot.column)
    if (slots.some(isParent)) break
  }
  return index
}

/** The next row with a dash, a key or a value. */
export function nextRow(rows: readonly Row[], at: number): Row | undefined {
  return rows.find((row, index) => index > at && row.kind === 'content')
}

/** The keys of the block that a row and a column belong to, without those of the row itself. */
export function keysBeside(rows: readonly Row[], at: number, column: number): readonly string[] {
  const startsHere = rows[at]?.slots.some((slot) => slot.column < column) ?? false
  return startsHere
    ? keysBelow(rows, at, column)
    : [...keysAbove(rows, at, column), ...keysBelow(rows, at, column)]
}

/** Those of them that stand below the row. */
export function keysBelow(rows: readonly Row[], from: number, column: number): readonly string[] {
  const keys: string[] = []
  for (let at = from + 1; at < rows.length; at++) {
    const slots = rows[at]?.slots ?? []
    const [first] = slots
    if (first && first.column < column) break
    if (first?.kind === 'key' && first.column === column) keys.push(first.key)
  }
  return keys
}

function keysAbove(rows: readonly Row[], from: number, column: number): readonly string[] {
  const keys: string[] = []
  for (let at = from - 1; at >= 0; at--) {
    const slots = rows[at]?.slots ?? []
    for (const slot of slots) if (slot.kind === 'key' && slot.column === column) keys.push(slot.key)
    if (slots.some((slot) => slot.column < column)) break
  }
  return keys
}
