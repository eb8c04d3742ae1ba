import type { Readable, Writable } from 'node:stream'
import type { Content } from '../engine/analyze-content.ts'
import { decode, SIZE } from '../node/files.ts'
import { readAtMost } from './read-at-most.ts'

/** All that comes from standard input. */
export async function contentOf(input: Readable): Promise<Content> {
  const bytes = await readAtMost(SIZE, input)
  return bytes ? decode(bytes) : { kind: 'too-large' }
}

/** What it is called that nobody reads on; the second is Windows' word for it. */
const LEFT: ReadonlySet<string> = new Set(['EPIPE', 'EOF'])

/** Tells once why standard output takes no more. Whoever reads it may have seen enough: `pilots check | head` is no mistake. */
export function watchOutput(output: Writable, failed: (reason: string) => void): void {
  let isTold = false
  output.on('error', (error) => {
    const reason = 'code' in error ? String(error.code) : error.message
    if (LEFT.has(reason) || isTold) return
    isTold = true
    failed(reason)
  })
}
