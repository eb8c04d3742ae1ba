import type { Dirent } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** What stands in a folder. */
export interface Entry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'link' | 'other'
}

interface Surroundings {
  readonly platform: string
  /** Looks at what stands at a path, and follows no link. */
  readonly look: (path: string) => Promise<Kind>
}

type Kind = Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>

const local: Surroundings = { platform: process.platform, look: (path) => lstat(path) }

/**
 * What stands in a folder, by the names that editors and Git have for it: macOS keeps an `ä` as it was given, which Finder does in
 * two characters, and finds it by either. Rejects where the folder cannot be read.
 */
export async function entriesIn(folder: string, on: Surroundings = local): Promise<readonly Entry[]> {
  const { platform } = on
  const entries = (await readdir(folder, { withFileTypes: true })).map(entryOf)
  if (platform === 'darwin') return entries.map(({ name, kind }) => ({ name: name.normalize('NFC'), kind }))
  if (platform !== 'win32' || !entries.some(({ kind }) => kind === 'link')) return entries
  return Promise.all(
    entries.map((entry) => (entry.kind === 'link' ? linkOrNot(join(folder, entry.name), entry, on) : entry)),
  )
}

/** In a list of Windows whatever is kept in an unusual way is a link, such as a file of which OneDrive has the content. */
async function linkOrNot(path: string, entry: Entry, { look }: Surroundings): Promise<Entry> {
  const stats = await look(path).catch(() => undefined)
  return stats ? { name: entry.name, kind: kindOf(stats) } : entry
}

function entryOf(entry: Dirent): Entry {
  return { name: entry.name, kind: kindOf(entry) }
}

function kindOf(entry: Kind): Entry['kind'] {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return entry.isSymbolicLink() ? 'link' : 'other'
}
