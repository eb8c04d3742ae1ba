import { counted } from '../../../server/src/engine/text/counted.ts'

/** What is chosen, by the words that the lists show; a list that is not named shows all. */
export type Chosen = Readonly<Record<string, string>>

/** What is chosen now. */
export function chosenIn(page: Document): Chosen {
  const chosen: Record<string, string> = {}
  for (const list of listsOf(page)) if (list.selectedIndex > 0) chosen[list.dataset['by'] ?? ''] = list.value
  return chosen
}

/** Chooses again what was chosen before; a word that a list no longer has chooses all. */
export function choose(page: Document, chosen: Chosen): void {
  for (const list of listsOf(page)) {
    const word = chosen[list.dataset['by'] ?? '']
    const at = Array.from(list.options).findIndex(({ text }) => text === word)
    list.selectedIndex = Math.max(at, 0)
  }
  filter(page)
}

/** Hides every pilot that is not chosen, wherever it stands, and counts those that are. */
export function filter(page: Document): void {
  const lists = listsOf(page)
  for (const list of lists) list.classList.toggle('on', list.selectedIndex > 0)
  const rows = Array.from(page.querySelectorAll<HTMLElement>('tr[data-by]'))
  const fits = ({ dataset }: HTMLElement): boolean => {
    const own = dataset['by']?.split(',') ?? []
    return lists.every((list, at) => list.selectedIndex === 0 || own[at] === String(list.selectedIndex))
  }
  const chosen = new Set(rows.filter(fits).map(({ dataset }) => dataset['p']))
  for (const element of page.querySelectorAll<HTMLElement>('[data-p]')) {
    element.hidden = !chosen.has(element.dataset['p'])
  }
  for (const cell of page.querySelectorAll('[data-count]')) recount(cell)
  const status = page.getElementById('chosen')
  if (status) say(status, `${chosen.size} of ${counted(rows.length, 'pilot')}`)
}

function recount(cell: Element): void {
  const row = cell.closest('tr')
  const number = row?.querySelectorAll('[data-p]:not([hidden])').length ?? 0
  say(cell, String(number))
  if (row?.dataset['group'] !== undefined) row.hidden = number === 0
}

/** Text that stays the same is not said again. */
function say(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

function listsOf(page: Document): readonly HTMLSelectElement[] {
  return Array.from(page.querySelectorAll<HTMLSelectElement>('select[data-by]'))
}
