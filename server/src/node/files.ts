import * as fs from 'node:fs'
import { realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { BASELINE_FILE } from '../engine/baseline/baseline.ts'
import type { FileKind, Files, Listing, ReadResult } from '../engine/ports.ts'
import { DEPTH, type Skipped } from '../engine/skipped.ts'
import { type Entry, entriesIn } from './entries.ts'
import { codeOf } from './error-code.ts'

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

/** Entries of a whole walk. */
const ENTRIES = 200_000
/** Things that are named because they were left alone. */
const SKIPPED = 20
/** Links and the like that are looked at for that. */
const ODD = 1_000

const missing: ReadResult = { kind: 'missing' }
const foreign = new Set(['.git', 'node_modules'])

const names: Readonly<Record<FileKind, RegExp>> = { pilots: /\.pilot\.ya?ml$/i, yaml: /\.ya?ml$/i }

async function walk(root: string, name: RegExp): Promise<Listing> {
  const uris: string[] = []
  const baselines: string[] = []
  const odd: Odd[] = []
  const closed: string[] = []
  const deep: Skipped[] = []
  let left = ENTRIES
  const waiting = [{ folder: root, depth: 0 }]
  for (let next = waiting.pop(); next && left >= 0; next = waiting.pop()) {
    const { folder, depth } = next
    const entries = await entriesOf(folder, closed)
    left -= entries.length
    const inside = parted(folder, entries, name)
    if (left < 0) break
    if (depth > DEPTH) {
      if (!isEmpty(inside)) deep.push({ place: pathToFileURL(folder).href, why: 'deep' })
      continue
    }
    for (const path of inside.folders) waiting.push({ folder: path, depth: depth + 1 })
    for (const path of inside.files) uris.push(pathToFileURL(path).href)
    baselines.push(...inside.baselines.map((path) => pathToFileURL(path).href))
    for (const each of inside.odd) odd.push(each)
  }
  const skipped = [...deep, ...(await skippedOf(odd, root, name))].slice(0, SKIPPED)
  return { uris: uris.sort(), complete: left >= 0, ...named({ skipped, closed, baselines }) }
}

interface Inside {
  readonly folders: readonly string[]
  readonly files: readonly string[]
  readonly baselines: readonly string[]
  readonly odd: readonly Odd[]
}

function isEmpty({ folders, files, odd }: Inside): boolean {
  return folders.length + files.length + odd.length === 0
}

/** What stands in a folder, parted by kind, as far as anybody asks for it. */
function parted(folder: string, entries: readonly Entry[], name: RegExp): Inside {
  const all = entries.map((entry) => ({ path: join(folder, entry.name), entry }))
  const folders = all.filter(({ entry }) => entry.kind === 'folder' && !foreign.has(entry.name))
  const files = all.filter(({ entry }) => entry.kind === 'file')
  const wanted = files.filter(({ entry }) => name.test(entry.name))
  const baselines = files.filter(({ entry }) => entry.name === BASELINE_FILE)
  return {
    folders: folders.map(({ path }) => path),
    files: wanted.map(({ path }) => path),
    baselines: baselines.map(({ path }) => path),
    odd: all.filter(({ entry }) => entry.kind === 'link' || entry.kind === 'other'),
  }
}

interface Noted {
  readonly skipped: readonly Skipped[]
  readonly closed: readonly string[]
  readonly baselines: readonly string[]
}

/** As part of a listing; nothing where there are none. */
function named({ skipped, closed, baselines }: Noted): Pick<Listing, keyof Noted> {
  return {
    ...(skipped.length > 0 && { skipped }),
    ...(closed.length > 0 && { closed: closed.toSorted() }),
    ...(baselines.length > 0 && { baselines: baselines.toSorted() }),
  }
}

/** What stands in a folder; one that may not be read is noted among the closed ones. */
async function entriesOf(folder: string, closed: string[]): Promise<readonly Entry[]> {
  try {
    return await entriesIn(folder)
  } catch (error) {
    if (isRefusal(error)) closed.push(pathToFileURL(folder).href)
    return []
  }
}

/** Whether something is there that may not be read; what is gone by now is missed by nobody. */
function isRefusal(error: unknown): boolean {
  return ['EACCES', 'EPERM'].includes(codeOf(error))
}

/** Something that is neither file nor folder. */
interface Odd {
  readonly path: string
  readonly entry: Entry
}

/** What of it is worth saying: it is named like a wanted file, or leads in a circle. */
async function skippedOf(odd: readonly Odd[], root: string, name: RegExp): Promise<readonly Skipped[]> {
  const skipped: Skipped[] = []
  const realRoot = odd.length > 0 ? await realpath(root).catch(() => root) : root
  for (const { path, entry } of odd.slice(0, ODD)) {
    const isLink = entry.kind === 'link'
    const place = pathToFileURL(path).href
    if (name.test(entry.name) && isLink)
      skipped.push({ place, why: 'link', leadsTo: await targetOf(path, { root, realRoot }) })
    else if (name.test(entry.name)) skipped.push({ place, why: 'special' })
    else if (isLink && (await leadsBack(join(realRoot, relative(root, path)))))
      skipped.push({ place, why: 'loop' })
  }
  return skipped
}

/** The address of what a link leads to, where that lies below the root. */
async function targetOf(
  path: string,
  { root, realRoot }: { readonly root: string; readonly realRoot: string },
): Promise<string | undefined> {
  const target = await realpath(path).catch(() => undefined)
  return target?.startsWith(`${realRoot}${sep}`)
    ? pathToFileURL(join(root, relative(realRoot, target))).href
    : undefined
}

/** Whether a link leads to a folder that it stands in, or to itself. */
async function leadsBack(path: string): Promise<boolean> {
  try {
    return path.startsWith(`${await realpath(path)}${sep}`)
  } catch (error) {
    return codeOf(error) === 'ELOOP'
  }
}

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
