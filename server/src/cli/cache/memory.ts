import { createHash } from 'node:crypto'
import type { Kept } from '../../engine/kept.ts'
import type { Io } from '../io.ts'
import { emptyShelf, entryLine, shelfOf } from './shelf.ts'

/** What one run remembers of those before it, and leaves to those behind it. */
export interface Memory {
  /** Stands for the code of this program. */
  readonly program: string
  /** What was kept of a text of this length, under a key that says all that it depends on. */
  take(key: string, length: number): Kept | undefined
  put(key: string, kept: Kept): void
  /** Writes down what is new, beside what was there. What goes wrong is nobody's concern: the next run works it out again. */
  save(): Promise<void>
}

/** Bytes of what is remembered of one folder: about a hundred thousand pilots. */
const MOST = 512 * 1024 * 1024

/** Opens what is remembered of the pilots of a folder on one day: another day has other findings. */
export async function memoryOf(
  { folder, day }: { readonly folder: string; readonly day: string },
  { cache }: Pick<Io, 'cache'>,
): Promise<Memory> {
  const program = await cache.program()
  const name = `check-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  const header = Buffer.from(`pilots-cache 1 ${program} ${day}\n`)
  const bytes = await cache.read(name)
  const shelf = bytes && header.equals(bytes.subarray(0, header.length)) ? shelfOf(bytes) : emptyShelf
  const used = new Set<string>()
  const made = new Map<string, Uint8Array>()
  return {
    program,
    take(key, length) {
      const kept = shelf.take(key, length)
      if (kept) used.add(key)
      return kept
    },
    put: (key, kept) => made.set(key, entryLine(key, JSON.stringify(kept))),
    async save() {
      if (made.size === 0) return
      const others = shelf.keys.filter((key) => !used.has(key) && !made.has(key))
      const old = [...used, ...others].flatMap((key) => shelf.line(key) ?? [])
      await cache.write(name, [header, ...within(MOST, [...made.values(), ...old])])
    },
  }
}

function within(most: number, lines: readonly Uint8Array[]): readonly Uint8Array[] {
  let left = most
  return lines.filter(({ length }) => {
    left -= length
    return left >= 0
  })
}
