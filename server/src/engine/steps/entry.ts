import { type Analysis, type Circumstances, type Input, judge, pilotMeant, understoodOf } from '../analyze.ts'
import { isOn } from '../config/presets.ts'
import type { Finding } from '../finding.ts'
import { type Checklist, checklistFor, type Passage } from '../pilot/entry.ts'
import { type Stage, stageOf, stages } from '../pilot/stages.ts'
import { counted } from '../text/counted.ts'

/** Whether a pilot may enter a stage, and what speaks against it. */
export interface Entry extends Pick<Checklist, 'outputs'> {
  readonly gates: readonly Waivable[]
  readonly from: Stage
  readonly to: Stage
  /** Of the file as if it were at the stage; its places are those of the file as it is. */
  readonly analysis: Analysis
  /** The errors that the file would have there, but for what the checklist says. */
  readonly blocking: readonly Finding[]
}

/** A gate; a waived one is asked for neither by the configuration nor by the file, which suppresses the rule. */
export interface Waivable extends Passage {
  readonly waived: boolean
}

/** How a file is judged. */
export interface Under {
  readonly file: Omit<Input, 'text'>
  readonly circumstances: Circumstances
}

/** Asks what a pilot needs to enter a stage. The file has to be readable. */
export function entryInto(present: Analysis, to: Stage, under: Under): Entry {
  const analysis = analysisAt(present, to, under)
  const { outputs, gates } = checklistFor(analysis.pilot, to)
  const isWaived =
    !isOn(under.circumstances.settings, GATES) ||
    analysis.suppressed.some(({ finding }) => finding.rule === GATES)
  const errors = analysis.findings.filter(({ severity }) => severity === 'error')
  return {
    from: stageOf(present.pilot),
    to,
    outputs,
    gates: gates.map((each) => ({ ...each, waived: isWaived && !each.passed })),
    analysis,
    blocking: errors.filter(({ rule }) => !listed.has(rule)),
  }
}

/** Whether nothing speaks against it. */
export function mayEnter({
  outputs,
  gates,
  blocking,
}: Pick<Entry, 'outputs' | 'gates' | 'blocking'>): boolean {
  return outputs.every(({ exists }) => exists) && !gates.some(isClosed) && blocking.length === 0
}

/** Whether a gate keeps the pilot from the stage. */
export function isClosed({ passed, waived }: Waivable): boolean {
  return !passed && !waived
}

/** Whether the pilot has left the stage behind. A stopped pilot has come nowhere. */
export function isPast({ from, to }: Pick<Entry, 'from' | 'to'>): boolean {
  return from !== 'stopped' && stages.indexOf(to) < stages.indexOf(from)
}

/** What speaks against it, counted: `2 outputs missing`, `1 gate not passed`, `3 errors`. */
export function openIn({ outputs, gates, blocking }: Entry): readonly string[] {
  const lacking = outputs.filter(({ exists }) => !exists).length
  const closed = gates.filter(isClosed).length
  return [
    lacking > 0 && `${counted(lacking, 'output')} missing`,
    closed > 0 && `${counted(closed, 'gate')} not passed`,
    blocking.length > 0 && counted(blocking.length, 'error'),
  ].filter((each) => each !== false)
}

/** How a file would be judged if its stage were another one; what one finding says for many is said one by one. */
function analysisAt(present: Analysis, stage: Stage, { file, circumstances }: Under): Analysis {
  const understood = understoodOf(present, file)
  const pilot = pilotMeant(understood.syntax, understood.findings)
  const at = pilot.stage ?? { span: pilot.keySpan, keySpan: pilot.keySpan }
  const rules = circumstances.rules.filter(({ id }) => id !== SUMMARY)
  const otherRules = [SUMMARY, ...(circumstances.otherRules ?? [])]
  return judge(
    { ...understood, pilot: { ...pilot, stage: { ...at, value: stage } } },
    { ...circumstances, rules, otherRules },
  )
}

const GATES = 'stage/gate-missing'
const SUMMARY = 'file/incomplete'
/** What they say, the checklist says in full. */
export const listed: ReadonlySet<string> = new Set(['stage/output-missing', GATES])
