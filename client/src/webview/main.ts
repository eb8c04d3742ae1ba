import { dashboard } from '../../../server/src/dashboard/dashboard.ts'
import type { Markup } from '../../../server/src/dashboard/markup.ts'
import type { Board } from '../../../server/src/engine/board/board.ts'
import { choose, chosenIn, filter } from './filters.ts'
import { patch } from './patch.ts'
import { placeIn, type State, stateIn } from './state.ts'

/*
 * What the webview does: it draws each board that comes, and says when a place is to be opened. It never loads anything.
 */

/** What VS Code gives to the scripts of a webview, once. */
interface Editor {
  postMessage(message: unknown): void
  getState(): unknown
  setState(state: State): void
}

declare function acquireVsCodeApi(): Editor

const editor = acquireVsCodeApi()
const root = document.createElement('div')
let drawn: readonly Markup[] = []
let board: Board | undefined

addEventListener('message', ({ data }) => {
  if (isBoard(data)) draw(data.board)
})
document.addEventListener('click', ({ target }) => {
  const go = target instanceof Element ? target.closest('[data-go]')?.getAttribute('data-go') : undefined
  const place = board && placeIn(board, go ?? '')
  if (place) editor.postMessage({ type: 'open', ...place })
})
document.addEventListener('change', filterAgain)
document.addEventListener('reset', () => setTimeout(filterAgain))
document.addEventListener('toggle', remember, true)
addEventListener('scroll', remember, { passive: true })
editor.postMessage({ type: 'ready' })

/** Draws a board. What is chosen, unfolded, focused and in sight stays; a new webview takes it from the one before. */
function draw(next: Board): void {
  const isFirst = board === undefined
  const before = isFirst ? stateIn(editor.getState()) : stateOf()
  const markup = dashboard(next, 'editor')
  patch(root, drawn, markup)
  drawn = markup
  board = next
  // What stood there before the first board said that one would come.
  if (isFirst) document.body.replaceChildren(root)
  choose(document, before.chosen)
  if (!isFirst) return
  for (const id of before.open) {
    const details = document.getElementById(id)
    if (details instanceof HTMLDetailsElement) details.open = true
  }
  const dates = datesSwitch()
  if (dates) dates.checked = before.dates
  scrollTo(0, before.scroll)
}

function filterAgain(): void {
  filter(document)
  remember()
}

function remember(): void {
  if (board) editor.setState(stateOf())
}

function stateOf(): State {
  const open = Array.from(document.querySelectorAll('details[open]'), ({ id }) => id)
  return { chosen: chosenIn(document), open, dates: datesSwitch()?.checked === true, scroll: scrollY }
}

function datesSwitch(): HTMLInputElement | undefined {
  const dates = document.getElementById('dates')
  return dates instanceof HTMLInputElement ? dates : undefined
}

function isBoard(data: unknown): data is { readonly board: Board } {
  const { type, board: sent } = Object(data)
  return type === 'board' && sent?.kind === 'board' && sent.version === 1
}
