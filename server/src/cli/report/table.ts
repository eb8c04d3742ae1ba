import { cut, type Look, type Style } from './style.ts'
import { padEnd, padStart, widthOf } from './width.ts'

export interface Column {
  readonly head: string
  readonly align?: 'right'
  /** Columns of the terminal that a cell may take at most. */
  readonly most?: number
}

/** A cell's text, which holds nothing that a terminal would obey. */
export interface Cell {
  readonly text: string
  readonly look?: Look
}

/** A table with a head, its columns two blanks apart. */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[], style: Style): string {
  const shown = rows.map((row) =>
    row.map((cell, index) => ({ ...cell, text: cut(cell.text, columns[index]?.most ?? 60) })),
  )
  const widths = columns.map(({ head }, index) =>
    Math.max(widthOf(head), ...shown.map((row) => widthOf(row[index]?.text ?? ''))),
  )
  const line = (cells: readonly Cell[]): string => {
    const aligned = cells.map(({ text, look }, index) => {
      const width = widths[index] ?? 0
      const padded = columns[index]?.align === 'right' ? padStart(text, width) : padEnd(text, width)
      const last = index === cells.length - 1 ? padded.trimEnd() : padded
      return look ? last.replace(text, () => style.paint(look, text)) : last
    })
    return aligned.join('  ').trimEnd()
  }
  const head = line(columns.map((column) => ({ text: column.head, look: 'quiet' })))
  return `${[head, ...shown.map(line)].join('\n')}\n`
}
