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
    const { uris, complete } = await nodeFiles.list(pathToFileURL(folder).href, kind)
    const paths = await withoutIgnored(
      uris.map((uri) => fileURLToPath(uri)),
      fileURLToPath(pathToFileURL(folder)),
    )
    const ignored = uris.length - paths.length
    return { paths: paths.map((path) => path.split(sep).join('/')), complete, ignored }
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
