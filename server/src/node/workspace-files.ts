import { pathToFileURL } from 'node:url'
import { isPilotFile } from '../engine/pilot/file-name.ts'
import type { Files } from '../engine/ports.ts'
import { isThere, nodeFiles, pathOf } from './files.ts'
import type { Git } from './git.ts'
import { ownRepositoryOf, withoutIgnored } from './gitignore.ts'
import { type Tracked, trackedBy } from './tracked.ts'

/** The files of a workspace on this machine, without the pilots that Git ignores. Git itself is asked once the user trusts them. */
export function workspaceFiles(git?: Git): Files {
  let tracked: Tracked | undefined
  const wanted = (uris: readonly string[], folder: string): Promise<readonly string[]> =>
    notIgnored(uris, folder, { tracked })
  return {
    trust() {
      tracked ??= git && trackedBy(git)
    },
    async list(folder, kind, around) {
      const { uris, complete, skipped = [], closed = [] } = await nodeFiles.list(folder, kind, around)
      if (kind === 'yaml') return { uris, complete }
      const places = skipped.map(({ place }) => place)
      const named = new Set(await wanted(places, folder))
      return {
        uris: await wanted(uris, folder),
        complete,
        skipped: skipped.filter(({ place }) => named.has(place)),
        closed: await notIgnored(closed, folder, { areFolders: true }),
      }
    },
    async read(uri, folder, isListed = false) {
      const result = await nodeFiles.read(uri, folder)
      if (isListed || result.kind === 'missing' || !isPilotFile(uri)) return result
      return (await wanted([uri], folder)).length > 0 ? result : { kind: 'missing' }
    },
    isThere,
    async rootOf(folder) {
      const path = pathOf(folder)
      const root = path === undefined ? undefined : await ownRepositoryOf(path)
      return root === undefined ? undefined : pathToFileURL(root).href
    },
  }
}

async function notIgnored(
  uris: readonly string[],
  folder: string,
  what?: Parameters<typeof withoutIgnored>[2],
): Promise<readonly string[]> {
  const root = pathOf(folder)
  const paths = uris.map((uri) => pathOf(uri) ?? '')
  const there = paths.filter((path) => path !== '')
  const kept = new Set(root === undefined ? [] : await withoutIgnored(there, root, what))
  return uris.filter((_, index) => kept.has(paths[index] ?? ''))
}
