import { posix } from 'node:path'
import type { Fingerprints } from '../engine/baseline/baseline.ts'
import { matchBaseline } from '../engine/baseline/match.ts'
import type { Finding } from '../engine/finding.ts'
import type { Absent, BaselineState, Checked, Comparison, Results } from './checked.ts'
import type { Io } from './io.ts'
import { joined } from './paths.ts'
import { type Scope, type Survey, survey, tells } from './survey.ts'

/** The results with how each finding stands to the baseline that holds for its file. */
export async function compareWithBaseline(results: Results, scope: Scope, io: Io): Promise<Results> {
  const surveys = await survey(results, scope, io)
  if (surveys.length === 0) return results
  const states = new Map<string, Checked['states']>()
  const comparisons = surveys.map((each): Comparison => {
    const absent = each.files.flatMap(({ checked, entry }) => {
      const match = entry && matchBaseline(checked.analysis, entry.file)
      states.set(checked.path, statesOf(checked, match?.known))
      const isTold = tells(checked, each.idle)
      return match ? absentOf(match.gone, checked.path).filter(({ rule }) => isTold(rule)) : []
    })
    const path = posix.relative(io.cwd, each.placed.path)
    return { with: 'baseline', path, absent: scope.isWhole ? [...absent, ...lostOf(each, io)] : [] }
  })
  const files = results.files.map((checked) => ({ ...checked, states: states.get(checked.path) }))
  return { ...results, files, comparisons }
}

function statesOf(
  { analysis }: Checked,
  known: ReadonlySet<Finding> | undefined,
): ReadonlyMap<Finding, BaselineState> {
  return new Map(
    analysis.findings.map((finding) => [finding, { is: known?.has(finding) ? 'unchanged' : 'new' }]),
  )
}

function lostOf({ placed, lost }: Survey, { cwd }: Pick<Io, 'cwd'>): readonly Absent[] {
  return lost.flatMap((path) => {
    const findings = placed.baseline.files.get(path)?.findings ?? new Map()
    return absentOf(findings, posix.relative(cwd, joined(placed.folder, path)))
  })
}

function absentOf(prints: Fingerprints, path: string): readonly Absent[] {
  return [...prints].flatMap(([rule, each]) => each.map((fingerprint) => ({ path, rule, fingerprint })))
}
