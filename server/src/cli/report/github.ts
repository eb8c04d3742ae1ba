import { posix } from 'node:path'
import type { Severity } from '../../engine/finding.ts'
import { gapText } from '../../engine/history/source.ts'
import { visible } from '../../engine/text/visible.ts'
import { type Results, severities } from '../checked.ts'
import { staleIn } from './compared.ts'
import { commandData, commandProperty } from './escape.ts'
import type { Parts } from './parts.ts'
import { summary } from './pretty.ts'
import type { Found, Report, ReportedFile } from './reported.ts'
import type { Style } from './style.ts'

/**
 * Workflow commands that GitHub shows beside the lines of a pull request, and the summary. Errors come first, for GitHub
 * shows so many of one step and no more.
 */
export function* github({ files, results, failing, base }: Report, style: Style): Parts {
  const stale = failing.size > 0 ? staleIn(results) : []
  for (const { path, advice } of stale) yield staleAnnotation(posix.join(base, path), advice)
  yield* cutOff(results)
  for (const severity of severities)
    for (const file of files)
      for (const found of file.found) if (found.finding.severity === severity) yield annotation(file, found)
  yield summary(results, style)
}

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

function staleAnnotation(repositoryPath: string, advice: string): string {
  return `::error file=${commandProperty(visible(repositoryPath))}::${commandData(advice)}\n`
}

/** A build server checks out the last commit alone unless it is told otherwise, and then no goalpost has ever moved. */
function cutOff({ files }: Results): readonly string[] {
  const lacks = files.flatMap(({ analysis }) => analysis.notRun.flatMap(({ because }) => because ?? []))
  const gap = lacks.find((each) => each === 'shallow' || each === 'partial')
  if (!gap) return []
  const advice = 'Give actions/checkout fetch-depth: 0 and no filter, or pass --no-history.'
  return [
    `::warning title=history::${commandData(`Nobody looked at the history: ${gapText(gap)}. ${advice}`)}\n`,
  ]
}

function annotation({ repositoryPath }: ReportedFile, { finding, place }: Found): string {
  const { severity, rule, message, fixes } = finding
  const properties = {
    file: visible(repositoryPath),
    line: String(place.line),
    endLine: String(place.endLine),
    // Columns are shown for a place within one line.
    ...(place.endLine === place.line && { col: String(place.column), endColumn: String(place.endColumn) }),
    title: visible(rule),
  }
  const written = Object.entries(properties).map(([name, value]) => `${name}=${commandProperty(value)}`)
  const said = [
    visible(message),
    ...fixes.slice(0, 1).map(({ title }) => `Fix: ${visible(title)}`),
    `Why: pilots explain ${visible(rule)}`,
  ]
  return `::${commands[severity]} ${written.join(',')}::${commandData(said.join('\n'))}\n`
}
