/** A text as Markdown shows it: on one line, whatever it holds, without links, mark-up and invisible characters of its own. */
export function markdownText(value: string): string {
  return oneLine(value)
    .replace(/[\\`*_[\]~$@]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww(?=\.)/gi, '$&\\')
    .replace(/^(?:[-+#=]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
}

/** A text as a code span, as it stands in a file but on one line. */
export function markdownCode(value: string): string {
  const text = oneLine(value)
  const fence = longerThan(text, '`')
  const pad = /^`|`$/.test(text) || text.trim() === '' ? ' ' : ''
  return fence + pad + text + pad + fence
}

/** Lines as they stand in a YAML file, as a block of code. */
export function markdownLines(value: string): string {
  const fence = longerThan(value, '```')
  return `${fence}yaml\n${value.trimEnd()}\n${fence}`
}

/** One line, without characters that change the direction of what follows or cannot be seen. */
function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, (hidden) => {
    return hidden === '\u200D' ? hidden : `\\u{${(hidden.codePointAt(0) ?? 0).toString(16)}}`
  })
}

function longerThan(text: string, shortest: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  return longest < shortest.length ? shortest : '`'.repeat(longest + 1)
}
