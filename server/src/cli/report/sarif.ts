import about from '../../../../package.json' with { type: 'json' }
import type { Finding, Fix, Related, Severity } from '../../engine/finding.ts'
import { editsOf } from '../../engine/fix.ts'
import type { Span } from '../../engine/text/span.ts'
import { visible } from '../../engine/text/visible.ts'
import type { BaselineState } from '../checked.ts'
import { sarifText, uriPath } from './escape.ts'
import { jsonAround } from './json.ts'
import type { Parts } from './parts.ts'
import {
  type Found,
  placeOf,
  type Report,
  type ReportedAbsent,
  type ReportedFile,
  type SuppressedFound,
} from './reported.ts'
import { sarifRules } from './sarif-rules.ts'

/**
 * SARIF 2.1.0. Paths are relative to the root of the repository, and nothing in it tells on whose machine or at what time
 * it was made.
 */
export function sarif(report: Report): Parts {
  const rules = sarifRules(report)
  const driver = {
    name: 'pilots',
    semanticVersion: about.version,
    informationUri: 'https://pilot-as-code.dev',
    rules,
  }
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    invocations: [invocation(report)],
    results: [],
  }
  const indexes = new Map(rules.map(({ id }, index) => [id, index]))
  return jsonAround({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, 'results', resultsOf(report, indexes))
}

function* resultsOf(report: Report, indexes: Scene['indexes']): Generator<object, void> {
  const byPath = new Map(report.files.map((file) => [file.path, file]))
  for (const file of report.files) {
    const scene = { file, byPath, indexes }
    for (const found of [...file.found, ...file.unchanged, ...file.suppressed]) yield resultOf(found, scene)
  }
  for (const each of report.absent) yield absentResult(each, indexes)
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** How SARIF calls our severities. */
const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/** How SARIF calls what became of a finding. */
const baselineStates: Readonly<Record<BaselineState['is'], string>> = {
  new: 'new',
  worse: 'updated',
  unchanged: 'unchanged',
}

interface Scene {
  readonly file: ReportedFile
  readonly byPath: ReadonlyMap<string, ReportedFile>
  readonly indexes: ReadonlyMap<string, number>
}

function resultOf(found: Found | SuppressedFound, { file, byPath, indexes }: Scene): object {
  const { finding, fingerprint, state } = found
  const related = finding.related.flatMap((each) => relatedLocation(each, file, byPath))
  const fixes = finding.fixes.flatMap((fix) => fixOf(fix, file))
  return {
    ruleId: finding.rule,
    ruleIndex: indexes.get(finding.rule),
    level: levels[finding.severity],
    message: messageOf(finding.message),
    locations: [locationOf(finding.span, file)],
    ...(related.length > 0 && { relatedLocations: related }),
    ...(fixes.length > 0 && { fixes }),
    partialFingerprints: { 'pilotFinding/v1': fingerprint },
    ...(state && { baselineState: baselineStates[state.is] }),
    suppressions: 'reason' in found ? [{ kind: 'inSource', justification: visible(found.reason) }] : [],
  }
}

/** Where it stood is no place of the present text. */
function absentResult(absent: ReportedAbsent, indexes: ReadonlyMap<string, number>): object {
  const { rule } = absent
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule),
    level: 'none',
    kind: 'pass',
    message: messageOf('This was found before, and is not any more.'),
    locations: [{ physicalLocation: { artifactLocation: artifactOf(absent) } }],
    baselineState: 'absent',
    suppressions: [],
  }
}

function messageOf(text: Finding['message']): object {
  return { text: sarifText(visible(text)) }
}

function locationOf(span: Span, file: ReportedFile): { readonly physicalLocation: object } {
  return { physicalLocation: { artifactLocation: artifactOf(file), region: regionOf(span, file) } }
}

function artifactOf({ repositoryPath }: Pick<ReportedFile, 'repositoryPath'>): object {
  return { uri: uriPath(repositoryPath), uriBaseId: '%SRCROOT%' }
}

function regionOf(span: Span, file: ReportedFile): object {
  const { line, column, endLine, endColumn } = placeOf(span, file)
  return { startLine: line, startColumn: column, endLine, endColumn }
}

/** A place in another file is shown where that file is part of the report. */
function relatedLocation(
  { message, file, span }: Related,
  own: ReportedFile,
  byPath: Scene['byPath'],
): object[] {
  const there = file === undefined ? own : byPath.get(file)
  return there ? [{ ...locationOf(span, there), message: messageOf(message) }] : []
}

function fixOf(fix: Fix, file: ReportedFile): object[] {
  const replacements = editsOf(file.text, fix).map(({ span, text }) => {
    return { deletedRegion: regionOf(span, file), insertedContent: { text } }
  })
  if (replacements.length === 0) return []
  const change = { artifactLocation: artifactOf(file), replacements }
  return [{ description: messageOf(fix.title), artifactChanges: [change], properties: { safe: fix.safe } }]
}

function invocation({ results: { unread } }: Report): object {
  const notifications = unread.map(({ path, problem }) => ({
    level: 'error',
    message: messageOf(`${path} was not checked: ${problem}.`),
  }))
  return {
    executionSuccessful: unread.length === 0,
    ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
  }
}
