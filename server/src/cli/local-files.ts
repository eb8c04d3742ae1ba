import { realpath, stat } from 'node:fs/promises'
import { dirname, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { nodeFiles, readBytes, readRegular } from '../node/files.ts'
import { ownRepositoryOf, withoutIgnored } from '../node/gitignore.ts'
import type { Files } from './io.ts'

/** Bytes of a table that is imported. */
const TABLE_SIZE = 64 * 1024 * 1024
/** Bytes of what one of many runs has found. */
const PART_SIZE = 512 * 1024 * 1024

/** The files of this machine. */
export const localFiles: Files = {
  async kindOf(path) {
    const stats = await stat(path).catch(() => undefined)
    if (!stats) return 'missing'
    if (stats.isFile()) return 'file'
    return stats.isDirectory() ? 'folder' : 'other'
  },
  async rootOf(folder) {
    const root = await ownRepositoryOf(fileURLToPath(pathToFileURL(folder)))
    return root?.split(sep).join('/')
  },
  async list(folder, kind) {
    const { uris, complete, skipped = [] } = await nodeFiles.list(pathToFileURL(folder).href, kind)
    const kept = (all: readonly string[]): Promise<readonly string[]> =>
      withoutIgnored(
        all.map((uri) => fileURLToPath(uri)),
        fileURLToPath(pathToFileURL(folder)),
      )
    const paths = await kept(uris)
    const named = new Set(await kept(skipped.map(({ place }) => place)))
    const slashed = (path: string): string => path.split(sep).join('/')
    return {
      paths: paths.map(slashed),
      complete,
      ignored: uris.length - paths.length,
      skipped: skipped.flatMap(({ place, why }) => {
        const path = fileURLToPath(place)
        return named.has(path) ? { place: slashed(path), why } : []
      }),
    }
  },
  async read(path, folder) {
    // A link that the user named is meant; one that lies in a folder is not followed.
    const real = folder === undefined ? await realpath(path).catch(() => path) : path
    return nodeFiles.read(pathToFileURL(real).href, pathToFileURL(folder ?? dirname(real)).href)
  },
  async readTable(path) {
    return readRegular(await realpath(path).catch(() => path), TABLE_SIZE)
  },
  async readBytes(path) {
    return readBytes(await realpath(path).catch(() => path), PART_SIZE)
  },
}
