import type { Finding } from '../../engine/finding.ts'
import { type Entry, isPast, listed, mayEnter, openIn, type Waivable } from '../../engine/steps/entry.ts'
import type { Suppressed } from '../../engine/suppress.ts'
import { counted } from '../../engine/text/counted.ts'
import { visible } from '../../engine/text/visible.ts'
import { findingJson } from './json.ts'
import { placeText } from './place.ts'
import { type Style, wrap } from './style.ts'

/** What is asked, and of which file. */
export interface NamedEntry extends Entry {
  readonly path: string
  readonly name: string | undefined
  readonly title: string
}

/** Whether a pilot may enter a stage, with the list of what that takes. */
export function gateReview(entry: NamedEntry, style: Style): string {
  const { title, from, to, outputs, gates, blocking } = entry
  const sections: readonly (readonly [heading: string, rows: readonly string[]])[] = [
    [
      'Outputs',
      outputs.map(({ exists, stage, label, missing }) =>
        row({ done: exists, stage, label, lacks: missing }, style),
      ),
    ],
    ['Gates', gates.map((gate) => row(gateRow(gate), style))],
    [headOfFindings(entry), blocking.map((finding) => findingRow(finding, entry, style))],
    ['Errors that its file suppresses', silencedRows(entry, style)],
  ]
  const parts = sections.flatMap(([heading, rows]) => (rows.length > 0 ? `${heading}\n${rows.join('')}` : []))
  const about = `${style.paint('strong', visible(title))}: from ${from} to ${to}\n`
  return [about, ...parts, verdict(entry, style)].join('\n')
}

/** The same for programs. */
export function gateJson(entry: NamedEntry): object {
  const { path, name, from, to, outputs, gates, analysis, blocking } = entry
  return {
    path,
    name,
    from,
    to,
    past: isPast(entry),
    mayEnter: mayEnter(entry),
    outputs: outputs.map(({ at: _at, ...output }) => output),
    gates,
    blocking: blocking.map((finding) => findingJson(finding, analysis)),
    suppressed: silencedIn(entry).map(({ finding, reason }) => ({
      ...findingJson(finding, analysis),
      reason,
    })),
  }
}

/** What would block it, were it not for comments in the file itself: who opens the gate has to see them. */
function silencedIn({ analysis }: Entry): readonly Suppressed[] {
  return analysis.suppressed.filter(
    ({ finding: { rule, severity } }) => severity === 'error' && !listed.has(rule),
  )
}

interface Row {
  readonly done: boolean
  readonly stage: string
  readonly label: string
  readonly lacks: readonly string[]
}

function row({ done, stage, label, lacks }: Row, style: Style): string {
  const state = done ? style.paint('good', 'done') : style.paint('error', 'open')
  const lines = lacks.flatMap((each) => indented(`- ${visible(each)}`, style))
  return [`  ${state}  ${stage.padEnd(10)} ${visible(label)}`, ...lines, ''].join('\n')
}

function gateRow({ passed, waived, stage, due, held, decision, by }: Waivable): Row {
  const done = passed || waived
  const decided = `${decision ?? 'undecided'}, ${held}${by === undefined ? '' : `, ${by}`}`
  const planned = due === undefined ? 'no gate was held, and none is planned' : `not held, due ${due}`
  const label = held === undefined ? planned : decided
  return { done, stage, label: waived ? `${label} (not asked for here)` : label, lacks: [] }
}

/** The messages speak of the pilot as of one that is in the stage. */
function headOfFindings({ from, to }: Entry): string {
  return from === to ? 'Findings that block' : `Findings that would block it, as if it were in ${to} now`
}

function silencedRows(entry: Entry, style: Style): readonly string[] {
  return silencedIn(entry).map(({ finding, reason }) => {
    const said = indented(`Its reason: ${visible(reason)}`, style)
    return [findingRow(finding, entry, style).trimEnd(), ...said, ''].join('\n')
  })
}

function findingRow({ rule, message, span }: Finding, { analysis }: Entry, style: Style): string {
  return [
    `  ${placeText(analysis, span.start)} ${style.paint('quiet', visible(rule))}`,
    ...indented(visible(message), style),
    '',
  ].join('\n')
}

function verdict(entry: Entry, style: Style): string {
  const { from, to } = entry
  const isOpen = !mayEnter(entry)
  const silenced = silencedIn(entry).length
  const suppressed = silenced === 0 ? '' : ` ${counted(silenced, 'error')} suppressed.`
  const open = `${isOpen ? ` ${openIn(entry).join(', ')}.` : ''}${suppressed}`
  if (isPast(entry)) {
    const rest = isOpen
      ? style.paint('error', `Of what ${to} takes there is open:`)
      : style.paint('good', `Nothing that ${to} takes is missing.`)
    return `It is past ${to} already, at ${from}. ${rest}${open}\n`
  }
  const answer = isOpen
    ? style.paint('error', `It may not enter ${to}:`)
    : style.paint('good', `It may enter ${to}.`)
  return `${answer}${open}\n`
}

const INDENT = ' '.repeat(8)

function indented(text: string, { columns }: Style): readonly string[] {
  return wrap(text, columns && columns - INDENT.length).map((line) => INDENT + line)
}
