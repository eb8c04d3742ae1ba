/** The share of a text that has to be the same: two pilot files of the same form are much alike. */
export const ENOUGH = 0.7

/** Pairs of files that are compared; with more of them the folder is another one. */
const MOST = 100_000

/**
 * Which of the files that are gone each new one was, by the paths of the new ones: the same text, or the one that is most like
 * it. Both are given as texts by their paths, and compared as Git compares those of two commits.
 */
export function renamesOf(
  added: ReadonlyMap<string, string>,
  gone: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const renames = new Map<string, string>()
  const taken = new Set<string>()
  const pair = (to: string, from: string | undefined): void => {
    if (from === undefined || renames.has(to) || taken.has(from)) return
    renames.set(to, from)
    taken.add(from)
  }
  const byText = new Map(Array.from(gone, ([path, text]) => [text, path]))
  for (const [to, text] of added) if (text !== '') pair(to, byText.get(text))
  const open = [...added].filter(([path]) => !renames.has(path)).map(inPieces)
  const left = [...gone].filter(([path]) => !taken.has(path)).map(inPieces)
  if (open.length * left.length > MOST) return renames
  const pairs = open.flatMap((to) => left.map((from) => ({ to, from, likeness: likenessOf(to, from) })))
  const alike = pairs.filter(({ likeness }) => likeness >= ENOUGH)
  for (const { to, from } of alike.sort((a, b) => b.likeness - a.likeness)) pair(to.path, from.path)
  return renames
}

/** A text as Git compares it: its lines in any order, long ones cut. */
interface Pieces {
  readonly path: string
  readonly size: number
  /** How much of the text each piece makes up. */
  readonly sizes: ReadonlyMap<string, number>
}

function inPieces([path, text]: readonly [string, string]): Pieces {
  const unix = text.replaceAll('\r\n', '\n')
  const sizes = new Map<string, number>()
  for (const piece of unix.match(/[^\n]{0,63}\n|[^\n]{1,64}/g) ?? [])
    sizes.set(piece, (sizes.get(piece) ?? 0) + piece.length)
  return { path, size: unix.length, sizes }
}

/** The share of the larger text that stands in both. */
function likenessOf(a: Pieces, b: Pieces): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  if (small.size === 0 || small.size < ENOUGH * large.size) return 0
  let common = 0
  for (const [piece, size] of small.sizes) common += Math.min(size, large.sizes.get(piece) ?? 0)
  return common / large.size
}
