import { SIZE } from './files.ts'
import type { Git } from './git.ts'

/**
 * Hands over the bytes of the texts, each once, in the order of their ids. One process reads them all; one that is
 * damaged ends it, and is left out by the next. Tells how many were not given.
 */
export async function readBlobs(
  git: Git,
  root: string,
  ids: readonly string[],
  take: (id: string, bytes: Uint8Array) => Promise<void>,
): Promise<number> {
  let left = ids
  let given = 0
  for (let attempt = 0; attempt < ATTEMPTS && left.length > 0; attempt++) {
    const result = await git.run(root, {
      command: 'cat-file',
      options: ['--batch'],
      input: `${left.join('\n')}\n`,
    })
    if (result.kind === 'no-git' || result.kind === 'timeout') break
    const answers = answersIn(result.output)
    given += answers.filter((bytes) => bytes).length
    for (const [index, bytes] of answers.entries()) {
      const id = left[index]
      if (id !== undefined && bytes && bytes.length <= SIZE) await take(id, bytes)
    }
    const isStuck = result.kind === 'failed' || answers.length === 0
    left = left.slice(answers.length + (isStuck ? 1 : 0))
  }
  return ids.length - given
}

/** Processes that one reading may cost. */
const ATTEMPTS = 10
const LF = 10

/** What was answered to each question in turn; nothing for what is not there. Ends where an answer is cut off. */
function answersIn(output: Buffer): readonly (Uint8Array | undefined)[] {
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
