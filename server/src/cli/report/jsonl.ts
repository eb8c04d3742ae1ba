import type { Finding } from '../../engine/finding.ts'
import type { IsoDate } from '../../engine/pilot/dates.ts'
import { type FindCounted, finderIn, type Results } from '../checked.ts'
import { findingJson, jsonLine, stateJson, summaryJson } from './json.ts'
import type { Parts } from './parts.ts'
import type { Found, Report, ReportedFile } from './reported.ts'

/**
 * One JSON value a line, each with its `type`: the report, then every finding, those that were there before, those that are
 * suppressed or gone, and every file that could not be read, and the summary. Keys and types are only ever added within a version.
 * Without what has been told: its head, and those findings.
 */
export function* jsonl({ results, files }: Report, told?: ReadonlySet<Finding>): Parts {
  const find = finderIn(results)
  if (!told) yield jsonlHead(results.asOf)
  for (const file of files) yield linesOf(fileLines(told ? untold(file, told) : file, find))
  yield linesOf([
    ...results.unread.map((unread) => ({ type: 'unread', ...unread })),
    ...(results.comparisons ?? []).flatMap(({ absent }) =>
      absent.map((each) => ({ type: 'absent', ...each })),
    ),
    ...notRun(results),
    { type: 'summary', ...summaryJson(results) },
  ])
}

function linesOf(values: readonly object[]): string {
  return values.map(jsonLine).join('')
}

/** The first line. */
export function jsonlHead(asOf: IsoDate): string {
  return jsonLine({ type: 'report', version: 1, asOf })
}

/** The lines of a file by itself. */
export function jsonlOf(file: ReportedFile): string {
  return linesOf(fileLines(file, () => undefined))
}

function untold(file: ReportedFile, told: ReadonlySet<Finding>): ReportedFile {
  const isNew = ({ finding }: Found): boolean => !told.has(finding)
  const { path, repositoryPath, text, unchanged } = file
  return {
    ...{ path, repositoryPath, text, unchanged },
    get lines() {
      return file.lines
    },
    found: file.found.filter(isNew),
    suppressed: file.suppressed.filter(isNew),
  }
}

function fileLines(file: ReportedFile, find: FindCounted): readonly object[] {
  const { path } = file
  const line = (type: string, { finding, fingerprint, state }: Found): object => {
    return { type, path, ...findingJson(finding, file, find), ...stateJson(state), fingerprint }
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
