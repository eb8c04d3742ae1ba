import { type FindCounted, finderIn, type Results } from '../checked.ts'
import { findingJson, jsonLine, standingJson, summaryJson } from './json.ts'
import type { Found, Report, ReportedFile } from './reported.ts'

/**
 * One JSON value a line, each with its `type`: the report, then every finding, those that were there before, those that are
 * suppressed or gone, and every file that could not be read, and the summary. Keys and types are only ever added within a version.
 */
export function jsonl({ results, files }: Report): string {
  const find = finderIn(results)
  return [
    { type: 'report', version: 1, asOf: results.asOf },
    ...files.flatMap((file) => fileLines(file, find)),
    ...results.unread.map((unread) => ({ type: 'unread', ...unread })),
    ...(results.comparisons ?? []).flatMap(({ absent }) =>
      absent.map((each) => ({ type: 'absent', ...each })),
    ),
    ...notRun(results),
    { type: 'summary', ...summaryJson(results) },
  ]
    .map(jsonLine)
    .join('')
}

function fileLines(file: ReportedFile, find: FindCounted): readonly object[] {
  const { path } = file
  const line = (type: string, { finding, fingerprint, standing }: Found): object => {
    return { type, path, ...findingJson(finding, file, find), ...standingJson(standing), fingerprint }
  }
  return [
    ...file.found.map((found) => line('finding', found)),
    ...file.unchanged.map((found) => line('unchanged', found)),
    ...file.suppressed.map((found) => ({ ...line('suppressed', found), reason: found.reason })),
  ]
}

function notRun({ files }: Results): readonly object[] {
  const rules = new Map(files.flatMap(({ analysis }) => analysis.notRun.map((each) => [each.rule, each])))
  return [...rules.values()].map((each) => ({ type: 'not-run', ...each }))
}
