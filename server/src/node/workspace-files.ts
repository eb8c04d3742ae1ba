import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Files } from '../engine/ports.ts'
import { isThere, nodeFiles } from './files.ts'
import { ownRepositoryOf, withoutIgnored } from './gitignore.ts'

/** The files of a workspace on this machine, without the pilots that Git ignores. */
export const workspaceFiles: Files = {
  async list(folder, kind, around) {
    const { uris, complete, skipped = [], closed = [] } = await nodeFiles.list(folder, kind, around)
    if (kind === 'yaml') return { uris, complete }
    const named = new Set(
      await notIgnored(
        skipped.map(({ place }) => place),
        folder,
      ),
    )
    return {
      uris: await notIgnored(uris, folder),
      complete,
      skipped: skipped.filter(({ place }) => named.has(place)),
      closed: await notIgnored(closed, folder, { areFolders: true }),
    }
  },
  async read(uri, folder, isListed = false) {
    const result = await nodeFiles.read(uri, folder)
    if (isListed || result.kind === 'missing' || !/\.pilot\.ya?ml$/i.test(uri)) return result
    return (await notIgnored([uri], folder)).length > 0 ? result : { kind: 'missing' }
  },
  isThere,
  async rootOf(folder) {
    if (!folder.startsWith('file:')) return undefined
    const root = await ownRepositoryOf(fileURLToPath(folder))
    return root === undefined ? undefined : pathToFileURL(root).href
  },
}

async function notIgnored(
  uris: readonly string[],
  folder: string,
  what?: Parameters<typeof withoutIgnored>[2],
): Promise<readonly string[]> {
  const paths = uris.map((uri) => fileURLToPath(uri))
  const kept = await withoutIgnored(paths, fileURLToPath(folder), what)
  return kept.map((path) => pathToFileURL(path).href)
}
