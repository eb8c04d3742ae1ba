/** A report, piece by piece in its order: that of ten thousand pilots is too long to be held as a whole beside them. */
export type Parts = Generator<string, void>

/** A report that is made at once. */
export function* whole(text: string): Parts {
  yield text
}

/** The same in longer pieces: what is written costs the more the more often something is. */
export function* inBlocks(parts: Parts): Parts {
  let block: string[] = []
  let length = 0
  for (const part of parts) {
    block.push(part)
    length += part.length
    if (length < BLOCK) continue
    yield block.join('')
    block = []
    length = 0
  }
  if (length > 0) yield block.join('')
}

/** UTF-16 units. */
const BLOCK = 65_536
