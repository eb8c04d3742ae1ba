import { realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { bytesOf, SIZE } from './files.ts'
import type { Git } from './git.ts'

/** Whether a repository was cloned without all of its texts, which others would fetch when they need them. */
export async function isPartial(git: Git, root: string): Promise<boolean> {
  const result = await git.run(root, { command: 'rev-parse', options: ['--git-common-dir'] })
  const folder = result.kind === 'done' ? result.output.toString().replace(/\n$/, '') : '.git'
  const config = join(resolve(root, folder), 'config')
  // Some tools put a link there. A line at a time: a pattern that went on to the next one would never end on blank ones.
  const bytes = await bytesOf(await realpath(config).catch(() => config), SIZE)
  return typeof bytes !== 'string' && /^[ \t]*(?:promisor|partialclone)/im.test(bytes.toString())
}
