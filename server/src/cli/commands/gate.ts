import { type Analysis, isReadable } from '../../engine/analyze.ts'
import { analyzeContent } from '../../engine/analyze-content.ts'
import { isOn } from '../../engine/config/presets.ts'
import type { Fix } from '../../engine/finding.ts'
import { applyFix } from '../../engine/fix.ts'
import { checklistFor } from '../../engine/pilot/entry.ts'
import { type Stage, stageOf } from '../../engine/pilot/stages.ts'
import { portfolioRules } from '../../engine/rules/all.generated.ts'
import { type AnalysisOptions, type Prepared, preparePaths } from '../analyze-paths.ts'
import { type Entry, mayEnter } from '../entry.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { onePilot } from '../one-pilot.ts'
import { gateJson, gateReview } from '../report/gate.ts'
import { jsonText } from '../report/json.ts'
import { styleFor } from '../report/style.ts'
import { complain } from './check.ts'

export interface GateOptions extends AnalysisOptions {
  readonly to: Stage
  readonly format: 'pretty' | 'json'
}

/** Asks whether a pilot may enter a stage; the exit code is the answer. Changes nothing. */
export async function gate(name: string, options: GateOptions, io: Io): Promise<ExitCode> {
  const { checked } = await onePilot(name, options, io)
  // The file is read again together with what it is checked with.
  const { prepared, ...around } = await preparePaths([checked.path], options, io)
  const [file] = prepared
  if (file?.content.kind !== 'text' || !isReadable(checked.analysis.syntax))
    throw new UsageError(`${checked.path} does not parse. See pilots check ${checked.path}.`)
  const entry = entryOf(checked.analysis, { ...file, content: file.content }, options.to)
  const json = { version: 1, asOf: around.asOf, ...gateJson(entry) }
  io.out(options.format === 'json' ? jsonText(json) : gateReview(entry, styleFor(io)))
  if (complain(around, io)) return exit.usage
  return mayEnter(entry) ? exit.clean : exit.findings
}

const GATES = 'stage/gate-missing'
const SUMMARY = 'file/incomplete'
/** What they say, the checklist says in full. */
const listed: ReadonlySet<string> = new Set(['stage/output-missing', GATES])

function entryOf(
  { pilot }: Analysis,
  { path, content, file, circumstances }: Prepared & { readonly content: { readonly text: string } },
  to: Stage,
): Entry {
  const text = applyFix(content.text, moveTo(pilot, to))
  const { settings } = circumstances
  const rules = circumstances.rules.filter(({ id }) => id !== SUMMARY)
  const otherRules = [SUMMARY, ...portfolioRules.map(({ id }) => id)]
  const asked = { ...circumstances, rules, otherRules }
  const analysis = analyzeContent({ kind: 'text', text }, file, asked)
  const { outputs, gates } = checklistFor(analysis.pilot, to)
  const isWaived = !isOn(settings, GATES) || analysis.suppressed.some(({ finding }) => finding.rule === GATES)
  const errors = analysis.findings.filter(({ severity }) => severity === 'error')
  return {
    path,
    name: pilot.name?.value,
    title: pilot.title?.value ?? pilot.name?.value ?? path,
    from: stageOf(pilot),
    to,
    outputs,
    gates: gates.map((each) => ({ ...each, waived: isWaived && !each.passed })),
    analysis,
    blocking: errors.filter(({ rule }) => !listed.has(rule)),
  }
}

function moveTo(pilot: Analysis['pilot'], to: Stage): Fix {
  const { stage } = pilot
  const title = `Enter ${to}`
  return stage
    ? { title, safe: false, changes: [{ do: 'replace', span: stage.span, text: to }] }
    : { title, safe: false, changes: [{ do: 'insert', path: ['stage'], value: to }] }
}
