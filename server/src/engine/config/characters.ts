/** A set of characters: a bit for each of ASCII, and one for all others. */
export type Characters = bigint

export const OTHERS: Characters = 1n << 128n
export const ALL: Characters = (1n << 129n) - 1n

export function setOf(code: number): Characters {
  return code < 128 ? 1n << BigInt(code) : OTHERS
}

export function between(from: number, to: number): Characters {
  let set = to > 127 ? OTHERS : 0n
  for (let code = from; code <= Math.min(to, 127); code++) set |= 1n << BigInt(code)
  return set
}

/** An escape; the two halves of a character are one. */
export const ESCAPE: RegExp =
  /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB]..\\u[dD][c-fC-F]..|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|.)/su

/** The code of the character that an escape stands for. */
export function codeOf(written: string): number {
  const letter = written[1] ?? ''
  if (/[ux]/.test(letter)) return Number.parseInt(written.slice(2).replace('{', ''), 16)
  if (letter === 'c') return written.charCodeAt(2) % 32
  return controls.get(letter) ?? letter.codePointAt(0) ?? 0
}

const digits = between(48, 57)
const wordly = digits | between(65, 90) | between(97, 122) | setOf(95)
const spaces = between(9, 13) | setOf(32) | OTHERS

export const classes: ReadonlyMap<string, Characters> = new Map([
  ['d', digits],
  ['D', ALL & ~digits],
  ['w', wordly],
  ['W', ALL & ~wordly],
  ['s', spaces],
  ['S', ALL & ~(spaces & ~OTHERS)],
])

const controls: ReadonlyMap<string, number> = new Map([
  ['0', 0],
  ['t', 9],
  ['n', 10],
  ['v', 11],
  ['f', 12],
  ['r', 13],
])
