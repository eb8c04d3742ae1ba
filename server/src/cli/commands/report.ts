import { PAGE_START, pageParts } from '../../dashboard/page.ts'
import type { Board } from '../../engine/board/board.ts'
import { boardOf } from '../../engine/board/board-of.ts'
import { remembering } from '../analyze-many.ts'
import { type AnalysisOptions, analyzePaths } from '../analyze-paths.ts'
import type { Results } from '../checked.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import { fullPath, placesOf } from '../inputs.ts'
import type { Io } from '../io.ts'
import type { WriteRules } from '../outputs.ts'
import { jsonAround } from '../report/json.ts'
import { inBlocks, type Parts } from '../report/parts.ts'
import { print, refuse } from '../write-reports.ts'
import { complain } from './check.ts'

export interface BoardReportOptions extends AnalysisOptions {
  readonly format: 'html' | 'json'
  /** Standard output when absent, or `-`. */
  readonly output?: string | undefined
  /** Stands for the format and the file. */
  readonly html?: string | undefined
}

/** Writes the board of the pilots behind the paths, as a page or as JSON. */
export async function boardReport(
  named: readonly string[],
  options: BoardReportOptions,
  io: Io,
): Promise<ExitCode> {
  if (options.html !== undefined && options.format === 'json')
    throw new UsageError('--html writes a page of HTML. For JSON write --format json --output FILE.')
  const format = forms[options.html === undefined ? options.format : 'html']
  const output = options.html ?? options.output
  const file = output === '-' ? undefined : output
  if (file === undefined && format === forms.html && io.isTerminal)
    throw new UsageError('A page of HTML is nothing for a terminal. Name a file: pilots report --html FILE.')
  const rules: WriteRules = { folder: io.cwd, replaceable: (text) => format.wrote(text) }
  if (file !== undefined) refuse(file, await io.outputs.obstacle(fullPath(file, io), rules))
  const paths = await placesOf(named, options, io)
  const results = await analyzePaths(paths, { ...options, keep: remembering(options) }, io)
  const parts = format.render(boardFrom(results, io))
  if (file === undefined) await print(parts, io)
  else refuse(file, await io.outputs.write(fullPath(file, io), inBlocks(parts), rules))
  return complain(results, io) ? exit.usage : exit.clean
}

interface Form {
  render(board: Board): Parts
  /** Whether a text is such a report, which a new one may replace. */
  wrote(text: string): boolean
}

const forms: Readonly<Record<BoardReportOptions['format'], Form>> = {
  html: { render: pageParts, wrote: (text) => text.startsWith(PAGE_START) },
  json: {
    render: (board) => jsonAround({ ...board, pilots: [] }, 'pilots', board.pilots),
    wrote: (text) => /^\{\s*"kind": "board"/.test(text),
  },
}

function boardFrom({ asOf, files, unread }: Results, io: Io): Board {
  const sources = files.map(({ path, analysis, settings, rules, past }) => {
    const { history, noHistory } = past
    return { file: path, analysis, circumstances: { settings, rules }, history, noHistory }
  })
  const failed = unread.map(({ path, problem }) => ({ file: path, problem }))
  return boardOf(sources, { asOf, portfolioRules: io.portfolioRules, unread: failed })
}
