import type { TrendMonth } from '../engine/board/board.ts'
import { stages } from '../engine/pilot/stages.ts'
import { el, type MarkupElement } from './markup.ts'
import { monthChart } from './month-chart.ts'
import { columnHead, type Sight, scrolling, section, table } from './sight.ts'
import { monthWords, stageWord } from './words.ts'

/** How many pilots were in each stage, month by month. Filters do not change it: the past is that of all pilots. */
export function trend({ board }: Sight): MarkupElement {
  const title = 'Month by month'
  const { trend: past } = board
  if (past.notRun !== undefined)
    return section(
      'trend',
      { title },
      el('p', { class: 'none' }, `Not run for lack of Git history: ${past.notRun}.`),
    )
  const { months, unknown } = past
  const about = `All pilots by stage at the end of each month, as Git remembers them${unknown > 0 ? `; ${unknown} without a history` : ''}.`
  return section(
    'trend',
    { title, about: [about, el('span', { class: 'keys' }, legend())] },
    monthChart(months),
    el(
      'details',
      { id: 'trend-table' },
      el('summary', {}, 'The numbers'),
      scrolling('Pilots by stage, month by month', numbers(months)),
    ),
  )
}

function numbers(months: readonly TrendMonth[]): MarkupElement {
  return table(
    [columnHead('Month'), stages.map((stage) => columnHead(stageWord(stage), 'numbers'))],
    el(
      'tbody',
      {},
      months.map((month) =>
        el(
          'tr',
          {},
          el('th', { scope: 'row' }, monthWords(month.month)),
          stages.map((stage) => el('td', { class: 'n' }, String(month.stages[stage]))),
        ),
      ),
    ),
  )
}

function legend(): readonly MarkupElement[] {
  return stages.map((stage, index) =>
    el(
      'span',
      { class: 'key' },
      el(
        'svg',
        { width: 16, height: 14, 'aria-hidden': 'true' },
        el('rect', { class: `s${index}`, y: 2, width: 12, height: 10 }),
      ),
      stageWord(stage),
    ),
  )
}
