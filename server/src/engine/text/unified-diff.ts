import { visible } from './visible.ts'

/**
 * What changed between two texts, as `patch` and `git apply` read it; empty when nothing did. Lines end at LF and keep their
 * CR. `path` is relative, with forward slashes.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return ''
  const [old, now] = [linesOf(before), linesOf(after)]
  const steps = stepsBetween(old, now)
  const hunks = hunksOf(steps).map((hunk) => hunkText(hunk))
  return `--- ${nameOf(`a/${path}`)}\n+++ ${nameOf(`b/${path}`)}\n${hunks.join('')}`
}

/** A path as Git writes it: in quotes where it could end its line, hide something or be taken for something else. */
function nameOf(path: string): string {
  if (visible(path) === path && !/["\\]/.test(path)) return path
  return `"${path.replace(/[^\w ./-]/gu, (each) => (/[ -~]/.test(each) || visible(each) !== each ? octal(each) : each))}"`
}

/** The bytes of a character in UTF-8. */
function octal(character: string): string {
  const wellFormed = character.replace(/\p{Surrogate}/u, '\uFFFD')
  const bytes = /[ -~]/.test(character)
    ? [character.charCodeAt(0)]
    : [...encodeURIComponent(wellFormed).matchAll(/%(..)/g)].map(([, hex = '']) => parseInt(hex, 16))
  return bytes.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')
}

/** Lines around a change. */
const CONTEXT = 3
/** Changed lines up to which the shortest way is looked for; above, the whole middle is replaced. */
const MOST_CHANGES = 2_000

interface Step {
  readonly sign: ' ' | '-' | '+'
  readonly line: string
  /** The numbers of the line in the two texts, from 0: where it stands, or would. */
  readonly at: readonly [old: number, now: number]
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function stepsBetween(old: readonly string[], now: readonly string[]): readonly Step[] {
  let front = 0
  while (front < old.length && front < now.length && old[front] === now[front]) front++
  let back = 0
  const most = Math.min(old.length, now.length) - front
  while (back < most && old[old.length - 1 - back] === now[now.length - 1 - back]) back++
  const middle = shortestWay(old.slice(front, old.length - back), now.slice(front, now.length - back))
  const signs = [...' '.repeat(front), ...middle, ...' '.repeat(back)]
  const steps: Step[] = []
  let [a, b] = [0, 0]
  for (const sign of signs) {
    const line = (sign === '+' ? now[b] : old[a]) ?? ''
    steps.push({ sign: sign === '+' || sign === '-' ? sign : ' ', line, at: [a, b] })
    if (sign !== '+') a++
    if (sign !== '-') b++
  }
  return steps
}

/** The signs of the shortest way from one list of lines to the other (Myers, 1986). */
function shortestWay(old: readonly string[], now: readonly string[]): readonly string[] {
  const most = Math.min(old.length + now.length, MOST_CHANGES)
  const reached = new Map<number, number>([[1, 0]])
  const trace: ReadonlyMap<number, number>[] = []
  for (let changes = 0; changes <= most; changes++) {
    trace.push(new Map(reached))
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = startOn(reached, diagonal, changes)
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x++
      reached.set(diagonal, x)
      if (x >= old.length && x - diagonal >= now.length) return wayBack(trace, [old.length, now.length])
    }
  }
  return [...old.map(() => '-'), ...now.map(() => '+')]
}

function startOn(reached: ReadonlyMap<number, number>, diagonal: number, changes: number): number {
  return isDown(reached, diagonal, changes)
    ? (reached.get(diagonal + 1) ?? 0)
    : (reached.get(diagonal - 1) ?? 0) + 1
}

function isDown(reached: ReadonlyMap<number, number>, diagonal: number, changes: number): boolean {
  if (diagonal === -changes) return true
  return diagonal !== changes && (reached.get(diagonal - 1) ?? 0) < (reached.get(diagonal + 1) ?? 0)
}

function wayBack(
  trace: readonly ReadonlyMap<number, number>[],
  [width, height]: readonly [number, number],
): readonly string[] {
  const signs: string[] = []
  let [x, y] = [width, height]
  for (let changes = trace.length - 1; changes > 0; changes--) {
    const reached = trace[changes] ?? new Map()
    const down = isDown(reached, x - y, changes)
    const [fromX, fromY] = previous(reached, x - y, changes)
    for (; x > fromX + (down ? 0 : 1); x--, y--) signs.push(' ')
    signs.push(down ? '+' : '-')
    ;[x, y] = [fromX, fromY]
  }
  return [...signs, ...' '.repeat(x)].reverse()
}

function previous(
  reached: ReadonlyMap<number, number>,
  diagonal: number,
  changes: number,
): readonly [number, number] {
  const from = isDown(reached, diagonal, changes) ? diagonal + 1 : diagonal - 1
  const x = reached.get(from) ?? 0
  return [x, x - from]
}

/** The changes with the lines around them; what is nearer to each other than that is one. */
function hunksOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const hunks: [start: number, end: number][] = []
  for (const [index, { sign }] of steps.entries()) {
    if (sign === ' ') continue
    const last = hunks.at(-1)
    if (last && index - CONTEXT <= last[1]) last[1] = index + CONTEXT + 1
    else hunks.push([Math.max(0, index - CONTEXT), index + CONTEXT + 1])
  }
  return hunks.map(([start, end]) => steps.slice(start, end))
}

function hunkText(hunk: readonly Step[]): string {
  const range = (side: 0 | 1, other: '+' | '-'): string => {
    const count = hunk.filter(({ sign }) => sign !== other).length
    const first = (hunk[0]?.at[side] ?? 0) + (count === 0 ? 0 : 1)
    return count === 1 ? String(first) : `${first},${count}`
  }
  const lines = hunk.map(({ sign, line }) =>
    line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`,
  )
  return `@@ -${range(0, '+')} +${range(1, '-')} @@\n${lines.join('')}`
}
