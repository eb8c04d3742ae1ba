import type { Finding, Fix } from '../../engine/finding.ts'
import { editsOf } from '../../engine/fix.ts'
import { pageOf } from '../../engine/rules/page.ts'
import type { Span } from '../../engine/text/span.ts'
import {
  type BaselineState,
  type Checked,
  type CheckedConfig,
  type Counted,
  type FindCounted,
  finderIn,
  type Results,
  toldIn,
  totalsOf,
} from '../checked.ts'
import { computedJson } from '../computed.ts'
import type { Parts } from './parts.ts'
import { placeAt } from './place.ts'

/** The report for programs, as `schemas/report.schema.json` describes it. Keys are only ever added within a version. */
export function json(results: Results): Parts {
  const { asOf, comparisons, unread } = results
  const configs = results.configs.map(configOf)
  const frame = { version: 1, asOf, summary: summaryJson(results), files: [], configs, unread, comparisons }
  return jsonAround(frame, 'files', filesOf(results))
}

function* filesOf(results: Results): Generator<object, void> {
  const find = finderIn(results)
  for (const checked of results.files) yield fileOf(checked, find)
}

/** How many findings there are, and of those that are compared how many were there before. */
export function summaryJson(results: Results): object {
  const { affected: _affected, unchanged, absent, ...totals } = totalsOf(results)
  return { files: results.files.length, ...totals, ...(results.comparisons && { unchanged, absent }) }
}

/** A value as JSON over several lines, in which no character is invisible and none can be taken for a command. */
export function jsonText(value: unknown): string {
  return `${harmless(JSON.stringify(value, undefined, 2))}\n`
}

/** The same of a value whose first empty list under a key is filled with entries that are made as they are written. */
export function* jsonAround(frame: object, key: string, entries: Iterable<object>): Parts {
  const text = jsonText(frame)
  const name = `"${key}": `
  const at = text.indexOf(`${name}[]`)
  const list = at + name.length
  yield text.slice(0, list)
  yield* jsonList(entries, text.slice(text.lastIndexOf('\n', at) + 1, at))
  yield text.slice(list + '[]'.length)
}

/** A list of such entries, without an end of its last line. */
export function* jsonList(entries: Iterable<object>, margin = ''): Parts {
  const line = `\n${margin}  `
  let before = '['
  for (const entry of entries) {
    yield `${before}${line}${harmless(JSON.stringify(entry, undefined, 2)).replaceAll('\n', line)}`
    before = ','
  }
  yield before === '[' ? '[]' : `\n${margin}]`
}

/** A value as JSON on one line. */
export function jsonLine(value: unknown): string {
  return `${harmless(JSON.stringify(value))}\n`
}

function harmless(text: string): string {
  return text.replace(HIDDEN, escapeUnits).replace(COMMAND, '\\u0023#')
}

const HIDDEN = /(?!\n)[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu
const COMMAND = /##(?=\w{0,30}\[)/g

function escapeUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}

function configOf(config: CheckedConfig): object {
  return { path: config.path, findings: config.findings.map((finding) => findingJson(finding, config)) }
}

function fileOf(checked: Checked, find: FindCounted): object {
  const { path, analysis, settings, states } = checked
  const { called, readable, findings, suppressed, notRun } = analysis
  const computed = readable ? computedJson(analysis, findings, settings.currency) : undefined
  const json = (finding: Finding): object => {
    return { ...findingJson(finding, analysis, find), ...stateJson(states?.get(finding)) }
  }
  const counts = toldIn(checked)
  return {
    path,
    pilot: { name: called.name, title: called.title, ...(computed && { stage: computed.stage }) },
    ...(computed && { computed: computed.computed }),
    findings: counts.map(json),
    ...(states && { unchanged: findings.filter((finding) => !counts.includes(finding)).map(json) }),
    suppressed: suppressed.map(({ finding, reason }) => ({ ...json(finding), reason })),
    notRun,
  }
}

/** A finding as all our JSON formats have it. */
export function findingJson(
  finding: Finding,
  analysis: Counted,
  find: FindCounted = () => undefined,
): object {
  const { rule, severity, message, span, related, fixes, past } = finding
  return {
    rule,
    severity,
    message,
    help: pageOf(rule),
    range: rangeOf(span, analysis),
    related: related.flatMap(({ message: why, file, span: there }) => {
      const other = file === undefined ? analysis : find(file)
      return other ? [{ message: why, path: file, range: rangeOf(there, other) }] : []
    }),
    fixes: fixes.map((fix) => fixOf(fix, analysis)),
    past,
  }
}

/** How a finding stands to what the run is compared with. */
export function stateJson(state: BaselineState | undefined): object {
  return { state: state?.is, was: state?.is === 'worse' ? state.was : undefined }
}

function fixOf(fix: Fix, analysis: Counted): object {
  const edits = editsOf(analysis.text, fix).map(({ span, text }) => ({
    range: rangeOf(span, analysis),
    text,
  }))
  return { title: fix.title, safe: fix.safe, suggestion: fix.suggestion, edits }
}

function rangeOf({ start, end }: Span, analysis: Counted): object {
  return { start: placeOf(start, analysis), end: placeOf(end, analysis) }
}

function placeOf(offset: number, counted: Counted): object {
  return { ...placeAt(counted, offset), offset }
}
