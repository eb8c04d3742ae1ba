import { MarkupKind } from 'vscode-languageserver-types'
import { markdownCode, markdownLines, markdownText } from '../engine/text/markdown.ts'
import { visible } from '../engine/text/visible.ts'

/** Writes text for a reader: the one place where a value from a file becomes part of Markdown. */
export interface Markup {
  readonly kind: MarkupKind
  /** Text that is shown as it is, whatever it holds. */
  text(value: string): string
  strong(value: string): string
  emphasis(value: string): string
  /** Text on one line, as it stands in a file. */
  code(value: string): string
  /** Lines as they stand in a file. */
  lines(value: string): string
  /** Rows of cells under their heads. */
  table(head: readonly string[], rows: readonly (readonly string[])[]): string
  /** A link to an address of ours; never one from a file. */
  link(label: string, address: string): string
}

export const markdown: Markup = {
  kind: MarkupKind.Markdown,
  text: markdownText,
  strong: (value) => `**${markdownText(value)}**`,
  emphasis: (value) => `*${markdownText(value)}*`,
  code: markdownCode,
  lines: markdownLines,
  table: (head, rows) =>
    [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))].map(row).join('\n'),
  link: (label, address) => `[${markdownText(label)}](${address})`,
}

/** For editors that show no Markdown. */
export const plainText: Markup = {
  kind: MarkupKind.PlainText,
  text: shown,
  strong: shown,
  emphasis: shown,
  code: shown,
  lines: (value) => value.trimEnd(),
  table: (head, rows) => [head, ...rows].map((cells) => cells.map(shown).join(' | ')).join('\n'),
  link: (label, address) => `${label}: ${address}`,
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** A bar in a cell would begin the next one. */
function cell(value: string): string {
  return markdownText(value).replaceAll('|', '\\|')
}

function shown(value: string): string {
  return visible(value.replace(/\s+/g, ' '))
}
