import type { Range, TextEdit } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import { orderEdits } from '../engine/order.ts'
import { rangeOf, spanOf } from './range.ts'

/** The edits that bring the keys of a file, or of the blocks within a range, into the order of the schema. */
export function formatting({ syntax, lines }: Analysis, range?: Range): TextEdit[] {
  const within = range && spanOf(lines, range)
  return orderEdits(syntax, within).map(({ span, text }) => ({ range: rangeOf(lines, span), newText: text }))
}
