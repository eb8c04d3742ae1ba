import { filter } from './filters.ts'

/*
 * What the page does in a browser. It is written into the page, so it stands alone and stays small.
 */
document.addEventListener('change', () => filter(document))
document.addEventListener('reset', () => setTimeout(() => filter(document)))
addEventListener('hashchange', unfold)
document.addEventListener('click', ({ target }) => {
  // An address that stays the same is no change, and what it leads to may have been folded since.
  const link = target instanceof Element ? target.closest('a') : undefined
  if (link && link.hash === location.hash) unfold()
  // Of very many pilots a cell is no link of its own: the row is one.
  if (target instanceof Element && target.matches('#heat td>b'))
    target.closest('tr')?.querySelector('a')?.click()
})
addEventListener('pageshow', () => {
  // A browser that goes back brings the lists as they were left.
  filter(document)
  unfold()
})

/** Opens the findings that a cell leads to. */
function unfold(): void {
  const target = document.getElementById(location.hash.slice(1))
  if (target instanceof HTMLDetailsElement) {
    target.open = true
    target.scrollIntoView({ block: 'center' })
    target.querySelector('summary')?.focus()
  }
}
