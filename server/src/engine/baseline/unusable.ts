import { type Finding, formFinding } from '../finding.ts'
import type { Span } from '../text/span.ts'
import { limits } from '../yaml/limits.ts'

/** What is said about a baseline that cannot be used, at its place in the file. */
export function unusable(problem: string, span: Span): Finding {
  const message = `The baseline cannot be used, so every finding counts: ${problem}`.slice(0, limits.message)
  return formFinding('baseline/unusable', message, span)
}
