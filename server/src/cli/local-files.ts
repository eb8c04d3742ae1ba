import { type Stats, statSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FileKind, Listing } from '../engine/ports.ts'
import { nodeFiles } from '../node/files.ts'
import type { Git } from '../node/git.ts'
import { ownRepositories, withoutIgnored } from '../node/gitignore.ts'
import { readBelow, readBytes, readText } from '../node/read-now.ts'
import { notCheckedOut, trackedBy } from '../node/tracked.ts'
import type { Files } from './io.ts'
import { native, slashed, uriOf } from './paths.ts'

/** Bytes of a table that is imported. */
const TABLE_SIZE = 64 * 1024 * 1024
/** Bytes of what one of many runs has found. */
const PART_SIZE = 512 * 1024 * 1024

/**
 * The files of this machine, for one run: which repository a folder lies in, and that it is no link, is found out once. Without Git
 * nobody can tell which of the ignored pilots it holds nevertheless.
 */
export function localFiles(git?: Git): Files {
  const rootOf = ownRepositories()
  const tracked = git && trackedBy(git)
  const walks = walksBelow()
  const plain = new Set<string>()
  return {
    ...(git ? { withoutGit: localFiles() } : {}),
    kindOf,
    async rootOf(folder) {
      const root = await rootOf(native(folder))
      return root === undefined ? undefined : slashed(root)
    },
    async notCheckedOut(folder) {
      const root = await rootOf(native(folder))
      return new Set(git && root ? Array.from(await notCheckedOut(git, root), (path) => slashed(path)) : [])
    },
    baselinesBelow: walks.baselines,
    async list(folder, kind) {
      const listing = await walks.list(folder, kind)
      const { uris, complete, skipped = [], closed = [] } = listing
      const own = native(folder)
      const paths = await withoutIgnored(uris.map(placeOf), own, { tracked })
      const odd = skipped.map(({ place }) => placeOf(place))
      const named = new Set(await withoutIgnored(odd, own, { tracked }))
      const shut = closed.map(placeOf)
      const below = shut.filter((path) => path !== own)
      const shutBelow = await withoutIgnored(below, own, { areFolders: true })
      return {
        paths: paths.map((path) => slashed(path)),
        complete,
        ignored: uris.length - paths.length,
        skipped: skipped.flatMap(({ place, why, leadsTo }) => {
          const path = placeOf(place)
          const target = leadsTo === undefined ? undefined : slashed(placeOf(leadsTo))
          return named.has(path) ? { place: slashed(path), why, leadsTo: target } : []
        }),
        closed: [...(shut.includes(own) ? [own] : []), ...shutBelow].map((path) => slashed(path)),
      }
    },
    async read(path, folder) {
      // A link that the user named is meant; one that lies in a folder is not followed.
      const real = folder === undefined ? await realpath(path).catch(() => path) : path
      return readBelow(resolve(real), native(folder ?? dirname(real)), plain)
    },
    async readTable(path) {
      return readText(await realpath(path).catch(() => path), TABLE_SIZE)
    },
    async readBytes(path) {
      return readBytes(await realpath(path).catch(() => path), PART_SIZE)
    },
  }
}

interface Walks {
  list(folder: string, kind?: FileKind): Promise<Listing>
  baselines(folder: string): Promise<readonly string[]>
}

/** Whoever asks for the baselines below a folder has asked for its pilots before, and one walk is enough. */
function walksBelow(): Walks {
  const known = new Map<string, readonly string[]>()
  const list: Walks['list'] = async (folder, kind) => {
    const listing = await nodeFiles.list(uriOf(folder), kind)
    known.set(folder, (listing.baselines ?? []).map(placeOf))
    return listing
  }
  return {
    list,
    async baselines(folder) {
      if (!known.has(folder)) await list(folder)
      return (await withoutIgnored(known.get(folder) ?? [], native(folder))).map((path) => slashed(path))
    },
  }
}

/** Thousands of places are asked about where nothing is, and each turn that was taken for it took longer than the question. */
async function kindOf(path: string): ReturnType<Files['kindOf']> {
  const stats = statNow(path)
  if (!stats) return 'missing'
  if (stats.isFile()) return 'file'
  return stats.isDirectory() ? 'folder' : 'other'
}

function statNow(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

function placeOf(uri: string): string {
  return fileURLToPath(uri)
}
