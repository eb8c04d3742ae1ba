import { type Finding, formFinding } from '../finding.ts'
import { brief } from '../text/brief.ts'
import type { Span } from '../text/span.ts'

/** Says something about a place of a configuration file; `rule` is the name behind `config/`. */
export type Say = (rule: string, message: string, span: Span) => void

/** What is wrong with a configuration is always an error: it does not say what its author meant. */
export function configFinding(rule: string, message: string, span: Span): Finding {
  return formFinding(`config/${rule}`, brief(message), span)
}
