import { ofLast } from '../once.ts'
import { behindMark } from '../text/characters.ts'
import { exceeded, overLimit } from './limits.ts'
import type { Syntax } from './node.ts'
import { parseFully } from './parse-fully.ts'
import { readPlain } from './reader.ts'

/**
 * Reads one YAML file into a tree with places, its comments and its problems. Never throws, whatever the text holds.
 * A file over a limit is not parsed: it has no root and one problem.
 */
export function parse(text: string): Syntax {
  const { limit, plain } = lastRead(text)
  if (limit) return { text, root: undefined, comments: [], problems: [overLimit(limit, behindMark(text))] }
  return plain ?? parseFully(text)
}

/** Whether a text is plain, as nearly every pilot is. Who reads it next does not wait again. */
export function isPlain(text: string): boolean {
  return lastRead(text).plain !== undefined
}

interface Read {
  readonly limit?: ReturnType<typeof exceeded>
  readonly plain?: Syntax | undefined
}

const lastRead = ofLast((text: string): Read => {
  const limit = exceeded(text)
  return limit ? { limit } : { plain: readPlain(text) }
})

/** The same, for who asks about one text again and again, as all its fixes do: a long one takes a while to read. */
export const lastTree: (text: string) => Syntax = ofLast(parse)
