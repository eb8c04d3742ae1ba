import { isDeviceName } from '../text/device-name.ts'
import { slugOf } from '../text/slug.ts'

/** What a row says for its name. */
export interface Named {
  readonly title: string
  /** What tells it apart from others with the same title; empty where the table has nothing. */
  readonly id: string
  /** Everything in the row, in one text. */
  readonly content: string
}

/** Whether a row is the one of which a file was made while no other had its title. */
type IsKept = (index: number, base: string) => boolean

/**
 * Short names for pilots, each different, also where letters of either case count the same. The name of a row depends on
 * the row alone, unless another has the same title: then all of them carry their id, or a sum of what stands in the row.
 * Only one of which there is a file already keeps the name that it has.
 */
export function namesFor(rows: readonly Named[], isKept: IsKept = () => false): readonly string[] {
  const bases = rows.map(({ title }) => baseOf(title))
  const counts = new Map<string, number>()
  for (const base of bases) counts.set(base, (counts.get(base) ?? 0) + 1)
  const isShared = (base: string): boolean => base === '' || (counts.get(base) ?? 0) > 1
  const taken = new Set(bases.filter((base) => !isShared(base)))
  const kept = new Set<number>()
  for (const [index, base] of bases.entries()) {
    if (base === '' || taken.has(base) || !isKept(index, base)) continue
    taken.add(base)
    kept.add(index)
  }
  const counted = new Map<string, number>()
  return rows.map((row, index) => {
    const base = bases[index] ?? ''
    if (!isShared(base) || kept.has(index)) return base
    const name = firstFree(candidates(base === '' ? 'pilot' : base, row, counted), taken)
    taken.add(name)
    return name
  })
}

/** The names that several rows would have. */
export function sharedNames(rows: readonly Pick<Named, 'title'>[]): readonly string[] {
  const bases = rows.map(({ title }) => baseOf(title))
  const once = new Set<string>()
  const shared = new Set<string>()
  for (const base of bases.filter((each) => each !== '')) (once.has(base) ? shared : once).add(base)
  return [...shared]
}

function baseOf(title: string): string {
  const slug = slugOf(title)
  return isDeviceName(slug) ? `${slug}-pilot` : slug
}

/** A number is tried once: a name that was taken stays taken. */
function* candidates(base: string, { id, content }: Named, counted: Map<string, number>): Iterable<string> {
  const own = slugOf(id, 24)
  if (own !== '') yield `${base}-${own}`
  const summed = `${base}-${sumOf(content)}`
  yield summed
  for (let count = counted.get(summed) ?? 2; ; count++) {
    counted.set(summed, count + 1)
    yield `${summed}-${count}`
  }
}

function firstFree(names: Iterable<string>, taken: ReadonlySet<string>): string {
  for (const name of names) if (!taken.has(name)) return name
  throw new Error('The names have come to an end')
}

/** Eight hexadecimal digits that are the same for the same text (FNV-1a). */
function sumOf(text: string): string {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return (sum >>> 0).toString(16).padStart(8, '0')
}
