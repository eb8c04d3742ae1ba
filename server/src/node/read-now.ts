import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs'
import type { ReadResult } from '../engine/ports.ts'
import { decode, mostOf, stepsBetween } from './files.ts'

/*
 * Reading without letting anything else run meanwhile. The command line waits for its files anyway, and of ten thousand small
 * ones two thirds of the time went into taking turns. The server, which has an author to answer, reads as `files.ts` does.
 */

/**
 * Reads a file that lies below a folder, as `nodeFiles.read` does: follows no link, and waits for no pipe. Folders that were looked at
 * are noted among the plain ones, and not looked at again.
 */
export function readBelow(path: string, root: string, plain: Set<string>): ReadResult {
  const steps = stepsBetween(root, path) ?? []
  const isPlain = steps.every((step, index) =>
    index === steps.length - 1 ? OPENS_NO_LINK || isKind(step, 'file') : isPlainFolder(step, plain),
  )
  return isPlain && steps.length > 0 ? readText(path, mostOf(path)) : { kind: 'missing' }
}

function isPlainFolder(path: string, plain: Set<string>): boolean {
  if (!plain.has(path) && isKind(path, 'folder')) plain.add(path)
  return plain.has(path)
}

/** Whether the system refuses to open a link where it is told to, and it need not be asked before. Windows does not. */
const OPENS_NO_LINK = constants.O_NOFOLLOW > 0

/** Reads a regular file of at most so many bytes as text. */
export function readText(path: string, most: number): ReadResult {
  const bytes = contentOf(path, most, room)
  return typeof bytes === 'string' ? { kind: bytes } : decode(bytes)
}

/** What is decoded at once is read into the same place each time: ten thousand of them would lie about. */
const room = Buffer.allocUnsafeSlow(65_536)

/** Reads a regular file of at most so many bytes; `undefined` where it is none, or cannot be read. */
export function readBytes(path: string, most: number): Uint8Array | undefined {
  const bytes = contentOf(path, most)
  return typeof bytes === 'string' ? undefined : bytes
}

function contentOf(path: string, most: number, into?: Buffer): Uint8Array | 'missing' | 'too-large' {
  let file: number | undefined
  try {
    // What was a file a moment ago may be a pipe now, and must not be waited for.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
    const stats = fstatSync(file)
    if (!stats.isFile()) return 'missing'
    if (stats.size > most) return 'too-large'
    const bytes = into && stats.size <= into.length ? into : Buffer.allocUnsafeSlow(stats.size)
    return bytes.subarray(0, readSync(file, bytes, 0, stats.size, 0))
  } catch {
    return 'missing'
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function isKind(path: string, wanted: 'file' | 'folder'): boolean {
  try {
    const stats = lstatSync(path)
    return wanted === 'file' ? stats.isFile() : stats.isDirectory()
  } catch {
    return false
  }
}
