import { scaleBand, scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import type { TrendMonth } from '../engine/board/board.ts'
import { type Stage, stages } from '../engine/pilot/stages.ts'
import { el, type MarkupElement } from './markup.ts'
import { percent } from './sight.ts'
import { monthName } from './words.ts'

const HEIGHT = 160
/** The share of the width that the numbers of the axis take. */
const LEFT = 0.05
/** Months that are named; more would run into each other. */
const NAMED = 9

/** The months as columns, each a stack of its stages. */
export function monthChart(months: readonly TrendMonth[]): MarkupElement {
  const totals = months.map((month) => stages.reduce((sum, stage) => sum + month.stages[stage], 0))
  const last = months.at(-1)
  const said = `${months.length} months up to ${last?.month}, with ${totals.at(-1)} pilots in the last.`
  return el(
    'svg',
    {
      class: 'chart',
      height: HEIGHT + 22,
      width: '100%',
      role: 'img',
      'aria-labelledby': 'trend-t',
      'aria-describedby': 'trend-d',
    },
    el('title', { id: 'trend-t' }, 'Pilots by stage, month by month'),
    el('desc', { id: 'trend-d' }, said),
    columns(months, Math.max(...totals, 1)),
    names(months),
  )
}

function bandsOf(months: readonly TrendMonth[]): ReturnType<typeof scaleBand<string>> {
  const keys = months.map(({ month }) => month)
  return scaleBand<string>().domain(keys).range([LEFT, 1]).paddingInner(0.3)
}

function columns(months: readonly TrendMonth[], most: number): readonly MarkupElement[] {
  const high = scaleLinear().domain([0, most]).nice(4).rangeRound([HEIGHT, 8])
  const wide = bandsOf(months)
  const width = percent(wide.bandwidth())
  const layers = stack<unknown, TrendMonth, Stage>()
    .keys(stages)
    .value((month, stage) => month.stages[stage])([...months])
  const ticks = high.ticks(4).filter((tick) => Number.isInteger(tick))
  return [
    ...ticks.flatMap((tick) => [
      el('line', { class: 'tick', x1: percent(LEFT), x2: '100%', y1: high(tick), y2: high(tick) }),
      el('text', { class: 'end', x: percent(LEFT - 0.012), y: high(tick) + 4 }, String(tick)),
    ]),
    ...layers.flatMap((layer, index) =>
      layer.flatMap(([from, to], at) => {
        if (to === from) return []
        const x = percent(wide(months[at]?.month ?? '') ?? 0)
        const height = Math.max(high(from) - high(to) - 1, 1)
        return [el('rect', { class: `s${index}`, x, y: high(to), width, height })]
      }),
    ),
  ]
}

function names(months: readonly TrendMonth[]): readonly MarkupElement[] {
  const wide = bandsOf(months)
  const every = Math.ceil(months.length / NAMED)
  const named = months.filter((_, at) => (months.length - 1 - at) % every === 0)
  return named.map(({ month }) => {
    const x = percent((wide(month) ?? 0) + wide.bandwidth() / 2)
    return el('text', { class: 'middle', x, y: HEIGHT + 16 }, `${monthName(month)} ${month.slice(2, 4)}`)
  })
}
