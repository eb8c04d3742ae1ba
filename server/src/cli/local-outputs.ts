import { constants } from 'node:fs'
import { lstat, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from '../node/error-code.ts'
import { foldersBetween } from '../node/folders-between.ts'
import { put } from '../node/write.ts'
import type { Outputs, WriteRules } from './outputs.ts'
import { refusal } from './refusal.ts'

/** The reports on this machine. */
export const localOutputs: Outputs = {
  obstacle: (path, rules) => saying(() => obstacle(path, rules)),
  write: (path, pieces, rules) =>
    saying(async () => {
      const found = await obstacle(path, rules)
      if (found !== undefined) return found
      const isOld = async (): Promise<boolean> => (await obstacle(path, rules)) === undefined
      const written = await put({ path, folder: rules.folder }, pieces, isOld)
      return written.kind === 'written' ? undefined : refusal(written)
    }),
  append: (path, text) => saying(() => append(path, text)),
}

/** What the operating system refuses is said, not thrown. */
async function saying(act: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await act()
  } catch (error) {
    const code = codeOf(error)
    return code === '' ? 'it cannot be written' : `it cannot be written (${code})`
  }
}

async function obstacle(path: string, { folder, replaceable }: WriteRules): Promise<string | undefined> {
  for (const step of foldersBetween(folder, path)) {
    const stats = await lstat(step).catch(() => undefined)
    if (stats?.isSymbolicLink()) return 'its folder is a link'
  }
  const above = await lstat(dirname(path)).catch(() => undefined)
  if (!above) return 'its folder does not exist'
  const stats = await lstat(path).catch(() => undefined)
  if (!stats) return undefined
  if (stats.isSymbolicLink()) return 'it is a link'
  if (!stats.isFile()) return 'it is no regular file'
  return stats.size === 0 || replaceable(await read(path))
    ? undefined
    : 'it is there and is no report of this format'
}

/** A file, or the beginning and the end of one that is longer than both. */
async function read(path: string): Promise<string> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  try {
    const { size } = await file.stat()
    if (size <= 2 * END) return await file.readFile('utf8')
    const ends = Buffer.alloc(2 * END)
    await file.read(ends, 0, END, 0)
    await file.read(ends, END, END, size - END)
    return ends.toString('utf8')
  } finally {
    await file.close()
  }
}

/** Bytes by which it is told what a long file is. */
const END = 512 * 1024

async function append(path: string, text: string): Promise<string | undefined> {
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_WRONLY } = constants
  const file = await open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK)
  try {
    if (!(await file.stat()).isFile()) return 'it is no regular file'
    await file.appendFile(text)
    return undefined
  } finally {
    await file.close()
  }
}
