import type { Analysis } from '../engine/analyze.ts'
import { sameAs } from '../engine/baseline/baseline.ts'
import { countsOf } from '../engine/counts.ts'
import { type Finding, outweighs } from '../engine/finding.ts'
import { fingerprintsIn } from '../engine/fingerprint.ts'
import type { Absent, BaselineState, Checked, Results, WithCommit } from './checked.ts'
import { fullPath } from './inputs.ts'
import type { Io } from './io.ts'
import { tells } from './survey.ts'

/** The state before, and what of it the run is about. */
export interface Before extends Pick<WithCommit, 'ref' | 'commit'> {
  readonly files: readonly Checked[]
  /** Files that the run does not look at, and a pilot of it may come from. */
  readonly elsewhere: readonly Checked[]
  /** Whether what was in other files then concerns the run: not where it looks at some pilots only. */
  readonly isWhole: boolean
}

/**
 * The results with how each finding stands to a state before: by fingerprints, also in a file that has another path now. A
 * finding at a value that has changed is a new one.
 */
export async function compareWithCommit(
  results: Results,
  { ref, commit, files: before, elsewhere, isWhole }: Before,
  io: Pick<Io, 'files' | 'cwd'>,
): Promise<Results> {
  const pairs = await pairsOf(results.files, [...before, ...elsewhere], io)
  const compared = results.files.map((now) => comparedFile(now, pairs.get(now)))
  const paired = new Set(pairs.values())
  const concerned = [
    ...before.filter((each) => paired.has(each) || isWhole),
    ...elsewhere.filter((each) => paired.has(each)),
  ]
  const left = concerned.filter((each) => !paired.has(each))
  const lost = left.flatMap((each) => absentOf(each, () => true))
  const unread = new Set(results.unread.map(({ path }) => path))
  const unchecked = left.map(({ path }) => path).filter((path) => !unread.has(path))
  const moved = [...pairs].flatMap(([{ path }, { path: from }]) => (path === from ? [] : [{ path, from }]))
  const comparison: WithCommit = {
    with: 'commit',
    ref,
    commit,
    before: countsOf(concerned.flatMap(({ analysis }) => analysis.findings)),
    after: countsOf(results.files.flatMap(({ analysis }) => analysis.findings)),
    suppressed: compared.reduce((sum, { silenced }) => sum + silenced, 0),
    absent: [...compared.flatMap(({ absent }) => absent), ...lost],
    ...(unchecked.length > 0 && { unchecked }),
    ...(moved.length > 0 && { moved }),
  }
  return { ...results, files: compared.map(({ checked }) => checked), comparisons: [comparison] }
}

interface ComparedFile {
  readonly checked: Checked
  readonly absent: readonly Absent[]
  /** How many findings a comment silences now and did not then. */
  readonly silenced: number
}

function comparedFile(now: Checked, before: Checked | undefined): ComparedFile {
  const prints = fingerprintsIn('', now.analysis)
  const known = before ? byPrint(before) : new Map<string, Finding>()
  const stateOf = (finding: Finding): BaselineState => {
    const was = known.get(prints.get(finding) ?? '')?.severity
    if (was === undefined) return { is: 'new' }
    return outweighs(finding.severity, was) ? { is: 'worse', was } : { is: 'unchanged' }
  }
  const states = new Map(now.analysis.findings.map((finding) => [finding, stateOf(finding)]))
  const present = new Set(prints.values())
  const isTold = tells(now, [])
  const isGone = (print: string, rule: string): boolean => !present.has(print) && isTold(rule)
  return {
    checked: { ...now, states },
    absent: before ? absentOf(before, isGone, now.path) : [],
    silenced: newlySilenced(now.analysis, prints, before),
  }
}

/** How many of the findings that a comment silences, by their fingerprints, it did not silence before. */
function newlySilenced(
  { suppressed }: Pick<Analysis, 'suppressed'>,
  prints: ReadonlyMap<Finding, string>,
  before: Checked | undefined,
): number {
  if (suppressed.length === 0) return 0
  const former = before ? fingerprintsIn('', before.analysis) : new Map<Finding, string>()
  const then = new Set(before?.analysis.suppressed.map(({ finding }) => former.get(finding)))
  return suppressed.filter(({ finding }) => !then.has(prints.get(finding))).length
}

/** Also what another finding stood for. */
function byPrint({ analysis }: Checked): ReadonlyMap<string, Finding> {
  const prints = fingerprintsIn('', analysis)
  const all = [...analysis.findings, ...analysis.covered]
  return new Map(all.map((finding) => [prints.get(finding) ?? '', finding]))
}

function absentOf(
  { path, analysis }: Checked,
  isGone: (print: string, rule: string) => boolean,
  now: string = path,
): readonly Absent[] {
  const prints = fingerprintsIn('', analysis)
  return analysis.findings.flatMap((finding) => {
    const { rule, severity, message } = finding
    const fingerprint = prints.get(finding) ?? ''
    return isGone(fingerprint, rule) ? [{ path: now, rule, fingerprint, severity, message }] : []
  })
}

/** Each file with what it was before: under its path, or under one that is gone, when that was the same pilot. */
async function pairsOf(
  files: readonly Checked[],
  before: readonly Checked[],
  io: Pick<Io, 'files' | 'cwd'>,
): Promise<ReadonlyMap<Checked, Checked>> {
  const byPath = new Map(before.map((each) => [each.path, each]))
  const pairs = new Map<Checked, Checked>()
  const others: Checked[] = []
  for (const now of files) {
    const own = byPath.get(now.path)
    if (own) pairs.set(now, own)
    else others.push(now)
    byPath.delete(now.path)
  }
  if (others.length === 0) return pairs
  const gone: Checked[] = []
  for (const each of byPath.values())
    if ((await io.files.kindOf(fullPath(each.path, io))) === 'missing') gone.push(each)
  const candidates = gone.map((checked) => ({
    checked,
    name: checked.analysis.called.name,
    title: checked.analysis.called.title,
  }))
  for (const now of others) {
    const match = sameAs(now.analysis.called, candidates)
    if (match) pairs.set(now, match.checked)
  }
  return pairs
}
