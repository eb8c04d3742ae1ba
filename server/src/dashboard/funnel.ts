import type { StageCount } from '../engine/board/board.ts'
import type { Verdict } from '../engine/pilot/verdict.ts'
import { el, type MarkupElement } from './markup.ts'
import { columnHead, markLink, percent, pilotsOf, type Seen, type Sight, section, table } from './sight.ts'
import { stageWord } from './words.ts'

/** How far the pilots have come: a mark for each pilot in its stage, and below it the share of those that came that far. */
export function funnel(sight: Sight): MarkupElement {
  const { board } = sight
  const seen = pilotsOf(sight)
  const ended = (verdict: Verdict): readonly Seen[] => seen.filter(({ pilot }) => pilot.verdict === verdict)
  const without = seen.filter(({ pilot }) => pilot.stage === 'stopped' && pilot.verdict !== 'stopped-well')
  const head = ['Stage', 'Pilots', 'Now', 'Came this far'].map((text, at) =>
    columnHead(text, at > 1 ? 'numbers' : undefined),
  )
  return section(
    'stages',
    {
      title: 'How far they have come',
      about: 'Stopping a pilot on purpose is a good end. Standing still is not.',
    },
    table(
      head,
      el(
        'tbody',
        {},
        board.stages.map((stage) => stageRow(sight, stage)),
        endRow(sight, 'Stopped, and said why', ended('stopped-well')),
        without.length > 0 && endRow(sight, 'Stopped without a reason', without),
      ),
    ),
  )
}

function stageRow(sight: Sight, { stage, reached }: StageCount): MarkupElement {
  const all = sight.board.pilots.length
  const here = pilotsOf(sight).filter(({ pilot }) => pilot.stage === stage)
  const bar = el(
    'svg',
    { height: 4, width: '100%', 'aria-hidden': 'true' },
    el('rect', { class: 'rail', width: '100%', height: 4, rx: 2 }),
    el('rect', { class: 'came', width: percent(reached / Math.max(all, 1)), height: 4, rx: 2 }),
  )
  return row(stageWord(stage), [marks(sight, here), bar], here.length, String(reached))
}

function endRow(sight: Sight, label: string, pilots: readonly Seen[]): MarkupElement {
  return row(label, [marks(sight, pilots)], pilots.length, '')
}

function row(
  label: string,
  picture: readonly (MarkupElement | undefined)[],
  now: number,
  reached: string,
): MarkupElement {
  return el(
    'tr',
    { class: reached === '' ? 'end' : undefined },
    el('th', { scope: 'row' }, label),
    el('td', { class: 'wide' }, ...picture),
    el('td', { class: 'n', 'data-count': true }, String(now)),
    el('td', { class: 'n dim' }, reached),
  )
}

function marks(sight: Sight, pilots: readonly Seen[]): MarkupElement | undefined {
  if (pilots.length === 0) return undefined
  return el(
    'div',
    { class: 'marks' },
    pilots.map((seen) => markLink(sight, seen)),
  )
}
