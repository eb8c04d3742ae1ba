import { visible } from '../../engine/text/visible.ts'
import { sumOf } from '../checked.ts'
import { type Stale, staleIn } from './compared.ts'
import { xmlAttribute, xmlText } from './escape.ts'
import type { Parts } from './parts.ts'
import type { Found, Report, ReportedFile, SuppressedFound } from './reported.ts'

/**
 * A suite for each file and a test case for each finding. A finding for which the check fails is a failure; another one is
 * a passed case with what was found as its output; a suppressed one is skipped, for the author's reason.
 */
export function* junit({ files, results, failing }: Report): Parts {
  const isFailure = ({ finding }: Found): boolean => failing.has(finding.severity)
  const suites = [
    ...files.map((file) => suiteOf(file, isFailure)),
    ...results.unread.map(({ path, problem }) => unreadSuite(path, problem)),
    ...(failing.size > 0 ? staleIn(results).map(staleSuite) : []),
  ]
  const count = (key: 'tests' | 'failures' | 'errors'): number => sumOf(suites, (each) => each[key])
  const attributes = `tests="${count('tests')}" failures="${count('failures')}" errors="${count('errors')}"`
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="pilots" ${attributes}>\n`
  for (const each of suites) yield suiteXml(each)
  yield '</testsuites>\n'
}

/** One of thousands: its cases are made as they are written. */
interface Suite {
  readonly path: string
  readonly tests: number
  readonly failures: number
  readonly errors: number
  readonly skipped: number
  cases(): readonly string[]
}

function suiteOf(file: ReportedFile, isFailure: (found: Found) => boolean): Suite {
  const { path, found, suppressed } = file
  const tests = found.length + suppressed.length
  const counts = { failures: found.filter(isFailure).length, errors: 0, skipped: suppressed.length }
  // A file without findings passed, and a suite without cases would not be shown.
  if (tests === 0) return { path, tests: 1, ...counts, cases: () => [testCase(path, 'No findings', '')] }
  const cases = (): readonly string[] => [
    ...file.found.map((each) => caseOf(file, each, isFailure(each) ? failure(each) : output(each))),
    ...file.suppressed.map((each) => caseOf(file, each, skipped(each))),
  ]
  return { path, tests, ...counts, cases }
}

function unreadSuite(path: string, problem: string): Suite {
  const error = `      <error message="${attribute(problem)}" type="unread"/>\n`
  const cases = (): readonly string[] => [testCase(path, 'Not checked', error)]
  return { path, tests: 1, failures: 0, errors: 1, skipped: 0, cases }
}

function staleSuite({ path, advice }: Stale): Suite {
  const failed = `      <failure message="${attribute(advice)}" type="stale"/>\n`
  const cases = (): readonly string[] => [testCase(path, 'Out of date', failed)]
  return { path, tests: 1, failures: 1, errors: 0, skipped: 0, cases }
}

function suiteXml({ path, tests, failures, errors, skipped: silenced, cases }: Suite): string {
  const counts = `tests="${tests}" failures="${failures}" errors="${errors}" skipped="${silenced}"`
  return `  <testsuite name="${attribute(path)}" ${counts}>\n${cases().join('')}  </testsuite>\n`
}

function caseOf({ path }: ReportedFile, { finding, place }: Found, content: string): string {
  return testCase(path, `${finding.rule} (${place.line}:${place.column})`, content)
}

function testCase(path: string, name: string, content: string): string {
  const start = `    <testcase classname="${attribute(path)}" name="${attribute(name)}"`
  return content === '' ? `${start}/>\n` : `${start}>\n${content}    </testcase>\n`
}

function failure(found: Found): string {
  const { severity, message } = found.finding
  return `      <failure message="${attribute(message)}" type="${severity}">${xmlText(explained(found))}</failure>\n`
}

function output(found: Found): string {
  return `      <system-out>${xmlText(explained(found))}</system-out>\n`
}

function skipped({ reason }: SuppressedFound): string {
  return `      <skipped message="${attribute(reason)}"/>\n`
}

function explained({ finding, place }: Found): string {
  const { severity, message, fixes, rule } = finding
  return [
    `${severity}: ${visible(message)}`,
    `Line ${place.line}, column ${place.column}.`,
    ...fixes.map(({ title }) => `Fix: ${visible(title)}`),
    `Why: pilots explain ${visible(rule)}`,
  ].join('\n')
}

function attribute(text: string): string {
  return xmlAttribute(visible(text))
}
