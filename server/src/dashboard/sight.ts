import type { Board, BoardPilot, Place } from '../engine/board/board.ts'
import { ofEach } from '../engine/once.ts'
import { visible } from '../engine/text/visible.ts'
import { type Attributes, type Child, el, type MarkupElement, shown } from './markup.ts'
import { verdicts, verdictWords } from './words.ts'

/** How a board is looked at: on a page, where a cell leads to the findings below, or beside an editor, where it opens the file. */
export interface Sight {
  readonly board: Board
  readonly beside: 'page' | 'editor'
  /** Whether there is room for everything; a page of very many pilots leaves out what the command line tells as well. */
  readonly ample: boolean
}

/** A pilot with what tells it from the others. */
export interface Seen {
  readonly pilot: BoardPilot
  readonly key: string
  /** The file of one whose name others have as well, as in two folders. */
  readonly file: string | undefined
}

/** Beside an editor a pilot is told by its file, whatever comes before it; a page stays as it is, and has to be small. */
export const pilotsOf: (sight: Sight) => readonly Seen[] = ofEach(({ board, beside }: Sight) => {
  const [names, shared] = [new Set<string>(), new Set<string>()]
  for (const { name } of board.pilots) (names.has(name) ? shared : names).add(name)
  return board.pilots.map((pilot, at) => ({
    pilot,
    key: beside === 'page' ? String(at) : fileKeyOf(pilot),
    file: shared.has(pilot.name) ? shown(pilot.file) : undefined,
  }))
})

/** What tells a file from the others beside an editor. */
export function fileKeyOf({ uri, file }: Pick<BoardPilot, 'uri' | 'file'>): string {
  return visible(uri ?? file)
}

/** Something that leads to a line of a pilot's file, and on a page to what is said about it. */
export function leading(
  { beside }: Sight,
  { key, at, to = 'p' }: { readonly key: string; readonly at: Place; readonly to?: 'p' | 'f' },
  attributes: Attributes,
  ...children: readonly Child[]
): MarkupElement {
  if (beside === 'page') return el('a', { href: `#${to}${key}`, ...attributes }, ...children)
  const go = `${key}:${at.line}:${at.column}`
  return el('button', { type: 'button', 'data-go': go, ...attributes }, ...children)
}

/** A text that opens its line of the file; on a page, from which no file can be opened, the text alone. */
export function opening(sight: Sight, key: string, at: Place, text: string): Child {
  return sight.beside === 'editor' ? leading(sight, { key, at }, {}, text) : text
}

/** The name of a pilot, which leads to it, and below it what tells it from others of that name. */
export function nameOf(sight: Sight, { pilot, key, file }: Seen): Child {
  const title = sight.ample && pilot.title !== undefined ? shown(pilot.title) : undefined
  const name = leading(sight, { key, at: pilot.at }, { title }, shown(pilot.name))
  return [name, file !== undefined && el('small', {}, file)]
}

/** The mark of a pilot: its shape and its colour are its verdict. */
export function markOf({ pilot }: Seen): string {
  return `v${verdicts.indexOf(pilot.verdict)}`
}

/** A mark that leads to its pilot. */
export function markLink(sight: Sight, seen: Seen): MarkupElement {
  const { pilot, key, file } = seen
  const verdict = sight.ample ? verdictWords[pilot.verdict] : undefined
  const title = [shown(pilot.name), file, verdict].filter((part) => part !== undefined).join(', ')
  return leading(sight, { key, at: pilot.at }, { 'data-p': key, class: markOf(seen), title })
}

/** A section with its heading. */
export function section(
  id: string,
  { title, about, extra }: { readonly title: string; readonly about?: Child; readonly extra?: Child },
  ...children: readonly Child[]
): MarkupElement {
  const head = el('div', { class: 'head' }, el('h2', { id: `${id}-h` }, title), extra)
  const text = about === undefined ? undefined : el('p', { class: 'about' }, about)
  return el('section', { id, 'aria-labelledby': `${id}-h` }, head, text, ...children)
}

/** The cell that a row is about. Where there is no room its place in the row has to say so. */
export function rowHead({ ample }: Sight, ...children: readonly Child[]): MarkupElement {
  return el('th', { scope: ample ? 'row' : undefined }, ...children)
}

/** A table with the heads of its columns. */
export function table(heads: readonly Child[], ...bodies: readonly MarkupElement[]): MarkupElement {
  return el('table', {}, headRow(heads), ...bodies)
}

/** The first row of a table. */
export function headRow(heads: readonly Child[]): MarkupElement {
  return el('thead', {}, el('tr', {}, heads))
}

/** The head of a column. Numbers are aligned to the right. */
export function columnHead(text: Child, of?: 'numbers'): MarkupElement {
  return el('th', { scope: 'col', class: of && 'n' }, text)
}

/** A wide table, which scrolls for itself and can be reached by keyboard for that. */
export function scrolling(label: string, table: MarkupElement): MarkupElement {
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, table)
}

/** A share as a coordinate of a drawing that fills its place. */
export function percent(share: number): string {
  return `${Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 10}%`
}
