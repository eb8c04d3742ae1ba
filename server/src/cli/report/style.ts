import { stripVTControlCharacters, styleText } from 'node:util'
import type { Severity } from '../../engine/finding.ts'
import { charactersOf, widthOf } from './width.ts'

/** How text is laid out and painted. */
export interface Style {
  /** Columns of the terminal; `undefined` where lines may be as long as they are. */
  readonly columns: number | undefined
  paint(look: Look, text: string): string
}

export type Look = Severity | 'file' | 'quiet' | 'strong' | 'good'

type Format = Parameters<typeof styleText>[0]

const formats: Readonly<Record<Look, Format>> = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  info: ['bold', 'cyan'],
  file: ['bold', 'underline'],
  quiet: 'dim',
  strong: 'bold',
  good: 'green',
}

/** What decides about colours. */
export interface Surface {
  readonly isTerminal: boolean
  readonly columns: number | undefined
  readonly env: Readonly<Record<string, string | undefined>>
}

/** For files and logs: no colours, and lines as long as they are. */
export const plainStyle: Style = { columns: undefined, paint: (_, text) => text }

/**
 * Colours on a terminal that can show them. FORCE_COLOR decides before NO_COLOR, that before CLICOLOR_FORCE, and that before
 * CLICOLOR.
 */
export function styleFor(surface: Surface): Style {
  const columns = surface.isTerminal ? widthFor(surface, 80) : undefined
  if (!hasColors(surface)) return { columns, paint: (_, text) => text }
  return {
    columns,
    paint: (look, text) => (text === '' ? '' : styleText(formats[look], text, { validateStream: false })),
  }
}

/** Columns to write in, where text can still be read; a terminal that does not know how wide it is says 0. */
export function widthFor({ columns }: Pick<Surface, 'columns'>, usual: number): number {
  return Math.max(columns || usual, NARROWEST)
}

const NARROWEST = 20

function hasColors({ env, isTerminal }: Surface): boolean {
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (env['NO_COLOR']) return false
  if (env['CLICOLOR_FORCE'] && env['CLICOLOR_FORCE'] !== '0') return true
  return isTerminal && env['CLICOLOR'] !== '0' && env['TERM'] !== 'dumb'
}

/** Breaks a text, painted or not, between words into lines of at most so many columns; a longer word keeps a line to itself. */
export function wrap(text: string, columns: number | undefined): readonly string[] {
  if (columns === undefined) return [text]
  const lines: string[] = []
  const shownWidth = (painted: string): number => widthOf(stripVTControlCharacters(painted))
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && shownWidth(line) + 1 + shownWidth(word) > columns) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** The text cut to so many columns, with an ellipsis where something is gone. */
export function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  let kept = ''
  let width = 0
  for (const character of charactersOf(text)) {
    width += widthOf(character)
    if (width > columns - 1) break
    kept += character
  }
  return `${kept}…`
}
