import { realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BASELINE_FILE } from '../engine/baseline/baseline.ts'
import type { Listing } from '../engine/ports.ts'
import { DEPTH, type Skipped } from '../engine/skipped.ts'
import { type Entry, entriesIn } from './entries.ts'
import { codeOf } from './error-code.ts'

/** Entries of a whole walk. */
const ENTRIES = 200_000
/** Folders that are read at once: the next one would mostly be waited for. */
const AT_ONCE = 16
/** Things that are named because they were left alone. */
const SKIPPED = 20
/** Links and the like that are looked at for that. */
const ODD = 1_000

const foreign = new Set(['.git', 'node_modules'])

/** The files below a folder whose names are wanted, with what was passed over. Follows no link. */
export async function walk(root: string, name: RegExp): Promise<Listing> {
  const found: Found = { uris: [], baselines: [], odd: [], closed: [], deep: [] }
  let left = ENTRIES
  const waiting: Waiting[] = [{ folder: root, depth: 0 }]
  while (waiting.length > 0 && left >= 0) {
    for (const each of await listed(waiting.splice(-AT_ONCE), found.closed)) {
      left -= each.entries.length
      if (left < 0) break
      for (const inner of taken(each, found, name)) waiting.push(inner)
    }
  }
  const { uris, baselines, odd, closed, deep } = found
  const skipped = [...deep, ...(await skippedOf(odd, root, name))].slice(0, SKIPPED)
  return { uris: uris.sort(), complete: left >= 0, ...named({ skipped, closed, baselines }) }
}

/** What a walk has found so far. */
interface Found {
  readonly uris: string[]
  readonly baselines: string[]
  readonly odd: Odd[]
  readonly closed: string[]
  readonly deep: Skipped[]
}

/** Notes what stands in a folder; answers with the folders in it. */
function taken({ folder, depth, entries }: Listed, found: Found, name: RegExp): readonly Waiting[] {
  const inside = parted(folder, entries, name)
  if (depth > DEPTH) {
    if (!isEmpty(inside)) found.deep.push({ place: pathToFileURL(folder).href, why: 'deep' })
    return []
  }
  for (const path of inside.files) found.uris.push(pathToFileURL(path).href)
  for (const path of inside.baselines) found.baselines.push(pathToFileURL(path).href)
  for (const each of inside.odd) found.odd.push(each)
  return inside.folders.map((path) => ({ folder: path, depth: depth + 1 }))
}

/** A folder that is still to be read, so many below the first. */
interface Waiting {
  readonly folder: string
  readonly depth: number
}

interface Listed extends Waiting {
  readonly entries: readonly Entry[]
}

/** Folders with what stands in them; those that may not be read are noted among the closed ones. */
function listed(waiting: readonly Waiting[], closed: string[]): Promise<readonly Listed[]> {
  return Promise.all(
    waiting.map(async ({ folder, depth }) => ({ folder, depth, entries: await entriesOf(folder, closed) })),
  )
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
