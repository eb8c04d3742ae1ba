import type { Stats } from 'node:fs'
import { access, type FileHandle, link, lstat, mkdir, open, rename, rmdir, unlink } from 'node:fs/promises'

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
}

/** What lies at a path; absent where nothing does. */
export async function statsOf(disk: Disk, path: string): Promise<Stats | undefined> {
  return disk.lstat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
}

/** By what name the system calls an error, such as `ENOENT`; empty where it is none of the system. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
