import type { Slot } from './read.ts'

/** What stands under one key of the file, read when somebody first asks for it. */
export interface Section<T> {
  readonly slot: Slot | undefined
  readonly value: T
}

/** The section of a slot; the one before, where that was of the same slot. */
export function sectionOf<T>(
  slot: Slot | undefined,
  read: (slot: Slot | undefined) => T,
  before: Section<T> | undefined,
): Section<T> {
  return before && before.slot === slot ? before : new ReadSection(slot, read)
}

class ReadSection<T> implements Section<T> {
  readonly slot: Slot | undefined
  readonly #read: (slot: Slot | undefined) => T
  #known: { readonly value: T } | undefined

  constructor(slot: Slot | undefined, read: (slot: Slot | undefined) => T) {
    this.slot = slot
    this.#read = read
  }

  get value(): T {
    this.#known ??= { value: this.#read(this.slot) }
    return this.#known.value
  }
}
