import { pilotNameOf } from '../engine/pilot/file-name.ts'
import { nearest } from '../engine/schema/suggest.ts'
import { remembering } from './analyze-many.ts'
import { type AnalysisOptions, analyzePaths } from './analyze-paths.ts'
import type { Checked, Results } from './checked.ts'
import { UsageError } from './exit.ts'
import { fullPath, placesOf } from './inputs.ts'
import type { Io } from './io.ts'
import { shellWord } from './report/escape.ts'

export interface OnePilot {
  readonly checked: Checked
  readonly results: Results
}

/** The pilot of a name, which is that in its file or that of its file; a path will do as well. Of a text that is none nothing is told. */
export async function onePilot(name: string, options: AnalysisOptions, io: Io): Promise<OnePilot> {
  const isPath = (await io.files.kindOf(fullPath(name, io))) === 'file'
  const paths = await placesOf(isPath ? [name] : [], {}, io)
  const results = await analyzePaths(paths, { ...options, isOne: true, keep: remembering(options) }, io)
  const matches = isPath ? results.files : results.files.filter((checked) => namesOf(checked).includes(name))
  const [checked, second] = matches
  if (checked && second) {
    const some = matches.length === 2 ? 'two pilots:' : `${matches.length} pilots, such as`
    throw new UsageError(
      `"${name}" is the name of ${some} ${checked.path} and ${second.path}. Name the file.`,
    )
  }
  if (checked && !checked.analysis.readable)
    throw new UsageError(
      `${checked.path} cannot be read as a pilot. See pilots check ${shellWord(checked.path)}.`,
    )
  if (checked) return { checked, results }
  const unread = results.unread.find(({ path }) => path === name)
  if (unread) throw new UsageError(`${unread.path} cannot be read: ${unread.problem}.`)
  const meant = nearest(name, results.files.flatMap(namesOf))
  throw new UsageError(
    `There is no pilot "${name}" here.${meant ? ` Did you mean "${meant}"?` : ' See pilots status for all of them.'}`,
  )
}

function namesOf({ path, analysis }: Checked): readonly string[] {
  const file = pilotNameOf(path)
  const name = analysis.pilot.name?.value
  return name === undefined || name === file ? [file] : [name, file]
}
