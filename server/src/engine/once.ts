/** Computes a value when it is first asked for. */
export function once<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | undefined
  return () => {
    computed ??= { value: compute() }
    return computed.value
  }
}

/** Computes what depends on a text alone, and keeps it for the texts of last time: a rule asks of a name what others have asked. */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>()
  return (text) => {
    const kept = known.get(text)
    if (kept) return kept.value
    if (known.size >= KEPT) known.clear()
    const value = compute(text)
    known.set(text, { value })
    return value
  }
}

/** The same for what is asked again and again of one thing or text, however long: only that of last time is kept. */
export function ofLast<K, T>(compute: (thing: K) => T): (thing: K) => T {
  let last: { readonly thing: K; readonly value: T } | undefined
  return (thing) => {
    if (last?.thing !== thing) last = { thing, value: compute(thing) }
    return last.value
  }
}

/** The same for things, each for as long as anybody holds it. */
export function ofEach<K extends object, T>(compute: (thing: K) => T): (thing: K) => T {
  const known = new WeakMap<K, { readonly value: T }>()
  return (thing) => {
    const kept = known.get(thing) ?? { value: compute(thing) }
    known.set(thing, kept)
    return kept.value
  }
}

/** A text may hold on to the whole file that it was read from. */
const KEPT = 200
