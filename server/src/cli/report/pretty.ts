import type { Counts } from '../../engine/counts.ts'
import type { Finding, Related, Severity } from '../../engine/finding.ts'
import { counted } from '../../engine/text/counted.ts'
import { listing } from '../../engine/text/listing.ts'
import type { Span } from '../../engine/text/span.ts'
import { visible } from '../../engine/text/visible.ts'
import {
  type Checked,
  type CheckedConfig,
  type Counted,
  type FindCounted,
  finderIn,
  type Results,
  type Totals,
  toldIn,
  totalsOf,
} from '../checked.ts'
import { leftOut, wasText } from './compared.ts'
import { type Frame, frameOf } from './frame.ts'
import { notRun } from './not-run.ts'
import type { Parts } from './parts.ts'
import { placeText } from './place.ts'
import { type Look, plainStyle, type Style, wrap } from './style.ts'

/** The report for people: the findings of each file with the lines that they are about, and a summary. */
export function* pretty(results: Results, style: Style): Parts {
  const find = finderIn(results)
  for (const file of results.configs) if (file.findings.length > 0) yield `${fileReport(file, find, style)}\n`
  for (const file of results.files) {
    const findings = toldIn(file)
    const { path, analysis, states } = file
    // The text and the lines of one file at a time: those of all are as much as the rest of the run.
    if (findings.length > 0)
      yield `${fileReport({ path, text: analysis.text, lines: analysis.lines, findings, states }, find, style)}\n`
  }
  yield summary(results, style)
}

type FileReport = CheckedConfig & Pick<Checked, 'states'>

function fileReport(file: FileReport, find: FindCounted, style: Style): string {
  const findings = file.findings.map((finding, index) => {
    const before = file.findings[index - 1]?.span
    const isShown = before?.start === finding.span.start && before.end === finding.span.end
    const was = wasText(file.states?.get(finding))
    return findingReport(finding, { file, find, was, isShown: isShown || file.text === '' }, style)
  })
  return `${style.paint('file', visible(file.path))}\n\n${findings.join('\n')}`
}

const MARGIN = '    '
/** No frame is wider, however wide the terminal is. */
const FRAME_COLUMNS = 120

interface Source {
  readonly file: Counted
  readonly find: FindCounted
  /** What it weighed before. */
  readonly was: string
  /** The finding before stands at the same place, or there is nothing to be shown. */
  readonly isShown: boolean
}

function findingReport(finding: Finding, source: Source, style: Style): string {
  const { file, was, isShown } = source
  const { severity, message, span, related, fixes, past } = finding
  const rule = visible(finding.rule)
  const here = related.filter((each) => each.file === undefined)
  const said = wrap(visible(message), style.columns && style.columns - MARGIN.length)
  const shown = [
    `  ${placeText(file, span.start)} ${style.paint(severity, severity)}${was} ${style.paint('quiet', rule)}`,
    ...said.map((each) => MARGIN + each),
    ...framed([
      ...(isShown ? [] : frameLines({ span, look: severity, label: '' }, source, style)),
      ...here.flatMap((each) => relatedLines(each, source, style)),
    ]),
    ...elsewhere(related, source.find, style),
    ...fixLines(fixes, style),
    ...(past?.commit
      ? [`${MARGIN}${style.paint('quiet', `diff: git show ${past.commit.slice(0, 7)}`)}`]
      : []),
    `${MARGIN}${style.paint('quiet', `why: pilots explain ${rule}`)}`,
    '',
  ]
  return shown.join('\n')
}

/** Of many ways to mend it the first few stand for all. */
const MOST_FIXES = 3

function fixLines(fixes: Finding['fixes'], style: Style): readonly string[] {
  const shown = fixes.length > MOST_FIXES + 1 ? fixes.slice(0, MOST_FIXES) : fixes
  const more = fixes.length === shown.length ? [] : [`and ${fixes.length - shown.length} more`]
  return [...shown.map(({ title }) => visible(title)), ...more].map(
    (title) => `${MARGIN}${style.paint('good', 'fix:')} ${title}`,
  )
}

function framed(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...lines, '']
}

function relatedLines({ span, message }: Related, source: Source, style: Style): readonly string[] {
  return frameLines({ span, look: 'quiet', label: visible(message) }, source, style).slice(-2)
}

/** Other files that explain a finding; the first few stand for all. */
const MOST_FILES = 5

/** Places in other files, one a line as an editor opens them. */
function elsewhere(related: readonly Related[], find: FindCounted, style: Style): readonly string[] {
  const others = related.filter(({ file }) => file !== undefined && find(file))
  const more = others.length - MOST_FILES
  // The lines of each other text are counted: not for places that are not shown.
  const lines = (more <= 1 ? others : others.slice(0, MOST_FILES)).flatMap(({ file = '', span, message }) => {
    const other = find(file)
    const place = other && `${visible(file)}:${placeText(other, span.start)}:`
    return place === undefined ? [] : [`${MARGIN}${style.paint('quiet', place)} ${visible(message)}`]
  })
  return more <= 1 ? lines : [...lines, `${MARGIN}and ${more} more`]
}

interface Mark {
  readonly span: Span
  readonly look: Severity | 'quiet'
  readonly label: string
}

function frameLines({ span, look, label }: Mark, { file }: Source, style: Style): readonly string[] {
  const { text, lines } = file
  const columns = Math.min(style.columns ?? FRAME_COLUMNS, FRAME_COLUMNS) - GUTTER - MARGIN.length
  const frame: Frame = frameOf(text, lines, span, Math.max(20, columns))
  const gutter = (number: string): string =>
    MARGIN + style.paint('quiet', `${number.padStart(GUTTER - 3)} | `)
  const mark = style.paint(look, (look === 'quiet' ? '-' : '^').repeat(frame.length))
  return [
    ...frame.rows.map((row) => (gutter(String(row.number)) + row.text).trimEnd()),
    `${gutter('')}${' '.repeat(frame.indent)}${mark}${label === '' ? '' : ` ${label}`}`,
  ]
}

/** Of the line number, its border and the blanks around it. */
const GUTTER = 8

/** How many findings there are, in how many files, and what was not looked at, as a sentence each. */
export function summary(results: Results, style: Style): string {
  const totals = totalsOf(results)
  const broken = results.configs.filter(({ findings }) => findings.length > 0).length
  const files = counted(results.files.length + broken, 'file')
  const found =
    totals.affected === 0
      ? `${style.paint('good', results.comparisons ? 'No new findings' : 'No findings')} in ${files}.`
      : `${counts(totals, style)} in ${affectedOf(totals, files)}.`
  const silenced = totals.suppressed === 0 ? '' : ` ${totals.suppressed} suppressed.`
  return `${wrap(`${found}${notShown(results)}${leftOut(results)}${unread(results)}${silenced}${notRun(results)}`, style.columns).join('\n')}\n`
}

function notShown({ notShown: left }: Results): string {
  const said = left ? counts(left, plainStyle) : ''
  return said === '' ? '' : ` ${said} not shown.`
}

function unread({ unread: files }: Results): string {
  return files.length === 0 ? '' : ` ${counted(files.length, 'file')} not checked.`
}

function counts({ errors, warnings, infos }: Counts, style: Style): string {
  const all: readonly (readonly [Look, number])[] = [
    ['error', errors],
    ['warning', warnings],
    ['info', infos],
  ]
  const present = all
    .filter(([, number]) => number > 0)
    .map(([look, number]) => style.paint(look, counted(number, look)))
  return listing(present)
}

function affectedOf({ affected }: Totals, files: string): string {
  return files === counted(affected, 'file') ? files : `${affected} of ${files}`
}
