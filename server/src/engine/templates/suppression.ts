import type { Fix } from '../finding.ts'
import type { Suppression } from '../suppress.ts'
import type { Span } from '../text/span.ts'
import { breakLength, lineEndAt, lineStartAt } from '../yaml/layout.ts'

/** Removes a suppression: its whole line, or only the comment where a value stands in front of it. */
export function removeComment(text: string, { span }: Suppression, safe: boolean): Fix {
  return {
    title: 'Remove the suppression',
    safe,
    changes: [{ do: 'replace', span: lineOf(text, span.start), text: '' }],
  }
}

function lineOf(text: string, at: number): Span {
  const start = lineStartAt(text, at)
  const end = lineEndAt(text, at)
  const before = text.slice(start, at).replace(/^\uFEFF/, '')
  if (before.trim() !== '') return { start: start + text.slice(start, at).trimEnd().length, end }
  return { start: at - before.length, end: end + breakLength(text, end) }
}
