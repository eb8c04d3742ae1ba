import { notices } from '../../engine/notices.ts'
import { pageOf } from '../../engine/rules/page.ts'
import { counted } from '../../engine/text/counted.ts'
import { markdownCode, markdownText } from '../../engine/text/markdown.ts'
import { visible } from '../../engine/text/visible.ts'
import { type Results, totalsOf } from '../checked.ts'
import { sinceIn, wasText } from './compared.ts'
import { summary } from './pretty.ts'
import type { Found, Report, ReportedFile } from './reported.ts'
import { plainStyle } from './style.ts'

/** The first line of the report, by which a comment is found again that is to be updated. It is not shown. */
export const MARKER = '<!-- pilots-report -->'

/** Characters: GitHub takes 65,536 for a comment. */
const COMMENT = 60_000

/** Characters of a table's head and heading. */
const HEAD = 90

/** A comment for a pull request: a table for each file that has findings. What is too much for a comment is counted. */
export function markdown(report: Report, most: number = COMMENT): string {
  const { results, files } = report
  const known = new Set([...report.rules.map(({ id }) => id), ...notices.map(({ id }) => id)])
  const parts = [MARKER, `## ${heading(report)}`, ...beforeAndAfter(results)]
  let [length, left] = [0, 0]
  for (const file of files.filter(({ found }) => found.length > 0)) {
    length += file.repositoryPath.length + HEAD
    const rows = file.found.map((found) => row(found, known))
    const fitting = rows.filter((each) => {
      length += each.length + 1
      return length <= most
    })
    left += rows.length - fitting.length
    if (fitting.length > 0) parts.push(section(file, fitting))
  }
  if (left > 0) parts.push(`${left} more, for which there is no room here: see \`pilots check\`.`)
  for (const { path, problem } of results.unread)
    parts.push(`Not checked: ${markdownCode(visible(path))}, ${words(problem)}.`)
  return `${[...parts, words(summary(results, plainStyle).trim())].join('\n\n')}\n`
}

function heading({ results }: Report): string {
  const { errors } = totalsOf(results)
  const fresh = results.comparisons ? 'new ' : ''
  return `Pilots: ${errors === 0 ? `no ${fresh}errors` : counted(errors, `${fresh}error`)}`
}

/** How many findings there were in the state that the run is compared with, and are now. */
function beforeAndAfter(results: Results): readonly string[] {
  const since = sinceIn(results)
  if (!since) return []
  const { before, after } = since
  const kinds = [
    ['Errors', 'errors'],
    ['Warnings', 'warnings'],
    ['Infos', 'infos'],
  ] as const
  const rows = kinds.map(([label, kind]) => `| ${label} | ${before[kind]} | ${after[kind]} |`)
  return [['| | Before | After |', '| --- | ---: | ---: |', ...rows].join('\n')]
}

function section({ repositoryPath }: ReportedFile, rows: readonly string[]): string {
  const table = ['| Line | Severity | Finding | Rule |', '| ---: | --- | --- | --- |', ...rows].join('\n')
  return `### ${markdownCode(visible(repositoryPath))}\n\n${table}`
}

function row({ finding, place, state }: Found, known: ReadonlySet<string>): string {
  const { rule, severity, message, fixes } = finding
  const [fix] = fixes
  const said = fix ? `${words(message)}<br>Fix: ${words(fix.title)}` : words(message)
  // Rules that an organisation wrote have no page.
  const name = known.has(rule) ? `[${words(rule)}](${pageOf(rule)})` : words(rule)
  return `| ${place.line} | ${severity}${wasText(state)} | ${said} | ${name} |`
}

/** Text from files: nobody is called by it, no issue is linked, and no cell ends. */
function words(text: string): string {
  return markdownText(visible(text))
    .replace(/\\@/g, '@<!-- -->')
    .replace(/(?<=#|\bGH-)(?=\d)/gi, '<!-- -->')
    .replaceAll('|', '&#124;')
}
