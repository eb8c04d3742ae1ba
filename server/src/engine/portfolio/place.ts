import { type Analysis, type Circumstances, isReadable, lateFindings } from '../analyze.ts'
import { type Change, compareFindings, type Finding, type Fix } from '../finding.ts'
import type { PortfolioFix } from '../rules/rule.ts'
import { screen } from '../suppress.ts'
import { firstLine, type Span } from '../text/span.ts'
import { limits } from '../yaml/limits.ts'
import type { AnchoredFinding } from './analyze-portfolio.ts'
import { type Anchor, extract, foundAt, type Places, spanOf } from './facts.ts'

/** Where the facts of the other files stand; `undefined` for a file that is gone since. */
export type PlacesOf = (file: string) => Places | undefined

/** What the rules over all pilots have to say about one file. */
export interface FromPortfolio {
  readonly findings: readonly AnchoredFinding[]
  /** The rules that looked at the file. */
  readonly ran: ReadonlySet<string>
  readonly placesOf: PlacesOf
}

/**
 * The analysis of a file with the findings of the rules over all pilots among its own, unless its suppressions silence
 * them. While the text cannot be read its places are a guess, and it stays as it is.
 */
export function withPortfolio(
  analysis: Analysis,
  from: FromPortfolio,
  circumstances: Circumstances,
): Analysis {
  const { text, syntax, lines, pilot } = analysis
  if (!isReadable(syntax)) return analysis
  const { places } = extract(pilot, syntax)
  const found = placed(from.findings, places, from.placesOf).map((finding) => ({
    ...finding,
    span: firstLine(text, finding.span),
  }))
  const { ran } = from
  const { today } = circumstances
  const screened = screen(found, syntax, { lines, today, rules: [...ran], ran })
  // What a suppression of another rule matched was said before; only those of these rules are news.
  const unused = screened.suppressions.filter(({ rule, state }) => ran.has(rule) && state === 'unused')
  const late = lateFindings(analysis, unused, circumstances)
  const findings = [...analysis.findings, ...screened.findings, ...late]
  return {
    ...analysis,
    findings: findings.sort(compareFindings).slice(0, limits.problems),
    suppressed: [...analysis.suppressed, ...screened.suppressed],
  }
}

/** The findings at their places in the present text of the file. */
function placed(
  findings: readonly AnchoredFinding[],
  places: Places,
  placesOf: PlacesOf,
): readonly Finding[] {
  return findings.map(({ at, related, fixes, ...finding }) => ({
    ...finding,
    span: spanOf(places, at),
    related: related.flatMap(({ file, at: there, message }) => {
      const others = placesOf(file)
      return others ? [{ file, message, span: spanOf(others, there) }] : []
    }),
    fixes: fixes.map((fix) => placedFix(fix, (anchor) => foundAt(places, anchor))).filter(changesSomething),
  }))
}

function placedFix({ changes, ...fix }: PortfolioFix, find: (anchor: Anchor) => Span | undefined): Fix {
  const here = changes.map((change): Change | undefined => {
    if (change.do !== 'replace') return change
    const span = find(change.at)
    return span && { do: 'replace', span, text: change.text }
  })
  return { ...fix, changes: here.filter((change) => change !== undefined) }
}

function changesSomething({ changes }: Fix): boolean {
  return changes.length > 0
}
