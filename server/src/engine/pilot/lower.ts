import type { Span } from '../text/span.ts'
import { entryOf, type Syntax } from '../yaml/node.ts'
import { readPilot } from './lower.generated.ts'
import type { Pilot } from './model.generated.ts'
import { fieldsOf } from './read.ts'

/** Reads the pilot from a syntax tree. Never throws: what is absent or of the wrong kind is `undefined`. */
export function lowerPilot(syntax: Pick<Syntax, 'text' | 'root'>): Pilot {
  const block = wholeOf(syntax)
  return readPilot(fieldsOf(block.node) ?? new Map(), block)
}

/** The file itself as a block. */
export function wholeOf({
  text,
  root,
}: Pick<Syntax, 'text' | 'root'>): Pick<Pilot, 'node' | 'span' | 'keySpan'> {
  const node = root?.kind === 'mapping' ? root : undefined
  const span = node?.span ?? { start: 0, end: text.length }
  // What a file lacks is due because of its stage, so the stage is where that is reported.
  const named = node && (entryOf(node, 'stage') ?? entryOf(node, 'name') ?? node.entries[0])
  return { node, span, keySpan: named?.keySpan ?? firstCharacter(text) }
}

function firstCharacter(text: string): Span {
  const start = Math.max(0, text.search(/\S/))
  return { start, end: Math.min(text.length, start + 1) }
}
