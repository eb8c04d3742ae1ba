import { createHash } from 'node:crypto'
import type { Kept } from '../../engine/kept.ts'
import { isKept } from '../../engine/kept-shape.ts'
import type { Shape } from '../../engine/shape.ts'
import type { Io } from '../io.ts'
import { emptyShelf, entryWriter, type Shelf, shelfOf } from './shelf.ts'

/** What one run takes over from those before it or beside it, and leaves to those behind it. */
export interface Memory<T = Kept> {
  /** What was kept of a text of this length, under a key that says all that it depends on. */
  take(key: string, length?: number): T | undefined
  /** Takes what was kept, as JSON. */
  put(key: string, json: string): void
  /** How much was put. */
  made(): number
  /** The line of an entry that was taken or put. */
  line(key: string): Uint8Array | undefined
  /** Writes down what is new, beside what was there. What goes wrong is nobody's concern: the next run works it out again. */
  save(): Promise<void>
}

/** What the runs of other machines have found. */
export function memoryFrom<T>(parts: readonly Shelf<T>[]): Memory<T> {
  const sources = new Map<string, Shelf<T>>()
  const made = new Map<string, Uint8Array>()
  const write = entryWriter()
  return {
    take(key, length) {
      for (const part of parts) {
        const kept = part.take(key, length)
        if (!kept) continue
        sources.set(key, part)
        return kept
      }
      return undefined
    },
    put: (key, json) => made.set(key, write(key, json)),
    made: () => made.size,
    line: (key) => made.get(key) ?? sources.get(key)?.line(key),
    save: async () => undefined,
  }
}

/** Where the folder of the cache has what was found in the pilots of one place on one day: another day has other findings. */
export interface Shelved {
  readonly place: string
  readonly day: string
  readonly program: string
}

/** The same with what the folder of the cache holds. */
export async function memoryIn(
  { place, day, program }: Shelved,
  parts: readonly Shelf[],
  io: Pick<Io, 'cache'>,
): Promise<Memory> {
  const head = `pilots-cache 1 ${program} ${day}`
  return storedMemory({ kind: 'check', place, head, shape: isKept }, parts, io)
}

/** A file of the folder. */
export interface Stored<T> {
  /** What its name begins with. */
  readonly kind: 'check' | 'past'
  readonly place: string
  /** Its first line: what is under another one is not taken. */
  readonly head: string
  readonly shape: Shape<T>
}

/** What a file of the folder holds, and what others have found. */
export async function storedMemory<T>(
  { kind, place, head, shape }: Stored<T>,
  parts: readonly Shelf<T>[],
  { cache }: Pick<Io, 'cache'>,
): Promise<Memory<T>> {
  const name = `${kind}-${createHash('sha256').update(place).digest('hex').slice(0, 16)}`
  const header = Buffer.from(`${head}\n`)
  const bytes = await cache.read(name)
  const isOurs = bytes && header.equals(bytes.subarray(0, header.length))
  const shelf = isOurs ? shelfOf(bytes, shape) : emptyShelf
  const memory = memoryFrom([shelf, ...parts])
  const keys = new Set<string>()
  return {
    ...memory,
    take(key, length) {
      keys.add(key)
      return memory.take(key, length)
    },
    put(key, json) {
      keys.add(key)
      memory.put(key, json)
    },
    async save() {
      if (memory.made() === 0) return
      const asked = [...keys].flatMap((key) => memory.line(key) ?? [])
      const others = shelf.keys.filter((key) => !keys.has(key)).flatMap((key) => shelf.line(key) ?? [])
      await cache.write(name, [header, ...within(MOST, [...asked, ...others])])
    },
  }
}

/** Bytes of what is remembered of one place: about a hundred thousand pilots. */
const MOST = 512 * 1024 * 1024

function within(most: number, lines: readonly Uint8Array[]): readonly Uint8Array[] {
  let left = most
  return lines.filter(({ length }) => {
    left -= length
    return left >= 0
  })
}
