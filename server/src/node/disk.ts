import type { Stats } from 'node:fs'
import { access, type FileHandle, link, lstat, mkdir, open, rename, rmdir, unlink } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { codeOf } from './error-code.ts'

/** The operations on the disk that writing takes. */
export interface Disk {
  readonly access: typeof access
  readonly link: typeof link
  readonly lstat: (path: string) => Promise<Stats>
  readonly mkdir: (path: string, options?: { readonly recursive: true }) => Promise<unknown>
  readonly rmdir: (path: string) => Promise<unknown>
  readonly open: (path: string, flags: string | number, mode?: number) => Promise<FileHandle>
  readonly rename: typeof rename
  readonly unlink: typeof unlink
  /** Milliseconds that are waited each time before something is tried again because a file is held. */
  readonly waits: readonly number[]
}

/** On Windows a virus scanner or an editor holds a file for a moment, and then nothing can take its place. */
export function waitsOn(platform: string): readonly number[] {
  return platform === 'win32' ? [10, 20, 50, 100, 200, 400, 800] : []
}

/** That of this machine. */
export const localDisk: Disk = {
  access,
  link,
  lstat: (path) => lstat(path),
  mkdir: (path, options) => mkdir(path, options),
  rmdir: (path) => rmdir(path),
  open,
  rename,
  unlink,
  waits: waitsOn(process.platform),
}

/** What lies at a path; absent where nothing does. */
export async function statsOf(disk: Disk, path: string): Promise<Stats | undefined> {
  return disk.lstat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
}

/** Does what takes the place of a file, again where that is held. */
export async function patiently(disk: Disk, act: () => Promise<void>): Promise<void> {
  for (const wait of disk.waits) {
    try {
      return await act()
    } catch (error) {
      if (!HELD.has(codeOf(error))) throw error
      await setTimeout(wait)
    }
  }
  return act()
}

const HELD: ReadonlySet<string> = new Set(['EACCES', 'EBUSY', 'EPERM'])
