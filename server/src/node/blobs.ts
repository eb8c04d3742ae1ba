import { SIZE } from './files.ts'
import type { Git } from './git.ts'

type Take = (id: string, bytes: Uint8Array) => Promise<void>
type Answers = readonly (Uint8Array | undefined)[]

/**
 * Hands over the bytes of the texts, each once, in the order of their ids. One process reads them all; one that is
 * damaged ends it, and is left out by the next. So does one that is too large: then none is asked for any more that would not be
 * taken. Tells how many were not given.
 */
export async function readBlobs(git: Git, root: string, ids: readonly string[], take: Take): Promise<number> {
  let left = ids
  let given = 0
  let isSized = false
  for (let attempt = 0; attempt < ATTEMPTS && left.length > 0; attempt++) {
    const result = await git.run(root, {
      command: 'cat-file',
      options: ['--batch'],
      input: `${left.join('\n')}\n`,
    })
    if (result.kind === 'no-git' || result.kind === 'timeout') break
    const answers = answersIn(result.output)
    given += answers.filter((bytes) => bytes).length
    await handOver(left, answers, take)
    const isStuck = result.kind === 'failed' || answers.length === 0
    left = left.slice(answers.length + (isStuck ? 1 : 0))
    if (isSized || result.kind === 'done') continue
    isSized = true
    const large = await largeOf(git, root, left)
    given += large.size
    left = left.filter((id) => !large.has(id))
  }
  return ids.length - given
}

async function handOver(ids: readonly string[], answers: Answers, take: Take): Promise<void> {
  for (const [index, bytes] of answers.entries()) {
    const id = ids[index]
    if (id !== undefined && bytes && bytes.length <= SIZE) await take(id, bytes)
  }
}

/** Those of the texts that are larger than any that is read. */
async function largeOf(git: Git, root: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const options = ['--batch-check=%(objecttype) %(objectsize)']
  const result = await git.run(root, { command: 'cat-file', options, input: `${ids.join('\n')}\n` })
  const lines = result.kind === 'done' ? result.output.toString('latin1').split('\n') : []
  return new Set(ids.filter((_, index) => Number(/^blob (\d+)$/.exec(lines[index] ?? '')?.[1]) > SIZE))
}

/** Processes that one reading may cost. */
const ATTEMPTS = 10
const LF = 10

/** What was answered to each question in turn; nothing for what is not there. Ends where an answer is cut off. */
function answersIn(output: Buffer): Answers {
  const answers: (Uint8Array | undefined)[] = []
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(LF, at)
    if (end < 0) break
    const [, type, size] = /^[0-9a-f]+ (\w+) (\d+)$/.exec(output.toString('latin1', at, end)) ?? []
    const next = end + 1 + (size === undefined ? 0 : Number(size) + 1)
    if (next > output.length) break
    answers.push(type === 'blob' ? output.subarray(end + 1, next - 1) : undefined)
    at = next
  }
  return answers
}
