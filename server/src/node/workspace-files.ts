import { pathToFileURL } from 'node:url'
import type { Files } from '../engine/ports.ts'
import { isThere, nodeFiles, pathOf } from './files.ts'
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
    const path = pathOf(folder)
    const root = path === undefined ? undefined : await ownRepositoryOf(path)
    return root === undefined ? undefined : pathToFileURL(root).href
  },
}

async function notIgnored(
  uris: readonly string[],
  folder: string,
  what?: Parameters<typeof withoutIgnored>[2],
): Promise<readonly string[]> {
  const root = pathOf(folder)
  const paths = uris.flatMap((uri) => pathOf(uri) ?? [])
  const kept = root === undefined ? [] : await withoutIgnored(paths, root, what)
  return kept.map((path) => pathToFileURL(path).href)
}
