import { once } from '../once.ts'
import { keysOf, propertyOf, type Reference, ROOT } from '../schema/describe.ts'
import { packed, unpacked } from './packed.ts'

/** A name in a pilot that stands for something outside of it. */
export interface Named {
  readonly refers: Reference
  readonly name: string
  /** What the name is compared by. */
  readonly key: string
  /** The keys that lead to it, for instance `owners.operator.name`. */
  readonly path: string
}

/** All names of a pilot as plain data: most of them stand there several times, and of a portfolio they are the largest part. */
export interface Mentions {
  /** Names and their keys, each once. */
  readonly texts: readonly string[]
  /** Three for each name, packed, in the order of the text: its path among those of the format, and its own and its key's place in the texts. */
  readonly numbers: string
}

export function mentions(names: readonly Named[]): Mentions {
  const texts = new Map<string, number>()
  const place = (text: string): number => {
    const at = texts.get(text) ?? texts.size
    texts.set(text, at)
    return at
  }
  const numbers: number[] = []
  for (const { path, name, key } of names) numbers.push(pathNumbers().get(path) ?? 0, place(name), place(key))
  return { texts: [...texts.keys()], numbers: packed(numbers) }
}

export function namesIn({ texts, numbers: text }: Mentions): readonly Named[] {
  const [all, numbers] = [paths(), unpacked(text) ?? []]
  const textAt = (at: number): string => texts[numbers[at] ?? -1] ?? ''
  const names: Named[] = []
  for (let at = 0; at < numbers.length; at += EACH) {
    const about = all[numbers[at] ?? -1]
    if (!about) continue
    const { refers, path } = about
    names.push({ refers, name: textAt(at + 1), key: textAt(at + 2), path })
  }
  return names
}

/** Tells the kind of each, the name and what that is compared by, in the order of the text, for who counts those of thousands. */
export function tellNames(
  { texts, numbers: text }: Mentions,
  tell: (refers: Reference, name: string, key: string) => void,
): void {
  const [all, numbers] = [paths(), unpacked(text) ?? []]
  for (let at = 0; at < numbers.length; at += EACH) {
    const about = all[numbers[at] ?? -1]
    if (about) tell(about.refers, texts[numbers[at + 1] ?? -1] ?? '', texts[numbers[at + 2] ?? -1] ?? '')
  }
}

/** Whether the numbers lead to paths of the format and to texts that are there. */
export function areMentions({ texts, numbers: text }: Mentions): boolean {
  const [most, numbers] = [[paths().length, texts.length, texts.length], unpacked(text)]
  return (
    numbers !== undefined &&
    numbers.length % EACH === 0 &&
    numbers.every((number, at) => number < (most[at % EACH] ?? 0))
  )
}

const EACH = 3

/** A place of the format that holds a name. */
export interface NamedPlace extends Pick<Named, 'refers' | 'path'> {
  readonly below?: undefined
}

/** Of the keys of a block, those that hold a name and those below which there is one. */
export type NamedKeys = ReadonlyMap<string, NamedPlace | { readonly below: NamedKeys }>

/** The keys of a pilot that lead to names: most parts of it hold none. */
export const namedKeys: () => NamedKeys = once(() => namedBelow(ROOT, ''))
const paths = once(() => placesIn(namedKeys()))
const pathNumbers = once(() => new Map(paths().map(({ path }, index) => [path, index])))

function namedBelow(def: string, above: string): NamedKeys {
  const named = new Map<string, NamedPlace | { readonly below: NamedKeys }>()
  for (const key of keysOf(def)) {
    const property = propertyOf(def, key)
    const path = `${above}${key}`
    if (property?.refers) named.set(key, { refers: property.refers, path })
    else if (property?.block !== undefined) {
      const below = namedBelow(property.block, `${path}.`)
      if (below.size > 0) named.set(key, { below })
    }
  }
  return named
}

function placesIn(keys: NamedKeys): readonly NamedPlace[] {
  return [...keys.values()].flatMap((each) => (each.below ? placesIn(each.below) : each))
}
