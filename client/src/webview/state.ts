import { fileKeyOf } from '../../../server/src/dashboard/sight.ts'
import type { Board } from '../../../server/src/engine/board/board.ts'
import type { Chosen } from './filters.ts'

/** What a person did with the dashboard, which is there again when they come back. */
export interface State {
  readonly chosen: Chosen
  /** The ids of what is unfolded. */
  readonly open: readonly string[]
  /** Whether the dates are shown as a table. */
  readonly dates: boolean
  readonly scroll: number
}

/** The state that was kept. What is kept may be of an older version. */
export function stateIn(kept: unknown): State {
  const { chosen, open, dates, scroll } = Object(kept)
  return {
    chosen: typeof chosen === 'object' && chosen !== null ? chosen : {},
    open: Array.isArray(open) ? open.filter((id) => typeof id === 'string') : [],
    dates: dates === true,
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

/** The place that `PILOT:LINE:COLUMN` stands for, where the key of a file may hold colons. */
export function placeIn({ pilots, unread }: Board, go: string): FilePlace | undefined {
  const { key, line, column } = /^(?<key>.*):(?<line>\d+):(?<column>\d+)$/.exec(go)?.groups ?? {}
  const uri = [...pilots, ...unread].find((file) => fileKeyOf(file) === key)?.uri
  if (uri === undefined) return undefined
  const start = { line: Number(line) - 1, character: Number(column) - 1 }
  return { uri, range: { start, end: start } }
}
