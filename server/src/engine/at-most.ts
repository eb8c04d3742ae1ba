import { compareFindings, type Finding, outweighs, parserFinding } from './finding.ts'
import { behindMark } from './text/characters.ts'
import { limits, tooManyFindings } from './yaml/limits.ts'

/** What says that a file has more findings than are told. */
export const TOO_MANY = 'yaml/too-many-findings'

/**
 * The findings of a text in the order of their places. Where there are more than the limit, the gravest of them, and one that
 * names the limit: what is left out weighs no more than anything that is told. Findings that were cut before may be given again.
 */
export function atMost(findings: readonly Finding[], text: string): readonly Finding[] {
  const told = findings.filter(({ rule }) => rule !== TOO_MANY)
  if (told.length <= limits.problems) return [...findings].sort(compareFindings)
  const gravest = told.sort(compareWeights).slice(0, limits.problems)
  return [...gravest, parserFinding(tooManyFindings(behindMark(text)))].sort(compareFindings)
}

function compareWeights(a: Finding, b: Finding): number {
  if (a.severity === b.severity) return compareFindings(a, b)
  return outweighs(a.severity, b.severity) ? -1 : 1
}
