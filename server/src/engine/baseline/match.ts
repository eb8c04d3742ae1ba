import type { Analysis } from '../analyze.ts'
import { TOO_MANY } from '../at-most.ts'
import type { Finding } from '../finding.ts'
import { fingerprintsIn } from '../fingerprint.ts'
import { addTo } from '../group-by.ts'
import { type BaselineFile, type Fingerprints, sizeOf } from './baseline.ts'

/** A file as it is now, beside what the baseline holds of it. */
export interface Match {
  /** The findings that the baseline holds. */
  readonly known: ReadonlySet<Finding>
  /** What the baseline holds and nobody finds any more. */
  readonly gone: Fingerprints
}

/** Tells what was there before. What keeps a file from being read is never known: it hides everything else. */
export function matchBaseline(analysis: Analysis, { findings, covered }: BaselineFile): Match {
  const prints = fingerprintsIn('', analysis)
  const isKnown = (finding: Finding): boolean => {
    const print = prints.get(finding) ?? ''
    const lists = [findings.get(finding.rule), covered.get(finding.rule)]
    return !isBarrier(finding) && lists.some((each) => each?.includes(print))
  }
  const present = printSet([...analysis.findings, ...analysis.covered], prints)
  return {
    known: new Set(analysis.findings.filter(isKnown)),
    gone: filtered(findings, (rule, print) => !present.has(keyOf(rule, print))),
  }
}

/** What a new baseline holds of a file; `undefined` for one in which nothing was found. */
export function baselineFileOf(analysis: Analysis): BaselineFile | undefined {
  const prints = fingerprintsIn('', analysis)
  const file = {
    name: analysis.called.name,
    title: analysis.called.title,
    findings: byRule(analysis.findings, prints),
    covered: byRule(analysis.covered, prints),
  }
  return file.findings.size > 0 ? file : undefined
}

/**
 * What is left of a file in a baseline: what can still be found, and that of which `canTell` says that nobody looked for it.
 * Never more than there was; `undefined` when it is nothing.
 */
export function prunedFile(
  { findings, covered, ...before }: BaselineFile,
  analysis: Analysis,
  canTell: (rule: string) => boolean,
): BaselineFile | undefined {
  const prints = fingerprintsIn('', analysis)
  const [found, hidden] = [printSet(analysis.findings, prints), printSet(analysis.covered, prints)]
  const all = merged(findings, covered)
  const isOpen = (rule: string, print: string): boolean =>
    !canTell(rule) && Boolean(findings.get(rule)?.includes(print))
  const { name = before.name, title = before.title } = analysis.called
  const file = {
    name,
    title,
    findings: filtered(all, (rule, print) => found.has(keyOf(rule, print)) || isOpen(rule, print)),
    covered: filtered(all, (rule, print) => hidden.has(keyOf(rule, print))),
  }
  return sizeOf(file.findings) + sizeOf(file.covered) > 0 ? file : undefined
}

/** Whether it is all that can be said about a file. */
function isBarrier({ rule }: Pick<Finding, 'rule'>): boolean {
  return (rule.startsWith('yaml/') && rule !== TOO_MANY) || rule === 'file/conflict-markers'
}

function byRule(findings: readonly Finding[], prints: ReadonlyMap<Finding, string>): Fingerprints {
  const rules = new Map<string, string[]>()
  for (const finding of findings) {
    if (isBarrier(finding)) continue
    addTo(rules, finding.rule, prints.get(finding) ?? '')
  }
  return rules
}

function printSet(findings: readonly Finding[], prints: ReadonlyMap<Finding, string>): ReadonlySet<string> {
  return new Set(findings.map((finding) => keyOf(finding.rule, prints.get(finding) ?? '')))
}

function keyOf(rule: string, print: string): string {
  return `${rule} ${print}`
}

function merged(a: Fingerprints, b: Fingerprints): Fingerprints {
  const rules = new Set([...a.keys(), ...b.keys()])
  return new Map(
    [...rules].map((rule) => [rule, [...new Set([...(a.get(rule) ?? []), ...(b.get(rule) ?? [])])]]),
  )
}

/** Without the rules of which nothing is left. */
function filtered(prints: Fingerprints, takes: (rule: string, print: string) => boolean): Fingerprints {
  const kept = [...prints].map(([rule, each]) => [rule, each.filter((print) => takes(rule, print))] as const)
  return new Map(kept.filter(([, each]) => each.length > 0))
}
