/** One function for each format into which text from files goes. None of them throws, whatever the text holds. */

/** The data of a workflow command, behind its second `::`. */
export function commandData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** The value of a property of a workflow command. */
export function commandProperty(text: string): string {
  return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** Text between XML tags. What XML 1.0 cannot hold is dropped. */
export function xmlText(text: string): string {
  return text
    .replace(NOT_IN_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

/** The value of an XML attribute in double quotes. White space survives as it is. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')
}

const NOT_IN_XML = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** The plain text of a SARIF message (3.11.5, 3.11.6): no placeholder and no link. */
export function sarifText(text: string): string {
  return text
    .replaceAll('{', '{{')
    .replaceAll('}', '}}')
    .replace(/(\\*)\]\(/g, (link, escapes: string) => {
      return escapes.length % 2 === 0 ? `${escapes}\\](` : link
    })
}

/** A path with forward slashes as a relative reference (RFC 3986). */
export function uriPath(path: string): string {
  const wellFormed = path.replace(/\p{Surrogate}/gu, '\uFFFD')
  return wellFormed.split('/').map(encodeURIComponent).join('/')
}

/** A word of a command line that a shell hands over as it is, and that no program takes for an option. */
export function shellWord(text: string): string {
  const word = text.startsWith('-') ? `./${text}` : text
  return /^[\w./:@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
