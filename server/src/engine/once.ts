/** Computes a value when it is first asked for. */
export function once<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | undefined
  return () => {
    computed ??= { value: compute() }
    return computed.value
  }
}

/** Computes what depends on a text alone, and keeps it for some texts: a rule asks about a name what others have asked. */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>()
  return (text) => {
    const kept = known.get(text)
    if (kept) return kept.value
    if (text.length > LONGEST) return compute(text)
    if (known.size >= KEPT) known.clear()
    const own = detached(text)
    const value = compute(own)
    known.set(own, { value })
    return value
  }
}

/** The same text in memory of its own: V8 holds the whole file for as long as anybody holds a piece of it. */
function detached(text: string): string {
  return ` ${text}`.slice(1)
}

/** The same for what is asked again and again about one thing or one long text: only the last answer is kept. */
export function ofLast<K, T>(compute: (thing: K) => T): (thing: K) => T {
  let last: { readonly thing: K; readonly value: T } | undefined
  return (thing) => {
    if (last?.thing !== thing) last = { thing, value: compute(thing) }
    return last.value
  }
}

/** The same for objects: each answer is kept for as long as anybody holds its object. */
export function ofEach<K extends object, T>(compute: (thing: K) => T): (thing: K) => T {
  const known = new WeakMap<K, { readonly value: T }>()
  return (thing) => {
    const kept = known.get(thing) ?? { value: compute(thing) }
    known.set(thing, kept)
    return kept.value
  }
}

/**
 * Whether something holds of any of many texts. Those of which it did not hold the time before are not looked at again: of a long
 * list an author changes one text at a time.
 */
export function anyOf(test: (text: string) => boolean): (texts: readonly string[]) => boolean {
  let before: ReadonlySet<string> = new Set()
  return (texts) => {
    const failed = new Set<string>()
    const found = texts.some((text) => {
      const isFound = !before.has(text) && test(text)
      if (!isFound) failed.add(text)
      return isFound
    })
    before = failed
    return found
  }
}

/**
 * Computes what depends on each of many texts alone. What is known of those of the time before is not worked out again, and of
 * no others is it kept.
 */
export function ofTexts<T extends string>(
  compute: (text: string) => T,
): (texts: ReadonlySet<string>) => ReadonlyMap<string, T> {
  let known: ReadonlyMap<string, T> = new Map()
  return (texts) => {
    known = new Map(Array.from(texts, (text) => [text, known.get(text) ?? compute(text)]))
    return known
  }
}

/** Texts whose answers are kept: more than a thousand pilots have names. And the characters of the longest one. */
const KEPT = 2000
const LONGEST = 2000
