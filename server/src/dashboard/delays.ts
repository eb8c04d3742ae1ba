import { scaleLinear } from 'd3-scale'
import { money } from '../engine/pilot/money.ts'
import { compareTexts } from '../engine/text/compare.ts'
import { el, type MarkupElement, shown } from './markup.ts'
import { columnHead, nameOf, percent, pilotsOf, type Seen, type Sight, section, table } from './sight.ts'

/** What waiting past the promised date of production has cost, the dearest first. Bars compare amounts of one currency. */
export function delays(sight: Sight): MarkupElement {
  const late = pilotsOf(sight)
    .flatMap((seen) => (seen.pilot.delay ? [{ seen, delay: seen.pilot.delay }] : []))
    .sort((a, b) => compareTexts(a.delay.currency, b.delay.currency) || b.delay.total - a.delay.total)
  const about =
    'Value that did not come in and software that was paid for, since the promised date of production.'
  if (late.length === 0)
    return section(
      'delays',
      { title: 'Cost of waiting' },
      el('p', { class: 'none' }, 'No pilot is late at a known cost.'),
    )
  const most = new Map<string, number>()
  for (const { delay } of late) most.set(delay.currency, Math.max(most.get(delay.currency) ?? 0, delay.total))
  return section(
    'delays',
    { title: 'Cost of waiting', about },
    table(
      [columnHead('Pilot'), columnHead('Months late', 'numbers'), columnHead('Cost', 'numbers')],
      el(
        'tbody',
        {},
        late.map(({ seen, delay }) => row(sight, seen, { ...delay, most: most.get(delay.currency) ?? 0 })),
      ),
    ),
  )
}

interface Cost {
  readonly total: number
  readonly months: number
  readonly currency: string
  /** The largest amount of this currency. */
  readonly most: number
}

function row(sight: Sight, seen: Seen, { total, months, currency, most }: Cost): MarkupElement {
  const scale = scaleLinear()
    .domain([0, Math.max(most, 1)])
    .range([0, 1])
  const bar = el('svg', { class: 'bar' }, el('rect', { width: percent(scale(total)) }))
  return el(
    'tr',
    { 'data-p': seen.key },
    el('th', { scope: 'row' }, nameOf(sight, seen), bar),
    el('td', { class: 'n' }, String(months)),
    el('td', { class: 'n strong' }, money(total, shown(currency, 12))),
  )
}
