import { constants } from 'node:fs'
import { lstat, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from '../node/error-code.ts'
import { foldersBetween, writesOn } from '../node/write.ts'
import type { Outputs, WriteRules } from './outputs.ts'
import { refusal } from './refusal.ts'

/** The reports on this machine. */
export const localOutputs: Outputs = {
  obstacle: (path, rules) => saying(() => obstacle(path, rules)),
  write: (path, text, rules) =>
    saying(async () => {
      const found = await obstacle(path, rules)
      return found ?? (await put(path, text, rules.folder))
    }),
  append: (path, text) => saying(() => append(path, text)),
}

async function put(path: string, text: string, folder: string): Promise<string | undefined> {
  const isThere = (await lstat(path).catch(() => undefined)) !== undefined
  const written = isThere
    ? await writes.replace(path, { before: await read(path), after: text }, folder)
    : await writes.create(path, text, folder)
  return written.kind === 'written' ? undefined : refusal(written)
}

const writes = writesOn()

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

async function read(path: string): Promise<string> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  try {
    return await file.readFile('utf8')
  } finally {
    await file.close()
  }
}

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
