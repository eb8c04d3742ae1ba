import { folderOf, isInside } from '../engine/config/paths.ts'
import type { Past } from '../engine/history/source.ts'
import { isPilotFile } from '../engine/pilot/file-name.ts'
import type { ReadResult } from '../engine/ports.ts'
import type { Files } from './io.ts'
import { pathOf } from './paths.ts'

/** The pilots of a repository as they were in a commit; everything else is as it is now. */
export function pastFiles(root: string, { texts }: Pick<Past, 'texts'>, present: Files): Files {
  const contents = new Map<string, ReadResult>()
  for (const [uri, content] of texts) contents.set(pathOf(uri), content)
  const folders = new Set([...contents.keys()].flatMap(foldersAbove))
  const below = (folder: string): readonly string[] =>
    [...contents.keys()].filter((path) => path.startsWith(`${folder}/`))
  return {
    rootOf: present.rootOf,
    readTable: present.readTable,
    readBytes: present.readBytes,
    async kindOf(path) {
      if (contents.has(path)) return 'file'
      if (isInside(path, root) && folders.has(path)) return 'folder'
      return isInside(path, root) && isPilotFile(path) ? 'missing' : present.kindOf(path)
    },
    async list(folder, kind) {
      if (kind === 'yaml') return present.list(folder, kind)
      return isInside(folder, root) ? { paths: below(folder), complete: true } : present.list(folder)
    },
    async read(path, folder) {
      if (isInside(path, root) && isPilotFile(path)) return contents.get(path) ?? { kind: 'missing' }
      return present.read(path, folder)
    },
  }
}

/** Whether any of them is a pilot of the past, or a folder that holds one. */
export function hasPilots(paths: readonly string[], { texts }: Past): boolean {
  const known = [...texts.keys()].map((uri) => pathOf(uri))
  return paths.some((path) => known.some((each) => isInside(each, path)))
}

function foldersAbove(path: string): readonly string[] {
  const folder = folderOf(path)
  return folder === '' ? [] : [folder, ...foldersAbove(folder)]
}
