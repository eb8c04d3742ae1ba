import { type Analysis, type Circumstances, isAsked, lateFindings } from '../analyze.ts'
import { atMost } from '../at-most.ts'
import { isOn } from '../config/presets.ts'
import type { Settings } from '../config/settings.ts'
import type { Change, Finding, Fix } from '../finding.ts'
import type { NotRun } from '../not-run.ts'
import { ofEach } from '../once.ts'
import { revised } from '../revised.ts'
import type { PortfolioFix, PortfolioRule } from '../rules/rule.ts'
import { SUPPRESSION, screen } from '../suppress.ts'
import { firstLine, type Span } from '../text/span.ts'
import type { AnchoredFinding } from './analyze-portfolio.ts'
import { type Anchor, foundAt, type Places, spanOf } from './facts.ts'

/** Where the facts of the other files stand; `undefined` for a file that is gone since. */
export type PlacesOf = (file: string) => Places | undefined

/** What the rules over all pilots have to say about one file. */
export interface FromPortfolio {
  readonly findings: readonly AnchoredFinding[]
  /** The rules that looked at the file; asked only where something depends on them. */
  ran(): ReadonlySet<string>
  readonly notRun: readonly NotRun[]
  /** Where the facts of the file itself stand. */
  readonly places: Places
  readonly placesOf: PlacesOf
  /** What was said before some value of it could not be read any more. */
  readonly isHeld?: boolean
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
  const { text } = analysis
  if (!analysis.readable && !(from.isHeld && isAsked(analysis.syntax))) return analysis
  const { settings, today } = circumstances
  const notRun = notRunIn(analysis.notRun)(from.notRun)(settings)
  // A tree that is not kept is read again: only where a comment may name one of these rules.
  const ran = text.includes(SUPPRESSION) ? from.ran() : new Set<string>()
  const isScreened = [...ran].some((rule) => text.includes(rule))
  if (from.findings.length === 0 && !isScreened) return revised(analysis, { notRun })
  const found = placed(text, from)
  const screened = isScreened
    ? screen(found, analysis.syntax, { lines: analysis.lines, today, known: () => [...ran], ran })
    : { findings: found, suppressed: [], suppressions: [] }
  // What a suppression of another rule matched was said before; only those of these rules are news.
  const unused = screened.suppressions.filter(({ rule, state }) => ran.has(rule) && state === 'unused')
  const late = unused.length > 0 ? lateFindings(analysis, unused, circumstances) : []
  const findings = [...analysis.findings, ...screened.findings, ...late]
  return revised(analysis, {
    findings: atMost(findings, text),
    suppressed: [...analysis.suppressed, ...screened.suppressed],
    notRun,
  })
}

/** The rules over all pilots, for a file of which the others are not known. */
export function notRunAlone(rules: readonly PortfolioRule[], { settings }: Circumstances): readonly NotRun[] {
  return rules.flatMap(({ id }) => (isOn(settings, id) ? [{ rule: id, needs: 'portfolio' }] : []))
}

/** One list for all files that share what it is made of. */
const notRunIn = ofEach((own: readonly NotRun[]) =>
  ofEach((others: readonly NotRun[]) =>
    ofEach((settings: Settings): readonly NotRun[] => [
      ...own,
      ...others.filter(({ rule }) => isOn(settings, rule)),
    ]),
  ),
)

/** The findings at their places in the present text of the file. */
function placed(text: string, { findings, places, placesOf }: FromPortfolio): readonly Finding[] {
  return findings.map(({ rule, severity, message, at, related, fixes, past }) => {
    const found = {
      rule,
      severity,
      message,
      span: firstLine(text, spanOf(places, at)),
      related: related.flatMap(({ file, at: there, message }) => {
        const others = placesOf(file)
        return others ? [{ file, message, span: spanOf(others, there) }] : []
      }),
      fixes: fixes.map((fix) => placedFix(fix, (anchor) => foundAt(places, anchor))).filter(changesSomething),
    }
    return past ? { ...found, past } : found
  })
}

function placedFix(fix: PortfolioFix, find: (anchor: Anchor) => Span | undefined): Fix {
  const here = fix.changes.map((change): Change | undefined => {
    if (change.do !== 'replace') return change
    const span = find(change.at)
    return span && { do: 'replace', span, text: change.text }
  })
  return { ...fix, changes: here.filter((change) => change !== undefined) }
}

function changesSomething({ changes }: Fix): boolean {
  return changes.length > 0
}
