import type { Help, Part, Section } from '../../engine/rules/help.ts'
import { visible } from '../../engine/text/visible.ts'
import { type Style, wrap } from './style.ts'

/** The page of a rule for a terminal. */
export function helpPage({ id, address, summary, sections }: Help, style: Style): string {
  const parts = sections.map((section) => sectionText(section, style))
  return `${[`${style.paint('strong', visible(id))}\n${lines(summary, style)}`, ...parts, style.paint('quiet', address)].join('\n\n')}\n`
}

const WIDEST = 100

function sectionText({ heading, parts }: Section, style: Style): string {
  return [style.paint('strong', heading), ...parts.map((part) => partText(part, style))].join('\n').trimEnd()
}

function partText(part: Part, style: Style): string {
  switch (part.is) {
    case 'text':
      return indent(lines(part.text, style), '  ')
    case 'list':
      return part.items.map((item) => indent(lines(item, style), '    ').replace(/^ {4}/, '  - ')).join('\n')
    case 'code':
      return `\n${part.code
        .split('\n')
        .map((line) => `      ${visible(line)}`.trimEnd())
        .join('\n')}\n`
  }
}

function lines(text: string, { columns }: Style): string {
  return wrap(visible(text), Math.min(columns ?? WIDEST, WIDEST) - 4).join('\n')
}

function indent(text: string, blanks: string): string {
  return text.replaceAll(/^/gm, blanks)
}
