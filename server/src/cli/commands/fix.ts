import type { Circumstances } from '../../engine/analyze.ts'
import { analyzeContent } from '../../engine/analyze-content.ts'
import type { Severity } from '../../engine/finding.ts'
import { type Mended, mend } from '../../engine/mend.ts'
import { portfolioRules } from '../../engine/rules/all.generated.ts'
import { unifiedDiff } from '../../engine/text/unified-diff.ts'
import { visible } from '../../engine/text/visible.ts'
import { type AnalysisOptions, type Prepared, preparePaths } from '../analyze-paths.ts'
import type { Results } from '../checked.ts'
import { type ExitCode, exit } from '../exit.ts'
import { type FixedFile, isChanged } from '../fixed-file.ts'
import { fullPath } from '../inputs.ts'
import type { Io } from '../io.ts'
import { diffText, fixReport, fixSummary } from '../report/fixes.ts'
import { styleFor } from '../report/style.ts'
import { checkNames, ruleIds, selected } from '../selection.ts'
import { refusal } from '../write-text.ts'
import { complain } from './check.ts'

export interface FixOptions extends Omit<AnalysisOptions, 'asOf'> {
  readonly unsafe?: boolean | undefined
  readonly diff?: boolean | undefined
  readonly dryRun?: boolean | undefined
  readonly failOn: Severity | 'never'
}

/** Mends what has a fix. Shows instead of writing where that is asked for, and for standard input. */
export async function fix(paths: readonly string[], options: FixOptions, io: Io): Promise<ExitCode> {
  const { results, prepared } = await analyzed(paths, options, io)
  const files = prepared.map((each) => mended(each, options))
  const shows = options.diff === true || options.dryRun === true
  const isStdin = options.stdin === true || paths.includes('-')
  const style = styleFor(io)
  const isWritten = shows || isStdin || (await writeAll(files, io))
  const say = options.diff || isStdin ? io.err : io.out
  if (options.diff) for (const file of files) io.out(diffText(unifiedDiff(file.path, file.before, file.analysis.text)))
  else if (isStdin && !shows) for (const { analysis } of files) io.out(analysis.text)
  if (!isStdin && !options.diff) io.out(fixReport(files, style))
  say(fixSummary(files, { shows, unsafe: options.unsafe === true }, style))
  const isComplete = !complain(results, io)
  if (!isComplete || !isWritten) return exit.usage
  const fails = shows ? files.some(isChanged) : isLeft(files, results, options.failOn)
  return fails ? exit.findings : exit.clean
}

interface Found {
  readonly results: Results
  /** The files that are to be mended. */
  readonly prepared: readonly Prepared[]
}

async function analyzed(paths: readonly string[], options: FixOptions, io: Io): Promise<Found> {
  const { prepared, ...rest } = await preparePaths(paths, options, io)
  const known = prepared.map((each) => ({ ...each, circumstances: withOthers(each.circumstances) }))
  const all = known.map((each) => {
    const { settings, rules } = each.circumstances
    return { each, path: each.path, analysis: analysisOf(each), settings, rules }
  })
  checkNames(options, ruleIds([...io.rules, ...all.flatMap(({ rules }) => rules)]))
  const results = selected({ ...rest, files: all }, options)
  const kept = new Set(results.files.map(({ path }) => path))
  return { results, prepared: known.filter(({ path }) => kept.has(path)) }
}

/** A suppression of a rule over all pilots must not be taken for one of an unknown rule. */
function withOthers(circumstances: Circumstances): Circumstances {
  return { ...circumstances, otherRules: portfolioRules.map(({ id }) => id) }
}

function analysisOf({ content, file, circumstances }: Prepared): Mended['analysis'] {
  return analyzeContent(content, file, circumstances)
}

function mended(prepared: Prepared, { unsafe = false }: FixOptions): FixedFile {
  const { path, content, file, circumstances } = prepared
  const before = content.kind === 'text' ? content.text : ''
  const recheck = (text: string): Mended['analysis'] =>
    analyzeContent({ kind: 'text', text }, file, circumstances)
  return { path, before, ...mend(analysisOf(prepared), { unsafe }, recheck) }
}

/** Whether all files that changed could be written. */
async function writeAll(files: readonly FixedFile[], io: Io): Promise<boolean> {
  let isComplete = true
  for (const { path, before, analysis } of files.filter(isChanged)) {
    const full = fullPath(path, io)
    const written = await io.writes.replace(full, { before, after: analysis.text }, io.cwd)
    if (written.kind === 'written') continue
    io.err(`pilots: ${visible(path)} was not fixed: ${visible(refusal(written))}.\n`)
    isComplete = false
  }
  return isComplete
}

const severities = ['error', 'warning', 'info'] as const

function isLeft(files: readonly FixedFile[], { configs }: Results, failOn: FixOptions['failOn']): boolean {
  const failing = failOn === 'never' ? [] : severities.slice(0, severities.indexOf(failOn) + 1)
  const found = [...files.map(({ analysis }) => analysis), ...configs].flatMap(({ findings }) => findings)
  return found.some(({ severity }) => failing.includes(severity))
}
