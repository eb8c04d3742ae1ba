import { counted } from '../../engine/text/counted.ts'
import type { Io } from '../io.ts'
import { type CheckUp, fine, note } from './check-up.ts'

/** Where the program remembers what it found. */
export async function examineCache({ cache }: Pick<Io, 'cache'>): Promise<readonly CheckUp[]> {
  const { files, bytes, writable } = await cache.state()
  if (cache.path === undefined)
    return [note('cache', 'none: the system names no folder for it', 'Set XDG_CACHE_HOME to one.')]
  const says = `${cache.path}, ${counted(files, 'file')}, ${Math.ceil(bytes / 1_000_000)} MB`
  return [
    writable
      ? fine('cache', says)
      : note(
          'cache',
          `${cache.path} cannot be written`,
          'Allow it to be written, or set XDG_CACHE_HOME to another folder: without it every check begins anew.',
        ),
  ]
}
