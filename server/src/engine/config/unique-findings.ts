import { compareFindings, type Finding } from '../finding.ts'

/** Each finding once, in the order of their places: a file that is reached on two ways would complain twice. */
export function uniqueFindings(findings: readonly Finding[]): readonly Finding[] {
  const all = findings.map((each) => [`${each.rule} ${each.span.start} ${each.message}`, each] as const)
  return [...new Map(all).values()].sort(compareFindings)
}
