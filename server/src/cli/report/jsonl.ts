import { type FindCounted, finderIn, type Results, totalsOf } from '../checked.ts'
import { findingJson, jsonLine } from './json.ts'
import type { Report, ReportedFile } from './reported.ts'

/**
 * One JSON value a line, each with its `type`: the report, then every finding, suppressed finding and file that could not
 * be read, and the summary. Keys and types are only ever added within a version.
 */
export function jsonl({ results, files }: Report): string {
  const { affected: _affected, ...totals } = totalsOf(results)
  const find = finderIn(results)
  return [
    { type: 'report', version: 1, asOf: results.asOf },
    ...files.flatMap((file) => fileLines(file, find)),
    ...results.unread.map((unread) => ({ type: 'unread', ...unread })),
    ...notRun(results),
    { type: 'summary', files: results.files.length, ...totals },
  ]
    .map(jsonLine)
    .join('')
}

function fileLines(file: ReportedFile, find: FindCounted): readonly object[] {
  const { path } = file
  const said = file.found.map(({ finding, fingerprint }) => {
    return { type: 'finding', path, ...findingJson(finding, file, find), fingerprint }
  })
  const silenced = file.suppressed.map(({ finding, fingerprint, reason }) => {
    return { type: 'suppressed', path, ...findingJson(finding, file, find), fingerprint, reason }
  })
  return [...said, ...silenced]
}

function notRun({ files }: Results): readonly object[] {
  const rules = new Map(files.flatMap(({ analysis }) => analysis.notRun.map((each) => [each.rule, each])))
  return [...rules.values()].map((each) => ({ type: 'not-run', ...each }))
}
