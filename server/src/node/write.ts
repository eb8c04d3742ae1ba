import { randomBytes } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { type Disk, localDisk, patiently, statsOf } from './disk.ts'
import { codeOf } from './error-code.ts'
import { foldersBetween, isElsewhere } from './folders-between.ts'
import { tidyWhenEnded } from './interrupted.ts'

/** What became of a file that was to be written. */
export type Written =
  | { readonly kind: 'written' }
  /** There is something at the path already; it was left alone. */
  | { readonly kind: 'exists' }
  /** The file does not hold any more what was read from it; it was left alone. */
  | { readonly kind: 'changed' }
  /** A link, or something else that is no file or folder, is in the way. */
  | { readonly kind: 'blocked'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }

/**
 * Writes pilot files. Whatever happens in between, be it the end of the process, a path holds its old text or all of the
 * new one. Calls always settle with a result; they never reject.
 */
export interface Writes {
  /** Puts a text where there is nothing yet, with the folders above it. Never overwrites. */
  create(path: string, text: string, folder: string): Promise<Written>
  /** Replaces the text that was read. Keeps the mode; never follows a link below `folder`. */
  replace(
    path: string,
    texts: { readonly before: string; readonly after: string },
    folder: string,
  ): Promise<Written>
}

/** The files of this machine, or of a disk that behaves as a test wants. */
export function writesOn(disk: Disk = localDisk): Writes {
  return {
    create: (path, text, folder) => settled(() => create(disk, { path, folder }, [text])),
    replace: (path, { before, after }, folder) =>
      settled(() =>
        replace(disk, { path, folder }, { pieces: [after], isOld: () => holds(disk, path, before) }),
      ),
  }
}

/**
 * Puts a text at a path from pieces that may be made meanwhile: where nothing is, or in place of what `isOld` takes. It holds to the
 * promises of `Writes`.
 */
export function put(
  target: Target,
  pieces: Iterable<string>,
  isOld: () => Promise<boolean>,
  disk: Disk = localDisk,
): Promise<Written> {
  return settled(async () => {
    const isThere = (await statsOf(disk, target.path)) !== undefined
    return isThere ? replace(disk, target, { pieces, isOld }) : create(disk, target, pieces)
  })
}

interface Target {
  readonly path: string
  /** Links above it are the user's own affair. */
  readonly folder: string
}

const written: Written = { kind: 'written' }

async function create(disk: Disk, { path, folder }: Target, pieces: Iterable<string>): Promise<Written> {
  const made: string[] = []
  try {
    if (isElsewhere(path, folder))
      for (const step of await missingAbove(disk, path)) {
        await disk.mkdir(step, { recursive: true })
        made.unshift(step)
      }
    for (const step of foldersBetween(folder, path)) {
      const stats = await statsOf(disk, step)
      if (stats && !stats.isDirectory()) return blocked(step, folder, 'folder')
      if (stats) continue
      await disk.mkdir(step)
      made.unshift(step)
    }
    if (await statsOf(disk, path)) return { kind: 'exists' }
    return await withTemporary(disk, { path, pieces, mode: NEW_FILE }, async (temporary) => {
      await publishNew(disk, temporary, path)
    })
  } catch (error) {
    // One in which somebody else has put something meanwhile stays.
    for (const step of made) await disk.rmdir(step).catch(() => undefined)
    throw error
  }
}

/** The folders above a path that are not there, from the outside in. */
async function missingAbove(disk: Disk, path: string): Promise<readonly string[]> {
  const missing: string[] = []
  for (let at = dirname(path); at !== dirname(at) && !(await statsOf(disk, at)); at = dirname(at))
    missing.unshift(at)
  return missing
}

async function replace(
  disk: Disk,
  { path, folder }: Target,
  { pieces, isOld }: { readonly pieces: Iterable<string>; readonly isOld: () => Promise<boolean> },
): Promise<Written> {
  for (const step of foldersBetween(folder, path)) {
    const stats = await statsOf(disk, step)
    if (!stats?.isDirectory()) return blocked(step, folder, 'folder')
  }
  const stats = await disk.lstat(path)
  if (!stats.isFile()) return blocked(path, folder, 'regular file')
  // A file in a folder that may be written can be replaced without a permission to write it.
  await disk.access(path, constants.W_OK)
  if (!(await isOld())) return { kind: 'changed' }
  const mode = stats.mode & 0o7777
  let changed = false
  const result = await withTemporary(disk, { path, pieces, mode, owner: stats }, (temporary) =>
    patiently(disk, async () => {
      changed = !isSame(await disk.lstat(path), stats)
      await (changed ? disk.unlink(temporary) : disk.rename(temporary, path))
    }),
  )
  return changed ? { kind: 'changed' } : result
}

/** Unlike a rename, a link fails where something appeared in the meantime. Some disks have none: the name is taken first. */
async function publishNew(disk: Disk, temporary: string, path: string): Promise<void> {
  try {
    await disk.link(temporary, path)
    await disk.unlink(temporary)
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error))) throw error
    await (await disk.open(path, 'wx')).close()
    await patiently(disk, () => disk.rename(temporary, path))
  }
}

/** Of a stick that was formatted as usual Windows says that it is a folder, and of a drive in a cloud that it knows nothing. */
const NO_LINKS: ReadonlySet<string> = new Set(
  'EPERM ENOTSUP EOPNOTSUPP ENOSYS EISDIR EINVAL UNKNOWN'.split(' '),
)

/** Readable and writable as far as the user's own mask allows it. */
const NEW_FILE = 0o666

interface Draft {
  readonly path: string
  readonly pieces: Iterable<string>
  readonly mode: number
  /** Of the file that is replaced. */
  readonly owner?: Stats
}

/** Writes the text beside its path, hands the whole of it over, and leaves nothing behind when that fails. */
async function withTemporary(
  disk: Disk,
  { path, pieces, mode, owner }: Draft,
  publish: (temporary: string) => Promise<void>,
): Promise<Written> {
  const temporary = join(
    dirname(path),
    `.${basename(path).slice(0, 40)}.${randomBytes(6).toString('hex')}.tmp`,
  )
  await tidyWhenEnded(temporary, async () => {
    const file = await disk.open(temporary, 'wx', mode)
    try {
      try {
        for (const piece of pieces) await file.writeFile(piece, 'utf8')
        if (owner) await keepOwner(file, owner, mode)
        await file.sync()
      } finally {
        await file.close()
      }
      await publish(temporary)
    } catch (error) {
      await disk.unlink(temporary).catch(() => undefined)
      throw error
    }
  })
  await syncFolder(disk, dirname(path))
  return written
}

async function keepOwner(file: FileHandle, { uid, gid }: Stats, mode: number): Promise<void> {
  const own = await file.stat()
  // Only the system's administrator may give a file away.
  if (own.uid !== uid || own.gid !== gid) await file.chown(uid, gid).catch(() => undefined)
  await file.chmod(mode)
}

/** Makes sure that the new name outlives a loss of power, where folders can be synced. */
async function syncFolder(disk: Disk, folder: string): Promise<void> {
  const handle = await disk.open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close().catch(() => undefined)
}

async function holds(disk: Disk, path: string, text: string): Promise<boolean> {
  const file = await disk.open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  try {
    return (await file.readFile()).equals(Buffer.from(text, 'utf8'))
  } finally {
    await file.close()
  }
}

function isSame(a: Stats, b: Stats): boolean {
  return (
    a.ino === b.ino &&
    a.dev === b.dev &&
    a.size === b.size &&
    a.mtimeMs === b.mtimeMs &&
    a.ctimeMs === b.ctimeMs
  )
}

function blocked(step: string, folder: string, wanted: 'folder' | 'regular file'): Written {
  const name = relative(folder, step).split(sep).join('/')
  return { kind: 'blocked', reason: `${name} is a link, or no ${wanted}` }
}

async function settled(act: () => Promise<Written>): Promise<Written> {
  try {
    return await act()
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') return { kind: 'exists' }
    return {
      kind: 'failed',
      reason: reasons[code] ?? (code === '' ? String(error) : `the system says ${code}`),
    }
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'writing there is not allowed',
  EBUSY: 'another program holds it',
  EDQUOT: 'your share of the disk is full',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'it is gone',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is no folder',
  EPERM: 'writing there is not allowed',
  EROFS: 'the disk is read-only',
}
