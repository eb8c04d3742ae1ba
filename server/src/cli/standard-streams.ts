import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Content } from '../engine/analyze-content.ts'
import { codeOf } from '../node/error-code.ts'
import { decode, SIZE } from '../node/files.ts'

/** All that comes from standard input. */
export async function contentOf(input: Readable): Promise<Content> {
  const bytes = await readAtMost(SIZE, input)
  return bytes ? decode(bytes) : { kind: 'too-large' }
}

/** All that a stream holds, or nothing where it is more than so many bytes: it is closed then and not read to its end, which may never come. */
export async function readAtMost(
  size: number,
  stream: AsyncIterable<Uint8Array>,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > size) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Settles when a stream takes more, or takes nothing any more. */
export async function drained(output: Writable): Promise<void> {
  if (output.writableNeedDrain && !output.errored) await once(output, 'drain').catch(() => undefined)
}

/** What it is called that nobody reads on; the second is Windows' word for it. */
const LEFT: ReadonlySet<string> = new Set(['EPIPE', 'EOF'])

/** Tells once why standard output takes no more. Whoever reads it may have seen enough: `pilots check | head` is no mistake. */
export function watchOutput(output: Writable, failed: (reason: string) => void): void {
  let isTold = false
  output.on('error', (error) => {
    const reason = codeOf(error) || error.message
    if (LEFT.has(reason) || isTold) return
    isTold = true
    failed(reason)
  })
}
