import { MarkupKind } from 'vscode-languageserver-types'

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
  /** A link to an address of ours; never one from a file. */
  link(label: string, address: string): string
}

export const markdown: Markup = {
  kind: MarkupKind.Markdown,
  text: escaped,
  strong: (value) => `**${escaped(value)}**`,
  emphasis: (value) => `*${escaped(value)}*`,
  code: codeSpan,
  lines: (value) => {
    const fence = longerThan(value, '```')
    return `${fence}yaml\n${value.trimEnd()}\n${fence}`
  },
  link: (label, address) => `[${escaped(label)}](${address})`,
}

/** For editors that show no Markdown. */
export const plainText: Markup = {
  kind: MarkupKind.PlainText,
  text: visible,
  strong: visible,
  emphasis: visible,
  code: visible,
  lines: (value) => value.trimEnd(),
  link: (label, address) => `${label}: ${address}`,
}

function escaped(value: string): string {
  return visible(value)
    .replace(/[\\`*_[\]~$@]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww(?=\.)/gi, '$&\\')
    .replace(/^(?:[-+#=]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
}

function codeSpan(value: string): string {
  const text = visible(value)
  const fence = longerThan(text, '`')
  const pad = /^`|`$/.test(text) || text.trim() === '' ? ' ' : ''
  return fence + pad + text + pad + fence
}

function longerThan(text: string, shortest: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  return longest < shortest.length ? shortest : '`'.repeat(longest + 1)
}

/** One line, without characters that change the direction of what follows or cannot be seen. */
function visible(value: string): string {
  return value.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, (hidden) => {
    return hidden === '\u200D' ? hidden : `\\u{${(hidden.codePointAt(0) ?? 0).toString(16)}}`
  })
}
