import type { Span } from './span.ts'

/** Replaces the text in `span` by `text`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span
  readonly text: string
}

/** The text after all edits, which must not overlap. Edits at one place apply in the order given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, index) => ({ edit, index }))
  ordered.sort((a, b) => a.edit.span.start - b.edit.span.start || a.index - b.index)
  let result = ''
  let at = 0
  for (const { edit } of ordered) {
    if (edit.span.start < at) throw new Error('Edits overlap')
    result += text.slice(at, edit.span.start) + edit.text
    at = edit.span.end
  }
  return result + text.slice(at)
}
