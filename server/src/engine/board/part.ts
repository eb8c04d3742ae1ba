import { pilotNameOf } from '../pilot/file-name.ts'
import { isOnTheWay } from '../pilot/stages.ts'
import { judgementOf } from '../pilot/verdict.ts'
import type { Span } from '../text/span.ts'
import type { BoardPilot, Cell, Place } from './board.ts'
import type { BoardFile, BoardScene } from './board-of.ts'
import { cellsOf } from './heat.ts'
import { type Outline, outlineOf, placeOf } from './outline.ts'

/** What the board says of one file, as far as no other matters. Nothing of its tree is held. */
export interface BoardPart {
  /** Without what only all files together tell: its owner in the common spelling, and which groups there are. */
  readonly pilot: Omit<BoardPilot, 'file' | 'uri'>
  /** The cells of the groups of which anything is to be said. */
  readonly cells: ReadonlyMap<string, Cell>
  /** The name as it is written here. */
  readonly operator: string | undefined
  readonly isActive: boolean
}

/** Reads all that the board needs of a file at one go, unless its outline is known; the file has to be readable. */
export function partOf(source: BoardFile, scene: BoardScene, known?: Outline): BoardPart {
  const { file, analysis, history } = source
  const outline = known ?? outlineOf(analysis, history, scene.asOf)
  const { standing, outlook } = outline
  const at = (span: Span): Place => placeOf(analysis, span)
  return {
    operator: outline.operator,
    isActive: isOnTheWay(standing.stage),
    cells: cellsOf(source, scene, { standing, at }),
    pilot: {
      name: outline.name ?? pilotNameOf(file),
      title: outline.title,
      team: outline.team,
      owner: undefined,
      stage: standing.stage,
      furthest: outline.furthest,
      at: outline.at,
      ...judgementOf(outlook, analysis.findings),
      readiness: outline.readiness,
      timeline: outline.timeline,
      stageTime: outline.stageTime,
      delay: outline.delay,
      heat: [],
      criteria: outline.criteria,
      findings: analysis.findings.map(({ rule, severity, message, span }) => {
        return { rule, severity, message, at: at(span) }
      }),
    },
  }
}
