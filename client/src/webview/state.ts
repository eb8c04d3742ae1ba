import type { Board } from '../../../server/src/engine/board/board.ts'
import type { Chosen } from './filters.ts'

/** What a person did with the dashboard, which is there again when they come back. */
export interface State {
  readonly chosen: Chosen
  /** The ids of what is unfolded. */
  readonly open: readonly string[]
  readonly scroll: number
}

/** The state that was kept. What is kept may be of an older version. */
export function stateIn(kept: unknown): State {
  const { chosen, open, scroll } = Object(kept)
  return {
    chosen: typeof chosen === 'object' && chosen !== null ? chosen : {},
    open: Array.isArray(open) ? open.filter((id) => typeof id === 'string') : [],
    scroll: typeof scroll === 'number' ? scroll : 0,
  }
}

/** A place as the editor counts, from 0. */
export interface FilePlace {
  readonly uri: string
  readonly range: { readonly start: Position; readonly end: Position }
}

interface Position {
  readonly line: number
  readonly character: number
}

/** The place that `PILOT:LINE:COLUMN` stands for. */
export function placeIn({ pilots }: Board, go: string): FilePlace | undefined {
  const [index, line, column] = go.split(':').map(Number)
  const uri = pilots[index ?? -1]?.uri
  if (uri === undefined || line === undefined || column === undefined) return undefined
  const start = { line: line - 1, character: column - 1 }
  return { uri, range: { start, end: start } }
}
