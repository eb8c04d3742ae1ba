import type { Help, Part } from '../server/src/engine/rules/help.ts'

/** Text as it is to be read, whatever it holds; a key or a line of YAML in backticks stays code. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/`[\w: -]+`|[\\`*_[\]|]/g, (found) => (found.length > 1 ? found : `\\${found}`))
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** Lines of YAML as they stand in a file. */
export function yamlBlock(code: string): string {
  return `\`\`\`yaml\n${code.trimEnd()}\n\`\`\``
}

/** A help page at a level of headings: 1 for a page of its own. */
export function helpMarkdown({ id, summary, sections }: Help, level: number): string {
  const heading = '#'.repeat(level)
  const parts = sections.map((section) => {
    return [`${heading}# ${section.heading}`, ...section.parts.map(partMarkdown)].join('\n\n')
  })
  return [`${heading} ${id}`, escapeMarkdown(summary), ...parts].join('\n\n')
}

function partMarkdown(part: Part): string {
  switch (part.is) {
    case 'text':
      return escapeMarkdown(part.text)
    case 'list':
      return part.items.map((item) => `- ${escapeMarkdown(item)}`).join('\n')
    case 'code':
      return yamlBlock(part.code)
  }
}
