import { type Finding, formFinding } from '../finding.ts'
import { brief } from '../text/brief.ts'
import type { Span } from '../text/span.ts'

/** What is said about a baseline that cannot be used, at its place in the file. */
export function unusable(problem: string, span: Span): Finding {
  const message = brief(`The baseline cannot be used, so every finding counts: ${problem}`)
  return formFinding('baseline/unusable', message, span)
}
