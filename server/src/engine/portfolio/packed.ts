/*
 * Whole numbers from 0 as a text. A pilot has two hundred of them, for the names that it mentions and where they stand; a list takes eight
 * bytes for each, and the text one or two. Each character stands for a digit: of the last one of a number the value is below `BASE`,
 * and of the others so much higher. The text is visible ASCII without quotes and backslashes, which JSON holds as it is.
 */

const BASE = 44
const FIRST = 35
const BACKSLASH = 92

export function packed(numbers: readonly number[]): string {
  let text = ''
  for (const number of numbers) {
    let left = number
    for (; left >= BASE; left = Math.floor(left / BASE)) text += characterOf(BASE + (left % BASE))
    text += characterOf(left)
  }
  return text
}

function characterOf(digit: number): string {
  const code = FIRST + digit
  return String.fromCharCode(code < BACKSLASH ? code : code + 1)
}

/** The numbers again; `undefined` where the text is not made of them. */
export function unpacked(text: string): readonly number[] | undefined {
  const numbers: number[] = []
  let [number, weight] = [0, 1]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const digit = (code > BACKSLASH ? code - 1 : code) - FIRST
    if (code === BACKSLASH || digit < 0 || digit >= 2 * BASE) return undefined
    number += weight * (digit % BASE)
    if (!Number.isSafeInteger(number)) return undefined
    weight *= BASE
    if (digit >= BASE) continue
    numbers.push(number)
    ;[number, weight] = [0, 1]
  }
  return weight === 1 ? numbers : undefined
}
