import type { BoardCriterion } from '../engine/board/board.ts'
import type { Milestone } from '../engine/pilot/dashboard.ts'
import { grouped } from '../engine/text/grouped.ts'
import { inPercent } from '../engine/text/in-percent.ts'
import { curve } from './curve.ts'
import { found, foundInShort } from './found.ts'
import { type Child, el, elOfMany, type MarkupElement, shown } from './markup.ts'
import {
  columnHead,
  headRow,
  markOf,
  opening,
  percent,
  pilotsOf,
  rowHead,
  type Seen,
  type Sight,
  scrolling,
  section,
} from './sight.ts'
import { stageWord, verdictWords } from './words.ts'

/** The success dashboard of every pilot, with the signs that decide about its verdict and all that was found. */
export function details(sight: Sight): MarkupElement {
  const columns = columnsFor(sight)
  const heads = ['Criterion', ...columns.map(({ head }) => head)]
  const before = headRow(heads.map((text) => columnHead(text)))
  return section(
    'pilots',
    { title: 'Success, pilot by pilot' },
    scrolling(
      'Criteria and findings of all pilots',
      elOfMany('table', { ...sight, before }, pilotsOf(sight), (seen) => pilotBody(sight, seen, columns)),
    ),
  )
}

interface Column {
  readonly head: string
  cell(criterion: BoardCriterion): MarkupElement
  /** Left out where there is no room. */
  readonly extra?: true
}

const columns: readonly Column[] = [
  { head: 'Baseline', cell: ({ baseline }) => figure(baseline) },
  { head: 'Month 1', cell: ({ month1 }) => milestone(month1), extra: true },
  { head: 'Month 3', cell: ({ month3 }) => milestone(month3), extra: true },
  { head: 'Newest', cell: ({ newest }) => figure(newest?.value) },
  { head: 'Target', cell: ({ target }) => figure(target) },
  { head: 'Due', cell: ({ deadline }) => el('td', {}, deadline ?? '–') },
  { head: 'Readings', cell: (criterion) => el('td', {}, curve(criterion)), extra: true },
]

function columnsFor({ ample }: Sight): readonly Column[] {
  const progress: Column = {
    head: 'Progress',
    cell: (criterion) => el('td', {}, progressOf(criterion, ample)),
  }
  return [...columns.filter(({ extra }) => ample || !extra), progress]
}

function pilotBody(sight: Sight, seen: Seen, own: readonly Column[]): MarkupElement {
  const { pilot, key } = seen
  const { criteria, signs, findings } = pilot
  const colspan = own.length + 1
  const isShort = !sight.ample && findings.length > 0
  const isLong = sight.ample && findings.length > 0
  const told = signs.slice(0, sight.ample ? signs.length : 1).map((sign) => shown(sign))
  const said = `Signs of purgatory: ${told.join('; ')}${told.length < signs.length ? ` and ${signs.length - told.length} more` : ''}.`
  return el(
    'tbody',
    { id: `p${key}`, 'data-p': key },
    el(
      'tr',
      {},
      el(
        'th',
        { scope: sight.ample ? 'rowgroup' : undefined, colspan },
        el(
          'div',
          {},
          el('i', { class: `m ${markOf(seen)}` }),
          el('b', {}, headOf(sight, seen)),
          el('span', {}, factsOf(sight, seen)),
          signs.length > 0 && el('small', {}, said),
          isShort && el('small', { id: `f${key}` }, foundInShort(seen)),
        ),
      ),
    ),
    criteria.length === 0
      ? el('tr', {}, el('td', { colspan }, 'No success criterion is defined.'))
      : criteria.map((criterion) => criterionRow(sight, seen, { criterion, own })),
    isLong && el('tr', { class: 'found' }, el('td', { colspan }, found(sight, seen))),
  )
}

function headOf(sight: Sight, seen: Seen): Child {
  const { title, name, at } = seen.pilot
  return opening(sight, seen.key, at, shown((sight.ample ? title : undefined) ?? name))
}

function factsOf({ ample }: Sight, { pilot, file }: Seen): string {
  const { name, title, stage, verdict, owner } = pilot
  const operator = owner === undefined ? 'no operator' : shown(owner, 60)
  const short = title === undefined ? undefined : shown(name)
  const where = stage === 'stopped' ? undefined : stageWord(stage)
  const facts = ample ? [short, file, where, verdictWords[verdict], operator] : [file, operator]
  return facts.filter((fact) => fact !== undefined).join(' · ')
}

interface CriterionRow {
  readonly criterion: BoardCriterion
  readonly own: readonly Column[]
}

function criterionRow(sight: Sight, { key }: Seen, { criterion, own }: CriterionRow): MarkupElement {
  const { metric, unit, at } = criterion
  const name = shown(unit === undefined ? metric : `${metric} (${unit})`)
  return el(
    'tr',
    {},
    rowHead(sight, opening(sight, key, at, name)),
    own.map(({ cell }) => cell(criterion)),
  )
}

function figure(value: number | undefined): MarkupElement {
  return el('td', {}, value === undefined ? '–' : grouped(value))
}

function milestone(reading: Milestone): MarkupElement {
  if (reading === 'missing') return el('td', { class: 'late' }, 'missing')
  return figure(reading === 'not due' ? undefined : reading.value)
}

function progressOf({ met, progress }: BoardCriterion, ample: boolean): Child {
  if (met) return '✓ met'
  if (progress === undefined) return 'not measured'
  const text = inPercent(progress)
  return ample ? [el('svg', { class: 'bar' }, el('rect', { width: percent(progress) })), text] : text
}
