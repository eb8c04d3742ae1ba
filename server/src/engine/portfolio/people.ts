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
  const initials = new Map<string, Initials>()
  const onlyOne = (last: string, initial: string): string | undefined => {
    const known = initials.get(last) ?? initialsIn(families.get(last))
    initials.set(last, known)
    return known.get(initial)
  }
  return (key) => person(key, families, onlyOne)
}

/** The first names of a surname that are alone with their initial. */
type Initials = ReadonlyMap<string, string | undefined>

/** Asked for each of the names, and all of them may have one surname. */
function initialsIn(family: Family | undefined): Initials {
  const found = new Map<string, string | undefined>()
  for (const name of family?.keys() ?? []) {
    const initial = name.slice(0, 1)
    found.set(initial, found.has(initial) ? undefined : name)
  }
  return found
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

function person(
  key: string,
  families: ReadonlyMap<string, Family>,
  onlyOne: (last: string, initial: string) => string | undefined,
): string {
  const { first, middle, last } = parts(key)
  const family = families.get(last)
  const full = first.length > 1 ? first : onlyOne(last, first)
  if (full === undefined || last === '') return key
  const namesakes = (family?.get(full)?.size ?? 0) > 1
  if (!namesakes) return `${full} ${last}`
  return first === full ? `${full} ${middle} ${last}` : key
}
