import type { Stage } from '../../engine/pilot/stages.ts'
import { entryInto, mayEnter } from '../../engine/steps/entry.ts'
import { type AnalysisOptions, preparePaths } from '../analyze-paths.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { onePilot } from '../one-pilot.ts'
import { gateJson, gateReview, type NamedEntry } from '../report/gate.ts'
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
  if (file?.content.kind !== 'text') throw new UsageError(`${checked.path} cannot be read.`)
  const { pilot } = checked.analysis
  const entry: NamedEntry = {
    path: file.path,
    name: pilot.name?.value,
    title: pilot.title?.value ?? pilot.name?.value ?? file.path,
    ...entryInto(checked.analysis, options.to, file),
  }
  const json = { version: 1, asOf: around.asOf, ...gateJson(entry) }
  io.out(options.format === 'json' ? jsonText(json) : gateReview(entry, styleFor(io)))
  if (complain(around, io)) return exit.usage
  return mayEnter(entry) ? exit.clean : exit.findings
}
