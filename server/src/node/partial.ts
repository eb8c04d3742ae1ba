import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Git } from './git.ts'

/** Whether a repository was cloned without all of its texts, which others would fetch when they need them. */
export async function isPartial(git: Git, root: string): Promise<boolean> {
  const result = await git.run(root, { command: 'rev-parse', options: ['--git-common-dir'] })
  const folder = result.kind === 'done' ? result.output.toString().replace(/\n$/, '') : '.git'
  const config = await readFile(join(resolve(root, folder), 'config'), 'utf8').catch(() => '')
  return /^\s*(?:promisor|partialclone)/im.test(config)
}
