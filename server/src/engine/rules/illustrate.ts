import type { Analysis } from '../analyze.ts'
import type { Severity } from '../finding.ts'
import type { IsoDate } from '../pilot/dates.ts'
import { listing } from '../text/listing.ts'
import { analyzeExample, filesOf, USUAL_AUTHOR, USUAL_DAY } from './example-files.ts'
import {
  type Example,
  isAboutSuppressions,
  isPortfolioRule,
  type PastState,
  type PortfolioRule,
  type Rule,
} from './rule.ts'

/** An example as a reader sees it: without the carets of the tests, and with what the rule says about it. */
export interface Illustration {
  readonly title: string
  /** The day on which it is judged, where that is not the usual one. */
  readonly today: IsoDate | undefined
  /** The file itself, the states that it had before and the files around it, in the order in which they are read. */
  readonly files: readonly IllustratedFile[]
  /** What is known beside the files, as a sentence. */
  readonly beside: string | undefined
}

export interface IllustratedFile {
  /** What the file is, when there is more than one; without a full stop. */
  readonly caption: string | undefined
  readonly yaml: string
  readonly findings: readonly IllustratedFinding[]
}

export interface IllustratedFinding {
  /** Of the example, from 1. */
  readonly line: number
  readonly severity: Severity
  readonly message: string
}

/** `rules` are all of one file: a suppression is judged by what the others found. */
export function illustrate(
  rule: Rule | PortfolioRule,
  example: Example,
  rules: readonly Rule[],
): Illustration {
  const bare = withoutCarets(example)
  const asked = isPortfolioRule(rule)
    ? { rules: [], portfolioRules: [rule] }
    : { rules: isAboutSuppressions(rule) ? rules : [rule], portfolioRules: [] }
  const analyses = analyzeExample(bare, asked)
  const { history = [], others = {}, deleted = {} } = bare
  const alone = Object.keys(others).length === 0
  const now = history.length > 0 ? 'Now' : undefined
  const files = filesOf(bare).map(({ name, text, added }): IllustratedFile => {
    const yaml = text.split('\n').slice(added).join('\n')
    const findings = findingsOf(rule, analyses.get(name), added)
    return { caption: alone ? now : name, yaml, findings }
  })
  const past = history.map((state) =>
    old(`Committed on ${state.date} by ${state.author ?? USUAL_AUTHOR}`, state),
  )
  const gone = Object.entries(deleted).map(([name, state]) => {
    return old(`${name}.pilot.yaml, deleted on ${state.date} by ${state.author ?? USUAL_AUTHOR}`, state)
  })
  const today = example.today === USUAL_DAY ? undefined : example.today
  return { title: example.title, today, files: [...past, ...files, ...gone], beside: beside(example) }
}

function findingsOf(
  { id }: Rule | PortfolioRule,
  analysis: Analysis | undefined,
  added: number,
): readonly IllustratedFinding[] {
  const own = analysis?.findings.filter((finding) => finding.rule === id) ?? []
  return own.map(({ span, severity, message }) => {
    const line = analysis?.lines.positionAt(span.start).line ?? 0
    return { line: Math.max(1, line + 1 - added), severity, message }
  })
}

function old(caption: string, { yaml }: PastState): IllustratedFile {
  return { caption, yaml, findings: [] }
}

function beside({ registry }: Example): string | undefined {
  if (!registry) return undefined
  const entries = registry.map(({ kind, name, title }) => `the ${kind} ${title ?? name}`)
  return `The registry knows ${listing(entries)}.`
}

function withoutCarets(example: Example): Example {
  const { yaml, others } = example
  const bare = Object.entries(others ?? {}).map(([name, text]) => [name, text.replace(CARETS, '')] as const)
  const rest = others ? { others: Object.fromEntries(bare) } : {}
  return { ...example, yaml: yaml.replace(CARETS, ''), ...rest }
}

const CARETS = /^[ \t]*#[ \t]*\^+.*\n?/gm
