/**
 * Text from a file as a terminal or a log may show it: every character that is invisible, moves the cursor, turns the
 * direction of writing or could be taken for a command of a build server becomes a visible escape such as `\u{202e}`.
 * The result holds no line break.
 */
export function visible(text: string): string {
  if (isPlain(text)) return text
  return text.replace(COMMAND, escapeFirst).replace(HIDDEN, escapeCharacter)
}

/** Whether a text is all of ASCII that can be seen, and could be taken for no command: it is shown as it is, a column a letter. */
export function isPlain(text: string): boolean {
  return !UNUSUAL.test(text)
}

/** What hardly any text holds, and every one that is changed does. */
const UNUSUAL = /[^ -~]|::|##/

/** Control, format, private, unassigned and lone surrogate characters, line separators, and whatever takes no room. */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]|(?!\uFE0F)\p{Default_Ignorable_Code_Point}/gu

/** What build servers read as a command: `::` where a line can begin, `##[` or `##word[` anywhere. */
const COMMAND = /(?<!\S)::|##(?=\w{0,30}\[)/gu

/** The offsets at which a text could be taken for a command. */
export function commandsIn(text: string): readonly number[] {
  return Array.from(text.matchAll(COMMAND), ({ index }) => index)
}

const names: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** The visible escape of the first character, whatever it is. */
export function escapeCharacter(character: string): string {
  return names[character] ?? `\\u{${character.codePointAt(0)?.toString(16)}}`
}

function escapeFirst(command: string): string {
  return escapeCharacter(command) + command.slice(1)
}
