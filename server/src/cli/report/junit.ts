import { visible } from '../../engine/text/visible.ts'
import { sumOf } from '../checked.ts'
import { type Stale, staleIn } from './compared.ts'
import { xmlAttribute, xmlText } from './escape.ts'
import type { Found, Report, ReportedFile, SuppressedFound } from './reported.ts'

/**
 * A suite for each file and a test case for each finding. A finding for which the check fails is a failure; another one is
 * a passed case with what was found as its output; a suppressed one is skipped, for the author's reason.
 */
export function junit({ files, results, failing }: Report): string {
  const isFailure = ({ finding }: Found): boolean => failing.has(finding.severity)
  const suites = [
    ...files.map((file) => suiteOf(file, isFailure)),
    ...results.unread.map(({ path, problem }) => unreadSuite(path, problem)),
    ...(failing.size > 0 ? staleIn(results).map(staleSuite) : []),
  ]
  const count = (key: 'tests' | 'failures' | 'errors'): number => sumOf(suites, (each) => each[key])
  const attributes = `tests="${count('tests')}" failures="${count('failures')}" errors="${count('errors')}"`
  const body = suites.map(({ xml }) => xml).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="pilots" ${attributes}>\n${body}</testsuites>\n`
}

interface Suite {
  readonly xml: string
  readonly tests: number
  readonly failures: number
  readonly errors: number
}

function suiteOf(file: ReportedFile, isFailure: (found: Found) => boolean): Suite {
  const cases = [
    ...file.found.map((found) => caseOf(file, found, isFailure(found) ? failure(found) : output(found))),
    ...file.suppressed.map((found) => caseOf(file, found, skipped(found))),
  ]
  // A file without findings passed, and a suite without cases would not be shown.
  const all = cases.length > 0 ? cases : [testCase(file.path, 'No findings', '')]
  const failures = file.found.filter(isFailure).length
  return suite(file.path, all, { failures, errors: 0, skipped: file.suppressed.length })
}

function unreadSuite(path: string, problem: string): Suite {
  const error = `      <error message="${attribute(problem)}" type="unread"/>\n`
  return suite(path, [testCase(path, 'Not checked', error)], { failures: 0, errors: 1, skipped: 0 })
}

function staleSuite({ path, advice }: Stale): Suite {
  const failed = `      <failure message="${attribute(advice)}" type="stale"/>\n`
  return suite(path, [testCase(path, 'Out of date', failed)], { failures: 1, errors: 0, skipped: 0 })
}

function suite(
  path: string,
  cases: readonly string[],
  { failures, errors, skipped: silenced }: Readonly<Record<'failures' | 'errors' | 'skipped', number>>,
): Suite {
  const counts = `tests="${cases.length}" failures="${failures}" errors="${errors}" skipped="${silenced}"`
  const xml = `  <testsuite name="${attribute(path)}" ${counts}>\n${cases.join('')}  </testsuite>\n`
  return { xml, tests: cases.length, failures, errors }
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
