import type { Cell } from '../engine/board/board.ts'
import { counted } from '../engine/text/counted.ts'
import { el, elOfMany, type MarkupElement, shown } from './markup.ts'
import {
  columnHead,
  leading,
  nameOf,
  pilotsOf,
  rowHead,
  type Seen,
  type Sight,
  scrolling,
  section,
  table,
} from './sight.ts'
import { findingWords } from './words.ts'

/** What the rules found, a row for each pilot and a column for each group of rules. */
export function heat(sight: Sight): MarkupElement {
  const { groups } = sight.board
  return section(
    'heat',
    { title: 'What the rules found', about: legend() },
    scrolling(
      'Findings of all pilots by rule group',
      table(
        [columnHead('Pilot'), groups.map((group) => columnHead(el('span', {}, shown(group, 24))))],
        elOfMany('tbody', sight, pilotsOf(sight), (seen) => row(sight, seen)),
      ),
    ),
  )
}

function row(sight: Sight, seen: Seen): MarkupElement {
  const cells = seen.pilot.heat.map((cell, at) => cellOf(sight, seen, cell, sight.board.groups[at] ?? ''))
  return el('tr', { 'data-p': seen.key }, rowHead(sight, nameOf(sight, seen)), cells)
}

/** Where nothing applies the cell is empty; the style draws a dash. */
const quiet = {
  passed: { letter: '✓', class: undefined },
  'not-run': { letter: '?', class: 'q' },
  'not-applicable': { letter: '', class: undefined },
} as const

function cellOf(sight: Sight, { key, pilot }: Seen, cell: Cell, group: string): MarkupElement {
  if (cell.state !== 'failed') {
    const { letter, class: name } = quiet[cell.state]
    return el('td', { class: name }, letter)
  }
  const number = cell.errors + cell.warnings + cell.infos
  const text = number === 0 ? '+' : String(number)
  const title = sight.ample ? `${shown(group, 24)}: ${wordsOf(cell)}` : undefined
  // Where the findings of a pilot are one line, all cells of its row lead there: the name of the row does, and a click on any.
  const inside = sight.ample
    ? leading(sight, { key, at: cell.at ?? pilot.at, to: 'f' }, { title }, text)
    : el('b', {}, text)
  return el('td', { class: weightOf(cell) }, inside)
}

function wordsOf(cell: Cell): string {
  const parts = [
    findingWords(cell),
    cell.covered > 0 && `${counted(cell.covered, 'finding')} that another one stands for`,
  ]
  return parts.filter(Boolean).join(', ')
}

function weightOf({ errors, warnings, infos }: Cell): string {
  if (errors > 0) return 'e'
  if (warnings > 0) return 'w'
  return infos > 0 ? 'i' : 'c'
}

function legend(): readonly MarkupElement[] {
  const key = (name: string, letter: string, text: string): MarkupElement =>
    el('span', { class: 'key' }, el('span', { class: `cell ${name}` }, el('b', {}, letter)), text)
  return [
    key('e', '3', 'errors among them'),
    key('w', '2', 'warnings at most'),
    key('i', '1', 'notes only'),
    key('c', '+', 'told by another finding'),
    key('p', '✓', 'passed'),
    key('a', '–', 'does not apply yet'),
    key('q', '?', 'not run'),
  ]
}
