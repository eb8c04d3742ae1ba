import { plainName } from '../text/plain-name.ts'

/**
 * The candidate that the author most likely meant, or `undefined` when none is near: at most a third of the
 * letters wrong, swaps of neighbours counting once (optimal string alignment distance). Case does not count.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > 60) return undefined
  const wanted = plainName(word)
  let best: string | undefined
  let distance = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const candidate of candidates) {
    const other = plainName(candidate)
    if (Math.abs(other.length - wanted.length) >= distance) continue
    const found = alignment(wanted, other, distance)
    if (found < distance) {
      best = candidate
      distance = found
    }
  }
  return best
}

/** Whether two words differ by one slip of the pen at most: a letter that is wrong, missing or too many, or two that are swapped. */
export function isSlipOf(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > 1) return false
  const [start, end] = alike(word, other)
  const left = Math.max(word.length, other.length) - start - end
  if (left < 2) return true
  const isTwo = left === 2 && word.length === other.length
  return isTwo && word[start] === other[start + 1] && word[start + 1] === other[start]
}

/**
 * Whether a word is another one beyond doubt, misspelt: by one slip, or two in a word that is long, as in French or German, or
 * in another number. What has several other letters in a row, or another first one, is a word of its own: an
 * evaluation is no escalation.
 */
export function isMisspelt(word: string, other: string, long: number): boolean {
  const [written, known] = [plainName(word), plainName(other)]
  if (isSlipOf(written, known)) return true
  const [a, b] = [stem(written), stem(known)]
  if (written.length < 8 || a[0] !== b[0]) return false
  const longer = Math.max(written.length, known.length)
  const [start, end] = alike(written, known)
  const isApart = longer - start - end > 2
  const isGap = end > 0 && start + end === written.length
  return isSlipOf(a, b) || (longer >= long && (isApart || isGap) && alignment(written, known, 3) < 3)
}

/** What a word shares with its other spellings and its plural: `Kriterien`, `criteria`. */
function stem(word: string): string {
  return word.replaceAll('k', 'c').replace(/(?:en|es|on|[aeis])$/, '')
}

/**
 * Whether a word says something else than the one that it resembles, with a word of its own before or behind it:
 * "not approved", "bi-weekly", "pre-production", "production-like".
 */
export function saysElse(word: string, other: string): boolean {
  const [short = '', long = ''] = [plainName(word), plainName(other)].toSorted((a, b) => a.length - b.length)
  const more = long.length - short.length
  return (more > 1 && long.endsWith(short)) || (more > 3 && long.startsWith(short))
}

/** How many letters two words have in common at their beginning, and of the rest at their end. */
function alike(one: string, other: string): readonly [number, number] {
  const length = Math.min(one.length, other.length)
  let [start, end] = [0, 0]
  while (start < length && one.charCodeAt(start) === other.charCodeAt(start)) start++
  const [last, otherLast] = [one.length - 1, other.length - 1]
  while (end < length - start && one.charCodeAt(last - end) === other.charCodeAt(otherLast - end)) end++
  return [start, end]
}

/** The distance of two words, or some number that is not below the limit. Where they begin or end alike there is nothing to align. */
function alignment(one: string, other: string, limit: number): number {
  const [start, end] = alike(one, other)
  const [a, b] = [one.slice(start, one.length - end), other.slice(start, other.length - end)]
  // Three rows that take turns: a new one for each letter took most of the time.
  let [before, last, row] = [rowFor(b), rowFor(b), rowFor(b)]
  for (let j = 0; j <= b.length; j++) last[j] = j
  let least = 0
  for (let i = 1; i <= a.length; i++) {
    const leastBefore = least
    least = fillRow(row, i, { a, b, before, last })
    // Every way to the end leads through one of two rows behind each other, and becomes no shorter.
    if (least >= limit && leastBefore >= limit) return limit
    ;[before, last, row] = [last, row, before]
  }
  return last[b.length] ?? 0
}

function rowFor(word: string): Uint16Array {
  return new Uint16Array(word.length + 1)
}

interface Rows {
  readonly a: string
  readonly b: string
  readonly before: Uint16Array
  readonly last: Uint16Array
}

/** Fills the row of a letter; answers with the least of its costs. */
function fillRow(row: Uint16Array, i: number, { a, b, before, last }: Rows): number {
  const [letter, letterBefore] = [a.charCodeAt(i - 1), i > 1 ? a.charCodeAt(i - 2) : Number.NaN]
  row[0] = i
  let [cost, least] = [i, i]
  for (let j = 1; j <= b.length; j++) {
    const other = b.charCodeAt(j - 1)
    cost = Math.min((last[j] ?? 0) + 1, cost + 1, (last[j - 1] ?? 0) + (letter === other ? 0 : 1))
    const isSwapped = letterBefore === other && j > 1 && letter === b.charCodeAt(j - 2)
    if (isSwapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
    row[j] = cost
    least = Math.min(least, cost)
  }
  return least
}
