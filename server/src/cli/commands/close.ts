import { closingOf, isOpen } from '../../engine/pilot/closing.ts'
import type { AnalysisOptions } from '../analyze-paths.ts'
import { type ExitCode, exit } from '../exit.ts'
import type { Io } from '../io.ts'
import { onePilot } from '../one-pilot.ts'
import { closingReview } from '../report/closing.ts'
import { jsonText } from '../report/json.ts'
import { styleFor } from '../report/style.ts'

export interface CloseOptions extends AnalysisOptions {
  readonly format: 'pretty' | 'json'
}

/** Asks a pilot the three questions of its closing; the exit code says whether one is open. */
export async function close(name: string, options: CloseOptions, io: Io): Promise<ExitCode> {
  const { checked } = await onePilot(name, options, io)
  const { pilot, today } = checked.analysis
  const questions = closingOf(pilot, today)
  const title = pilot.title?.value ?? pilot.name?.value ?? checked.path
  const json = {
    version: 1,
    asOf: today,
    path: checked.path,
    name: pilot.name?.value,
    questions: questions.map((each) => ({ ...each, isOpen: isOpen(each) })),
  }
  io.out(options.format === 'json' ? jsonText(json) : closingReview(title, questions, styleFor(io)))
  return questions.some(isOpen) ? exit.findings : exit.clean
}
