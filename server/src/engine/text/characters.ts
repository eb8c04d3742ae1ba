export const TAB = 9
export const LF = 10
export const CR = 13
export const SPACE = 32
export const HASH = 35
export const AND = 38
export const COMMA = 44
export const DASH = 45
export const COLON = 58
export const QUESTION = 63
export const OPEN_LIST = 91
export const CLOSE_LIST = 93
export const LOW_LINE = 95
export const OPEN_BLOCK = 123
export const CLOSE_BLOCK = 125

/** Whether a line ends at the character. */
export function isBreak(code: number): boolean {
  return code === LF || code === CR
}

const BYTE_ORDER_MARK = 0xfeff

/** Where a text begins: behind the byte order mark, where it has one. */
export function behindMark(text: string): number {
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0
}
