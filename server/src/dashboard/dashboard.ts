import type { Board } from '../engine/board/board.ts'
import { delays } from './delays.ts'
import { details } from './details.ts'
import { filters } from './filters.ts'
import { funnel } from './funnel.ts'
import { headline } from './headline.ts'
import { heat } from './heat.ts'
import { el, type Markup } from './markup.ts'
import { owners } from './owners.ts'
import type { Sight } from './sight.ts'
import { timeline, timelineDefinitions } from './timeline.ts'
import { trend } from './trend.ts'

/** Pilots above which a page leaves out messages, curves and tooltips: 200 have to stay a page that can be mailed. */
const AMPLE = 50

/** The dashboard of a board. The same board gives the same markup. */
export function dashboard(board: Board, beside: Sight['beside']): readonly Markup[] {
  const sight: Sight = { board, beside, ample: beside === 'editor' || board.pilots.length <= AMPLE }
  if (board.pilots.length === 0) return [headline(sight)]
  return [
    timelineDefinitions(sight),
    headline(sight),
    filters(sight),
    el(
      'main',
      {},
      el('div', { class: 'pair' }, funnel(sight), delays(sight)),
      timeline(sight),
      heat(sight),
      el('div', { class: 'pair' }, owners(sight), trend(sight)),
      details(sight),
    ),
  ]
}
