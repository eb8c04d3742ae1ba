import type { Finding } from '../finding.ts'
import type { Span } from '../text/span.ts'
import { limits } from '../yaml/limits.ts'

/** Says something about a place of a configuration file; `rule` is the name behind `config/`. */
export type Say = (rule: string, message: string, span: Span) => void

/** What is wrong with a configuration is always an error: it does not say what its author meant. */
export function configFinding(rule: string, message: string, span: Span): Finding {
  const short = message.slice(0, limits.message)
  return { rule: `config/${rule}`, severity: 'error', message: short, span, related: [], fixes: [] }
}
