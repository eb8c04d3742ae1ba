import { createHash } from 'node:crypto'
import type { Kept } from '../../engine/kept.ts'
import type { Shape } from '../../engine/shape.ts'

/** What was found in texts before, by keys of 64 hex digits. Whoever wrote it down is not trusted. */
export interface Shelf<T = Kept> {
  /** What was kept of a text of this length; `undefined` where there is nothing, or it is damaged. */
  take(key: string, length?: number): T | undefined
  /** The line of an entry as it was written. */
  line(key: string): Uint8Array | undefined
  /** In the order of the file. */
  readonly keys: readonly string[]
}

/**
 * Reads a first line that says what the file is, and then one line an entry: its key, the hash of what follows, and that as
 * JSON. Nothing of an entry is looked at before it is asked for. Never throws.
 */
export function shelfOf<T>(bytes: Uint8Array, shape: Shape<T>): Shelf<T> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lines = new Map<string, Uint8Array>()
  let at = endOfLine(buffer, 0)
  while (at < buffer.length) {
    const end = endOfLine(buffer, at)
    if (end - at > HEAD) lines.set(buffer.toString('latin1', at, at + KEY), buffer.subarray(at, end))
    at = end
  }
  return {
    take(key, length) {
      const value = valueIn(lines.get(key), key)
      return shape(value, length) ? value : undefined
    },
    line: (key) => lines.get(key),
    keys: [...lines.keys()],
  }
}

export const emptyShelf: Shelf<never> = { take: () => undefined, line: () => undefined, keys: [] }

/** Makes the line of an entry, with its end. */
export type EntryWriter = (key: string, json: string) => Uint8Array

/** Many lines share a block of memory: with one each they would take twice as much. */
export function entryWriter(): EntryWriter {
  let block = Buffer.alloc(0)
  return (key, json) => {
    const most = mostOf(json)
    if (most > block.length) block = Buffer.allocUnsafeSlow(Math.max(BLOCK, most))
    const line = writeEntry(block, key, json)
    block = block.subarray(line.length)
    return line
  }
}

/** Hands on lines as they come, many at a time, and holds none of them: what there is to say of ten thousand files is 50 MB. */
export class LineWriter {
  readonly #to: (lines: Uint8Array) => void
  #left: number
  #block = Buffer.alloc(0)
  #used = 0

  /** Of all that is written no more than `most` bytes are handed on, in whole lines. What `to` is given holds no longer than the call. */
  constructor(to: (lines: Uint8Array) => void, most: number) {
    this.#to = to
    this.#left = most
  }

  entry(key: string, json: string): void {
    this.#take(writeEntry(this.#room(mostOf(json)), key, json).length)
  }

  /** One that was written before, with its end. */
  line(line: Uint8Array): void {
    this.#room(line.length).set(line)
    this.#take(line.length)
  }

  /** Hands on what is left. */
  end(): void {
    if (this.#used > 0) this.#to(this.#block.subarray(0, this.#used))
    this.#used = 0
  }

  #room(most: number): Buffer {
    if (most > this.#block.length - this.#used) this.end()
    if (most > this.#block.length) this.#block = Buffer.allocUnsafeSlow(Math.max(BLOCK, most))
    return this.#block.subarray(this.#used)
  }

  #take(length: number): void {
    if (length > this.#left) return
    this.#left -= length
    this.#used += length
  }
}

/** The bytes that an entry needs at most. */
function mostOf(json: string): number {
  return HEAD + BYTES_A_UNIT * json.length + 1
}

function writeEntry(room: Buffer, key: string, json: string): Uint8Array {
  const end = HEAD + room.write(json, HEAD)
  room.write(`${key} ${sumOf(key, room.subarray(HEAD, end))} `, 'latin1')
  room[end] = NEWLINE
  return room.subarray(0, end + 1)
}

/** Bytes of a block of lines, and the most of one UTF-16 unit. */
const BLOCK = 1024 * 1024
const BYTES_A_UNIT = 3

const KEY = 64
const SUM = 16
const HEAD = KEY + SUM + 2
const NEWLINE = 10

function endOfLine(buffer: Buffer, from: number): number {
  const at = buffer.indexOf(NEWLINE, from)
  return at === -1 ? buffer.length : at + 1
}

function valueIn(line: Uint8Array | undefined, key: string): unknown {
  if (!line || line.at(-1) !== NEWLINE) return undefined
  const buffer = Buffer.from(line.buffer, line.byteOffset, line.byteLength)
  const json = buffer.subarray(HEAD, -1)
  // Against accidents; whoever means harm can make a right sum, and meets the shape.
  if (buffer.toString('latin1', KEY + 1, HEAD - 1) !== sumOf(key, json)) return undefined
  return parsed(json.toString('utf8'))
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function sumOf(key: string, json: Uint8Array): string {
  return createHash('sha256').update(key).update(json).digest('hex').slice(0, SUM)
}
