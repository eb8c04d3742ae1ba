import * as fs from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { FileKind, Files, ReadResult } from '../engine/ports.ts'
import { DEPTH } from '../engine/skipped.ts'
import { walk } from './walk.ts'

/** The files of this machine. Follows no link below a folder, and visits no folder of Git or of installed packages. */
export const nodeFiles: Files = {
  async list(folder, kind = 'pilots', around = folder) {
    const [root, outer] = [pathOf(folder), pathOf(around)]
    const isThere = root !== undefined && outer !== undefined && (await isPlain(root, outer, 'folder'))
    return isThere ? walk(root, names[kind]) : { uris: [], complete: true }
  },
  isThere,
  async read(uri, folder) {
    const [path, root] = [pathOf(uri), pathOf(folder)]
    if (path === undefined || root === undefined || !(await isPlain(path, root, 'file'))) return missing
    return readRegular(path, mostOf(path))
  },
}

/** Whether anything stands at an address. */
export async function isThere(uri: string): Promise<boolean> {
  const path = pathOf(uri)
  return path !== undefined && (await lstat(path).catch(() => undefined)) !== undefined
}

/** Bytes of a text that is read, be it a file, standard input, or of the past. */
export const SIZE: number = 2 * 1024 * 1024
/** Of the baseline of ten thousand pilots. */
const BASELINE_SIZE = 16 * SIZE

/** How many bytes of a file are read at most. */
export function mostOf(path: string): number {
  return path.endsWith('.json') ? BASELINE_SIZE : SIZE
}

const missing: ReadResult = { kind: 'missing' }
const names: Readonly<Record<FileKind, RegExp>> = { pilots: /\.pilot\.ya?ml$/i, yaml: /\.ya?ml$/i }

/** Whether every step from the root to the path is a folder itself, and the path what is wanted: neither link nor device. */
async function isPlain(path: string, root: string, wanted: 'file' | 'folder'): Promise<boolean> {
  // The user opened the root, and means it even where it is a link.
  if (relative(root, path) === '' && wanted === 'folder') return true
  const steps = stepsBetween(root, path) ?? []
  for (const [index, step] of steps.entries()) {
    const stats = await lstat(step).catch(() => undefined)
    const isFile = wanted === 'file' && index === steps.length - 1
    if (!(isFile ? stats?.isFile() : stats?.isDirectory())) return false
  }
  return steps.length > 0
}

/** The folders below a root that lead to a path, and the path; `undefined` where it does not lie below, or too deep. */
export function stepsBetween(root: string, path: string): readonly string[] | undefined {
  const names = relative(root, path).split(sep)
  if (names[0] === '' || names[0] === '..' || names.length > DEPTH + 1) return undefined
  return names.map((_, index) => join(root, ...names.slice(0, index + 1)))
}

/** Reads a regular file of at most so many bytes as text, as `bytesOf` does. */
async function readRegular(path: string, most: number): Promise<ReadResult> {
  const bytes = await bytesOf(path, most)
  return typeof bytes === 'string' ? { kind: bytes } : decode(bytes)
}

/** All of a regular file of at most so many bytes; waits for no pipe, and follows no link. */
export async function bytesOf(path: string, most: number): Promise<Buffer | 'missing' | 'too-large'> {
  // What was a file a moment ago may be a pipe now, and must not be waited for.
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = fs.constants
  const file = await open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW).catch(() => undefined)
  if (file === undefined) return 'missing'
  try {
    const stats = await fstat(file)
    if (!stats.isFile()) return 'missing'
    if (stats.size > most) return 'too-large'
    const { buffer, bytesRead } = await read(file, Buffer.alloc(stats.size), 0, stats.size, 0)
    return buffer.subarray(0, bytesRead)
  } catch {
    return 'missing'
  } finally {
    await close(file)
  }
}

// With the handles of `fs/promises` ten thousand files take half as much again.
const [lstat, open, fstat] = [promisify(fs.lstat), promisify(fs.open), promisify(fs.fstat)]
const [read, close] = [promisify(fs.read), promisify(fs.close)]

/** Bytes as text; a byte order mark stays. */
export function decode(bytes: Uint8Array): Exclude<ReadResult, { kind: 'missing' | 'too-large' }> {
  try {
    return { kind: 'text', text: utf8.decode(bytes) }
  } catch {
    return { kind: 'not-utf-8' }
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The path on this machine that an address names; `undefined` where it names none. */
export function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}
