import { scaleUtc } from 'd3-scale'
import type { BoardGate, BoardPilot } from '../engine/board/board.ts'
import { addDays, earliest, type IsoDate, latest } from '../engine/pilot/dates.ts'
import { distance } from '../engine/pilot/distance.ts'
import { isOnTheWay, stages } from '../engine/pilot/stages.ts'
import { compareTexts } from '../engine/text/compare.ts'
import { chosenBy } from './filters.ts'
import { el, elOfMany, type MarkupElement } from './markup.ts'
import {
  columnHead,
  nameOf,
  opening,
  pilotsOf,
  rowHead,
  type Seen,
  type Sight,
  scrolling,
  section,
  table,
} from './sight.ts'
import { gateWords, monthName, stageWord } from './words.ts'

/** All pilots against one calendar: their stages, their gates, what was promised and what is realistic. */
export function timeline(sight: Sight): MarkupElement {
  const calendar = calendarOf(sight)
  const dates = [
    'Start',
    'Planned end',
    'Production promised',
    'Production realistic',
    sight.ample && 'Gates',
  ]
  const columns = [...dates.filter((text) => text !== false), 'Days in stage', 'Next gate']
  const check = el('input', { type: 'checkbox', id: 'dates' })
  return section(
    'timeline',
    {
      title: 'Timeline',
      about: legend(),
      extra: el('label', { class: 'switch' }, check, 'Dates as a table'),
    },
    scrolling(
      'Timeline of all pilots',
      table(
        [columnHead('Pilot'), columnHead(axis(calendar)), columns.map((text) => columnHead(text))],
        elOfMany('tbody', sight, pilotsOf(sight), (seen) => row(sight, seen, calendar)),
      ),
    ),
  )
}

function row(sight: Sight, seen: Seen, calendar: Calendar): MarkupElement {
  const { pilot } = seen
  const { start, end, productionBy, gates } = pilot.timeline
  const window = windowOf(pilot)
  const held = gates.map(({ stage, state, date: day }) =>
    [stage && stageWord(stage), gateWords[state], day].filter(Boolean).join(' '),
  )
  const dates = [start, end, productionBy, window && `${window.from} to ${window.to}`]
  return el(
    'tr',
    chosenBy(sight, seen),
    rowHead(sight, nameOf(sight, seen), el('small', {}, stageWord(pilot.stage))),
    el('td', {}, drawing(sight, pilot, calendar)),
    dates.map((day) => el('td', {}, day ?? '–')),
    sight.ample && el('td', {}, held.length > 0 ? held.join('; ') : '–'),
    timeInStage(pilot),
    nextGate(sight, seen),
  )
}

/** When production is realistic; of a pilot that was stopped it no longer is at any time. */
function windowOf({ stage, timeline: { window } }: BoardPilot): BoardPilot['timeline']['window'] {
  return stage === 'stopped' ? undefined : window
}

/** Percent of the width at which a day lies; days outside lie at the edge. */
interface Calendar {
  at(day: IsoDate): number
  readonly ticks: readonly IsoDate[]
}

/** Days that are shown at most before and after today: one odd year must not flatten all others. */
const PAST = 730
const FUTURE = 365
const TICKS = 9

function calendarOf({ board: { pilots, asOf } }: Sight): Calendar {
  const days = pilots
    .flatMap(({ timeline: { start, end, productionBy, window, stages: spans, gates } }) => [
      ...[start, end, productionBy, window?.to, spans[0]?.from],
      ...gates.map(({ date }) => date),
    ])
    .filter((day) => day !== undefined)
    .filter((day) => day >= addDays(asOf, -PAST) && day <= addDays(asOf, FUTURE))
    .sort()
  const first = addDays(earliest(days[0], addDays(asOf, -60)) ?? asOf, -7)
  const last = addDays(latest(days.at(-1), addDays(asOf, 60)) ?? asOf, 7)
  const scale = scaleUtc()
    .domain([new Date(first), new Date(last)])
    .range([0, 100])
    .clamp(true)
  const ticks = scale.ticks(TICKS).map((tick) => tick.toISOString().slice(0, 10))
  return { at: (day) => Math.round(scale(new Date(day)) * 10) / 10, ticks }
}

function axis(calendar: Calendar): MarkupElement {
  const { ticks, at } = calendar
  const year = ticks.findIndex(isNewYear)
  return el(
    'svg',
    { height: 16, width: '100%', role: 'img', 'aria-label': 'Months' },
    ticks.map((tick, index) => {
      const x = at(tick)
      const text = isNewYear(tick) ? tick.slice(0, 4) : monthName(tick)
      // Where it is narrow there is room for every second one, the years among them.
      const minor = (index - year) % 2 === 0 ? undefined : 'minor'
      // A word that begins at the edge would end in the next column.
      return x > EDGE ? undefined : el('text', { class: minor, x: `${x}%`, y: 12 }, text)
    }),
  )
}

function isNewYear(day: IsoDate): boolean {
  return day.slice(5, 7) === '01'
}

/** Percent of the width. */
const EDGE = 94

const marks: Readonly<Record<BoardGate['state'], string>> = {
  passed: 'passed',
  'held-back': 'held',
  due: 'due',
  overdue: 'late',
  missing: '',
}

/** The marks that drawings refer to, and the lines that all rows share; it has to stand on the page once. */
export function timelineDefinitions(sight: Sight): MarkupElement {
  const calendar = calendarOf(sight)
  return el(
    'svg',
    { class: 'definitions', width: 0, height: 0, 'aria-hidden': 'true' },
    el('circle', { id: 'passed', cy: MIDDLE, r: 4.5 }),
    el('rect', { id: 'held', x: -4, y: MIDDLE - 4, width: 8, height: 8 }),
    el('circle', { id: 'due', cy: MIDDLE, r: 4 }),
    el('path', { id: 'late', d: `M0 ${MIDDLE - 6}l6 11H-6z` }),
    el('path', { id: 'goal', d: `M-1 ${MIDDLE - 11}h10l-3 4 3 4h-8v14h-2z` }),
    el(
      'symbol',
      { id: 'grid' },
      calendar.ticks.map((tick) => upright('tick', calendar.at(tick))),
      upright('today', calendar.at(sight.board.asOf)),
    ),
  )
}

const HEIGHT = 34
const MIDDLE = HEIGHT / 2

function upright(name: string, at: number): MarkupElement {
  return el('line', { class: name, x1: `${at}%`, x2: `${at}%`, y1: 0, y2: HEIGHT })
}

/** Heights are in the style: they are the same in all rows. */
function drawing({ board: { asOf }, ample }: Sight, pilot: BoardPilot, { at }: Calendar): MarkupElement {
  const { stages: spans, end, productionBy, gates } = pilot.timeline
  const window = windowOf(pilot)
  const bar = (name: string, from: IsoDate, to: IsoDate): MarkupElement => {
    const width = Math.round((at(to) - at(from)) * 10) / 10
    return el('rect', { class: name, x: `${at(from)}%`, width: `${width}%` })
  }
  const mark = (id: string, day: IsoDate | undefined): MarkupElement | undefined =>
    day === undefined ? undefined : el('use', { href: `#${id}`, x: `${at(day)}%` })
  // A gate that was passed is where a stage ends.
  const marked = gates.filter(({ state }) => state !== 'missing' && (ample || state !== 'passed'))
  const isOpen = isOnTheWay(pilot.stage) && end !== undefined && end > asOf
  return el(
    'svg',
    { role: 'img', 'aria-label': spoken(pilot, ample) },
    el('use', { href: '#grid' }),
    window && bar('window', window.from, window.to),
    isOpen && bar('plan', asOf, end),
    spans.map(({ stage, from, to }) => bar(`s${stages.indexOf(stage)}`, from, to)),
    mark('goal', productionBy),
    marked.map(({ state, date }) => mark(marks[state], date)),
  )
}

/** What a drawing shows, for those who do not see it; all days stand in the table. */
function spoken({ stage, timeline: { start, productionBy } }: BoardPilot, ample: boolean): string {
  const dates = `${start ?? 'no start'} to ${productionBy ?? 'no date of production'}`
  return ample ? `${stageWord(stage)}, ${dates}` : dates
}

function timeInStage({ stageTime }: BoardPilot): MarkupElement {
  if (!stageTime) return el('td', {}, '–')
  const { days, longest } = stageTime
  if (days < 0) return el('td', {}, 'not begun')
  // The limit stands in the middle of the bar.
  const width = Math.round(Math.min(days / longest / 2, 1) * 100)
  const bar = el('svg', { class: 'bullet' }, el('rect', { width: `${width}%` }))
  return el('td', { class: days > longest ? 'late' : undefined }, bar, `${days} of ${longest}`)
}

function nextGate(sight: Sight, { pilot, key }: Seen): MarkupElement {
  const {
    stage,
    timeline: { gates },
  } = pilot
  const { asOf } = sight.board
  if (!isOnTheWay(stage)) return el('td', {}, '–')
  const [gate] = gates.filter(isOpen).toSorted((a, b) => compareTexts(a.date, b.date))
  if (!gate) return el('td', {}, 'none planned')
  const text = `${gate.stage ? stageWord(gate.stage) : 'Gate'} ${distance(gate.date, asOf, true)}`
  return el('td', { class: gate.date < asOf ? 'late' : undefined }, opening(sight, key, gate.at, text))
}

function isOpen(gate: BoardGate): gate is BoardGate & { readonly date: string } {
  return gate.date !== undefined && (gate.state === 'due' || gate.state === 'overdue')
}

function legend(): readonly MarkupElement[] {
  const key = (shape: MarkupElement, text: string): MarkupElement =>
    el(
      'span',
      { class: 'key' },
      el('svg', { width: 14, height: 14, viewBox: '0 0 14 14', 'aria-hidden': 'true' }, shape),
      text,
    )
  const mark = (id: string): MarkupElement => el('use', { href: `#${id}`, x: 7, y: 7 - MIDDLE })
  const onTheWay = stages.filter((stage) => stage !== 'stopped')
  return [
    ...onTheWay.map((stage, index) =>
      key(el('rect', { class: `s${index}`, y: 2, width: 14, height: 10 }), stageWord(stage)),
    ),
    key(mark('passed'), 'gate passed'),
    key(mark('held'), 'held back'),
    key(mark('due'), 'due'),
    key(mark('late'), 'overdue'),
    key(el('use', { href: '#goal', transform: 'translate(4.5 -3.2) scale(0.6)' }), 'production promised'),
    key(el('rect', { class: 'window', y: 1, width: 14, height: 12, rx: 2 }), 'production realistic'),
    key(el('line', { class: 'today', x1: 7, x2: 7, y1: 0, y2: 14 }), 'today'),
  ]
}
