import { realpath } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Commitments } from '../engine/history/commitments.ts'
import { commitmentsReader } from '../engine/history/read.ts'
import type { HistorySource, NoHistory } from '../engine/history/source.ts'
import { readBlobs } from './blobs.ts'
import { decode } from './files.ts'
import type { Git } from './git.ts'
import { failure } from './git-failure.ts'
import { repositoryOf } from './gitignore.ts'
import { type Followed, isAsFollowed } from './loose.ts'
import { historyOf } from './told-history.ts'

/**
 * The histories of the repositories of this machine. What a text commits to is remembered by the id of the text as long
 * as the source lives. Folders are those that the user opened or named: Git is asked about the repository they lie in.
 */
export function gitHistory(git: Git): HistorySource {
  const commitments = new Map<string, Commitments | undefined>()
  const followed: Followed = new WeakMap()
  return {
    async texts(folder, ids) {
      const texts = new Map<string, string>()
      const root = await rootOf(folder)
      if (root === undefined) return texts
      await readBlobs(git, root, ids.filter(isHash), async (id, bytes) => {
        const content = decode(bytes)
        if (content.kind === 'text') texts.set(id, content.text)
      })
      return texts
    },
    async read(folder, request = {}) {
      const root = await rootOf(folder)
      if (root === undefined) return { gap: 'no-repository' }
      const head = await headOf(git, root)
      if (typeof head !== 'string') return head
      const { known } = request
      const isKnown = !request.at && known?.head === head && known.asOf === request.asOf
      if (known && isKnown && (await isAsFollowed(known, request, followed))) return known
      const reading = { git, root, head, commitments, commitmentsIn: commitmentsReader(), request, followed }
      return historyOf(reading)
    },
  }
}

/** Where the nearest `.git` upwards is. */
export async function rootOf(folder: string): Promise<string | undefined> {
  try {
    return await repositoryOf(fileURLToPath(folder))
  } catch {
    return undefined
  }
}

/** The newest commit of a whole repository whose files are where its `.git` is. */
export async function headOf(git: Git, root: string): Promise<string | NoHistory> {
  const options = ['--is-shallow-repository', '--show-toplevel', '--quiet', '--verify']
  const result = await git.run(root, { command: 'rev-parse', options, revision: 'HEAD^{commit}' })
  if (result.kind === 'no-git') return failure(result)
  // Without a commit Git fails at the last answer, and has given the others. Only a path may hold a line break.
  const lines = result.output.toString().replace(/\n$/, '').split('\n')
  const head = HASH.test(lines.at(-1) ?? '') ? lines.pop() : undefined
  const [shallow, ...toplevel] = lines
  if (shallow !== 'true' && shallow !== 'false') return failure(result)
  if (!(await isSame(toplevel.join('\n'), root))) return { gap: 'foreign' }
  // Where there is no commit yet Git fails without a word.
  if (head === undefined)
    return result.kind === 'failed' && result.reason !== '' ? failure(result) : { gap: 'empty' }
  return shallow === 'true' ? { gap: 'shallow' } : head
}

export const HASH: RegExp = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

function isHash(id: string): boolean {
  return HASH.test(id)
}

async function isSame(toplevel: string, root: string): Promise<boolean> {
  const [a, b] = await Promise.all([toplevel, root].map((path) => realpath(path).catch(() => undefined)))
  return a !== undefined && a === b
}
