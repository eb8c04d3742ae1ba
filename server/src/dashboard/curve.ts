import { scaleLinear, scaleUtc } from 'd3-scale'
import { line } from 'd3-shape'
import type { BoardCriterion } from '../engine/board/board.ts'
import type { Measured } from '../engine/pilot/dashboard.ts'
import { el, type MarkupElement } from './markup.ts'

const WIDTH = 96
const HEIGHT = 22
/** Readings that a curve is drawn of, the newest. */
const MOST = 60
/** Readings that are told as numbers; who wants all of them opens the file. */
const SPOKEN = 12

/** The readings as a curve, with the target as a line. Without two of them there is nothing to draw. */
export function curve({ readings, target, baseline }: BoardCriterion): MarkupElement | undefined {
  const shownReadings = readings.slice(-MOST)
  const [first, last] = [shownReadings[0], shownReadings.at(-1)]
  if (!first || !last || first.date === last.date) return undefined
  const values = [...shownReadings.map(({ value }) => value), target, baseline].filter(
    (each) => each !== undefined,
  )
  const x = scaleUtc()
    .domain([new Date(first.date), new Date(last.date)])
    .range([3, WIDTH - 3])
  const y = scaleLinear()
    .domain([Math.min(...values), Math.max(...values)])
    .range([HEIGHT - 3, 3])
  const draw = line<Measured>(
    ({ date }) => round(x(new Date(date))),
    ({ value }) => round(y(value)),
  )
  const level = target === undefined ? undefined : round(y(target))
  return el(
    'svg',
    {
      class: 'curve',
      width: WIDTH,
      height: HEIGHT,
      role: 'img',
    },
    el('title', {}, spoken(readings)),
    level !== undefined && el('line', { class: 'goal', x1: 0, x2: WIDTH, y1: level, y2: level }),
    el('path', { class: 'line', d: draw([...shownReadings]) ?? '' }),
    el('circle', { class: 'last', cx: round(x(new Date(last.date))), cy: round(y(last.value)), r: 2.5 }),
  )
}

/** The numbers behind the curve, the newest first. */
function spoken(readings: readonly Measured[]): string {
  const newest = readings.slice(-SPOKEN).toReversed()
  const before = readings.length - newest.length
  const told = newest.map(({ date, value }) => `${value} on ${date}`).join(', ')
  return `${told}${before > 0 ? ` and ${before} before` : ''}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
