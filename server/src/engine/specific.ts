import type { Finding } from './finding.ts'

/** A general rule is silent where a specific one already reports the same place. */
export function specific(findings: readonly Finding[], general: ReadonlySet<string>): readonly Finding[] {
  if (!findings.some(({ rule }) => general.has(rule))) return findings
  const place = ({ span }: Finding): string => `${span.start} ${span.end}`
  const taken = new Set(findings.filter(({ rule }) => !general.has(rule)).map(place))
  return findings.filter((each) => !general.has(each.rule) || !taken.has(place(each)))
}
