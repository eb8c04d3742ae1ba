import { createHash } from 'node:crypto'
import type { Kept } from '../../engine/kept.ts'
import { isKept } from '../../engine/kept-shape.ts'
import type { Shape } from '../../engine/shape.ts'
import type { Io } from '../io.ts'
import { emptyShelf, entryWriter, LineWriter, type Shelf, shelfOf } from './shelf.ts'

/** What one run takes over from those before it or beside it, and leaves to those behind it. */
export interface Memory<T = Kept> {
  /** What was kept of a text of this length, under a key that says all that it depends on. */
  take(key: string, length?: number): T | undefined
  /** Takes what was kept, as JSON. */
  put(key: string, json: string): void
  /** How much was put. */
  made(): number
  /** The line of an entry that was taken, or put into one that holds what it takes. */
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
export interface Shelved extends Pick<Stored<Kept>, 'place' | 'holds'> {
  readonly day: string
  readonly program: string
}

/** The same with what the folder of the cache holds. */
export async function memoryIn(
  { place, day, program, holds }: Shelved,
  parts: readonly Shelf[],
  io: Pick<Io, 'cache'>,
): Promise<Memory> {
  const head = `pilots-cache 1 ${program} ${day}`
  return storedMemory({ kind: 'check', place, head, shape: isKept, holds }, parts, io)
}

/** A file of the folder. */
export interface Stored<T> {
  /** What its name begins with. */
  readonly kind: 'check' | 'past'
  readonly place: string
  /** Its first line: what is under another one is not taken. */
  readonly head: string
  readonly shape: Shape<T>
  /** Whether the lines of what is put are asked for. Without that they are on the disk and nowhere else. */
  readonly holds?: boolean | undefined
}

/** What a file of the folder holds, and what others have found. */
export async function storedMemory<T>(
  { kind, place, head, shape, holds = false }: Stored<T>,
  parts: readonly Shelf<T>[],
  { cache }: Pick<Io, 'cache'>,
): Promise<Memory<T>> {
  const name = `${kind}-${createHash('sha256').update(place).digest('hex').slice(0, 16)}`
  const header = Buffer.from(`${head}\n`)
  const bytes = await cache.read(name)
  const isOurs = bytes && header.equals(bytes.subarray(0, header.length))
  const shelf = isOurs ? shelfOf(bytes, shape) : emptyShelf
  const memory = memoryFrom([shelf, ...parts])
  const draft = cache.begin(name)
  const lines = new LineWriter((bytes) => draft.append(bytes), MOST)
  const [asked, taken] = [new Set<string>(), new Set<string>()]
  let made = 0
  return {
    ...memory,
    take(key, length) {
      asked.add(key)
      const value = memory.take(key, length)
      if (value !== undefined) taken.add(key)
      return value
    },
    put(key, json) {
      if (made === 0) lines.line(header)
      made++
      asked.add(key)
      lines.entry(key, json)
      if (holds) memory.put(key, json)
    },
    made: () => made,
    async save() {
      if (made === 0) return
      const others = shelf.keys.filter((key) => !asked.has(key))
      const kept = [...[...taken].map((key) => memory.line(key)), ...others.map((key) => shelf.line(key))]
      for (const line of kept) if (line) lines.line(line)
      lines.end()
      await draft.finish()
    },
  }
}

/** Bytes of what is remembered of one place: about a hundred thousand pilots. */
const MOST = 512 * 1024 * 1024
