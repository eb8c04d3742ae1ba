import type { Owner } from '../engine/board/board.ts'
import { el, type MarkupElement, shown } from './markup.ts'
import { columnHead, markLink, markOf, pilotsOf, type Seen, type Sight, section, table } from './sight.ts'

/** Who operates how many pilots: a mark for each. */
export function owners(sight: Sight): MarkupElement {
  const seen = pilotsOf(sight)
  const head = ['Operator', 'Pilots', 'Active', 'All'].map((text, at) =>
    columnHead(text, at > 1 ? 'numbers' : undefined),
  )
  return section(
    'owners',
    { title: 'Who answers for them', about: 'One person can carry one pilot to production, seldom three.' },
    table(
      head,
      el(
        'tbody',
        {},
        sight.board.owners.map((owner) => row(sight, owner, seen)),
      ),
    ),
  )
}

function row(sight: Sight, { name, isPerson, pilots, active }: Owner, seen: readonly Seen[]): MarkupElement {
  const own = seen.filter((_, at) => pilots.includes(at))
  const note = name !== undefined && !isPerson ? el('small', {}, 'not one person') : undefined
  return el(
    'tr',
    { 'data-group': true },
    el(
      'th',
      { scope: 'row', class: name === undefined ? 'late' : undefined },
      name === undefined ? 'Nobody' : shown(name, 60),
      note,
    ),
    el(
      'td',
      { class: 'wide' },
      el(
        'div',
        { class: 'marks' },
        own.map((each) =>
          sight.ample ? markLink(sight, each) : el('i', { class: markOf(each), 'data-p': each.key }),
        ),
      ),
    ),
    el('td', { class: 'n' }, String(active)),
    el('td', { class: 'n dim', 'data-count': true }, String(pilots.length)),
  )
}
