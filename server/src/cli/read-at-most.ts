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
