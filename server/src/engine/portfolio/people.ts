/**
 * Tells who is who among the keys of names. `l ortega` is `luis ortega` only when nobody else of that surname and initial
 * is known; a middle name counts only where two people differ in nothing else.
 */
export function whoIsWho(keys: Iterable<string>): (key: string) => string {
  const families = new Map<string, Family>()
  for (const key of keys) {
    const { first, middle, last } = parts(key)
    if (first.length < 2) continue
    const family = families.get(last) ?? new Map<string, Set<string>>()
    families.set(last, family)
    const middles = family.get(first) ?? new Set<string>()
    family.set(first, middles)
    if (middle !== '') middles.add(middle)
  }
  return (key) => person(key, families)
}

/** The first names of a surname, each with the initials of the middle names beside it. */
type Family = Map<string, Set<string>>

interface NameParts {
  readonly first: string
  /** Initials. */
  readonly middle: string
  /** Empty for a name of one word. */
  readonly last: string
}

function parts(key: string): NameParts {
  const end = key.indexOf(' ')
  const last = surnameOf(key)
  if (end < 0) return { first: key, middle: '', last }
  const between = key.slice(end + 1, key.length - last.length).trim()
  const middle = between === '' ? '' : Array.from(between.split(' '), (word) => word.slice(0, 1)).join(' ')
  return { first: key.slice(0, end), middle, last }
}

/** The last word of the key of a name; empty when there is only one. */
export function surnameOf(key: string): string {
  const at = key.lastIndexOf(' ')
  return at < 0 ? '' : key.slice(at + 1)
}

function person(key: string, families: ReadonlyMap<string, Family>): string {
  const { first, middle, last } = parts(key)
  const family = families.get(last)
  const full = first.length > 1 ? first : onlyOne(family, first)
  if (full === undefined || last === '') return key
  const namesakes = (family?.get(full)?.size ?? 0) > 1
  if (!namesakes) return `${full} ${last}`
  return first === full ? `${full} ${middle} ${last}` : key
}

function onlyOne(family: Family | undefined, initial: string): string | undefined {
  const fitting = initial === '' ? [] : [...(family?.keys() ?? [])].filter((name) => name.startsWith(initial))
  return fitting.length === 1 ? fitting[0] : undefined
}
