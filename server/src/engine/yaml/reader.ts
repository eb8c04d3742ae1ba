import { behindMark } from '../text/characters.ts'
import type { Span } from '../text/span.ts'
import { LineReader } from './line-reader.ts'
import type { Part, Syntax } from './node.ts'
import { isUnusual } from './plain.ts'

/**
 * Reads the plain subset of YAML that nearly every pilot is written in: blocks of keys and lists, values and brackets on one line,
 * even block scalars, anchors, comments. Returns `undefined` for anything else, right or wrong, and the parser takes over: whatever
 * this reader returns is what the parser would have returned, which a test compares. Linear in the length of the text.
 */
export function readPlain(text: string): Syntax | undefined {
  const start = behindMark(text)
  const read = readPart(text, { start, end: text.length })
  return read && { text, root: read.root, comments: read.comments, problems: [] }
}

/** Reads a part of a text that begins and ends with whole lines by the same measure, with its places in the whole text. */
export function readPart(text: string, part: Span): Part | undefined {
  return isUnusual(text.slice(part.start, part.end)) ? undefined : new LineReader(text, part).read()
}
