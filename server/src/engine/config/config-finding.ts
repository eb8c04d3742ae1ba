import { compareFindings, type Finding, formFinding } from '../finding.ts'
import { brief } from '../text/brief.ts'
import type { Span } from '../text/span.ts'

/** Says something about a place of a configuration file; `rule` is the name behind `config/`. */
export type Say = (rule: string, message: string, span: Span) => void

/** What is wrong with a configuration is always an error: it does not say what its author meant. */
export function configFinding(rule: string, message: string, span: Span): Finding {
  return formFinding(`config/${rule}`, brief(message), span)
}

/** Each finding once, in the order of their places: a file that is reached on two ways would complain twice. */
export function uniqueFindings(findings: readonly Finding[]): readonly Finding[] {
  const all = findings.map((each) => [`${each.rule} ${each.span.start} ${each.message}`, each] as const)
  return [...new Map(all).values()].sort(compareFindings)
}
