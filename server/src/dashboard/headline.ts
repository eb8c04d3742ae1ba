import { money } from '../engine/pilot/money.ts'
import { counted } from '../engine/text/counted.ts'
import { type Child, el, type MarkupElement, shown } from './markup.ts'
import { fileKeyOf, opening, percent, type Sight } from './sight.ts'
import { dayWords, verdicts, verdictWords } from './words.ts'

/** How the portfolio stands in two sentences, and the same as a bar. Filters do not change it. */
export function headline(sight: Sight): MarkupElement {
  const { board } = sight
  const { pilots, asOf, unread } = board
  const own = verdicts.map((verdict, index) => ({ index, verdict, number: board.verdicts[verdict] }))
  const there = own.filter(({ number }) => number > 0)
  // A number stays with its words.
  const parts = there.map(
    ({ verdict, number }) => `${number}\u00a0${verdictWords[verdict].replaceAll(' ', '\u00a0')}`,
  )
  const all = counted(pilots.length, 'pilot')
  const none = unread.length > 0 ? 'No pilot can be read' : 'No pilots'
  return el(
    'header',
    {},
    el('p', { class: 'day' }, `AI pilots on ${dayWords(asOf)}`),
    el('h1', {}, parts.length === 0 ? none : `${all}: ${parts.join(', ')}`),
    (pilots.length > 0 || unread.length === 0) && el('p', { class: 'lead' }, leadOf(board)),
    unread.length > 0 && el('p', { class: 'unread' }, unreadText(sight)),
    there.length > 0 && verdictBar(there, pilots.length),
    el(
      'ul',
      { class: 'legend', 'aria-label': 'Verdicts' },
      there.map(({ verdict, index, number }) =>
        el(
          'li',
          {},
          el('i', { class: `m v${index}` }),
          el('b', {}, String(number)),
          ` ${verdictWords[verdict]}`,
        ),
      ),
    ),
  )
}

/** What waiting has cost; where nobody waits, how a pilot begins. */
function leadOf({ delays, pilots }: Sight['board']): string {
  if (pilots.length === 0) return 'A pilot is a file with a name such as demand-forecast.pilot.yaml.'
  const late = pilots.filter(({ delay }) => delay !== undefined).length
  if (late === 0) return 'No pilot is past its promised date of production at a known cost.'
  const sums = delays.map(({ amount, currency }) => money(amount, shown(currency, 12)))
  return `Waiting has cost ${sums.join(' and ')} so far: ${counted(late, 'pilot')} past the promised date of production.`
}

function unreadText(sight: Sight): Child {
  const { unread } = sight.board
  const files = unread.slice(0, 5).map((each, index): Child => {
    const name = opening(sight, fileKeyOf(each), { line: 1, column: 1 }, shown(each.file))
    return [index > 0 && ', ', name, ` (${shown(each.problem)})`]
  })
  const more = unread.length - files.length
  return ['Not read: ', files, more > 0 ? ` and ${more} more.` : '.']
}

interface Counted {
  readonly index: number
  readonly number: number
}

function verdictBar(counts: readonly Counted[], all: number): MarkupElement {
  let before = 0
  const bars = counts.map(({ index, number }) => {
    const x = percent(before / all)
    before += number
    return el('rect', { class: `f${index}`, x, width: percent(number / all), height: 8 })
  })
  // The list below says the same.
  return el('svg', { class: 'verdicts', height: 8, width: '100%', 'aria-hidden': 'true' }, bars)
}
