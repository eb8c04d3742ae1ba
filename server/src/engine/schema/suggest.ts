/**
 * The candidate that the author most likely meant, or `undefined` when none is near: at most a third of the
 * letters wrong, swaps of neighbours counting once (optimal string alignment distance). Case does not count.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > 60) return undefined
  const wanted = normal(word)
  let best: string | undefined
  let distance = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const candidate of candidates) {
    const other = normal(candidate)
    if (Math.abs(other.length - wanted.length) >= distance) continue
    const found = alignment(wanted, other)
    if (found < distance) {
      best = candidate
      distance = found
    }
  }
  return best
}

function normal(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '')
}

function alignment(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
