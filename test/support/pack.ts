import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import type { Repository } from './git-repository.ts'

/** A text of a repository that is written as changes of another one. */
export interface Delta {
  readonly id: string
  readonly bytes: Buffer
  readonly base: string
  readonly packed: Buffer
}

const KINDS = { blob: 3, delta: 7 } as const
const TIMES = 1 << 20

/** As often as said the first megabyte of another text: a few bytes for any size. */
export function repeated(base: Buffer, times: number): Delta {
  return deltaOf(
    base,
    Buffer.concat(Array<Buffer>(times).fill(base.subarray(0, TIMES))),
    copyOf(TIMES, times),
  )
}

/** The first characters of another text. */
export function beginning(base: Buffer, length: number): Delta {
  return deltaOf(base, base.subarray(0, length), copyOf(length, 1))
}

/** Puts a text, and others that are written as its changes, into a repository. */
export function addPack(repo: Repository, whole: Buffer, deltas: readonly Delta[]): void {
  const objects = [
    Buffer.concat([headOf(KINDS.blob, whole.length), deflateSync(whole)]),
    ...deltas.map(({ base, packed }) =>
      Buffer.concat([headOf(KINDS.delta, packed.length), Buffer.from(base, 'hex'), deflateSync(packed)]),
    ),
  ]
  const head = Buffer.from([...Buffer.from('PACK'), 0, 0, 0, 2, 0, 0, 0, objects.length])
  const body = Buffer.concat([head, ...objects])
  const path = join(repo.root, '.git/objects/pack/pack-made.pack')
  writeFileSync(path, Buffer.concat([body, createHash('sha1').update(body).digest()]))
  repo.git('index-pack', path)
}

function deltaOf(base: Buffer, bytes: Buffer, instructions: Buffer): Delta {
  const sizes = [base.length, bytes.length].map((size) => variable(size))
  return { id: idOf(bytes), bytes, base: idOf(base), packed: Buffer.concat([...sizes, instructions]) }
}

function idOf(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/** Seven bits in each byte, the lowest first. */
function variable(size: number): Buffer {
  return Buffer.from(size < 128 ? [size] : [(size & 127) | 128, ...variable(size >>> 7)])
}

/** The lowest four bits of the size stand beside the kind. */
function headOf(kind: number, size: number): Buffer {
  const rest = size >>> 4
  const first = (kind << 4) | (size & 15)
  return rest === 0 ? Buffer.from([first]) : Buffer.from([first | 128, ...variable(rest)])
}

/** From the start of the text. */
function copyOf(length: number, times: number): Buffer {
  const one = [0xf0, length & 255, (length >>> 8) & 255, (length >>> 16) & 255]
  return Buffer.from(Array<readonly number[]>(times).fill(one).flat())
}
