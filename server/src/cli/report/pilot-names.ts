/** What tells a pilot. */
interface Named {
  readonly path: string
  readonly name?: string | undefined
}

/** How each pilot of a table is called: by its name, and by its file where it has none or shares it with another one. */
export function pilotNames(pilots: readonly Named[]): (pilot: Named) => string {
  const paths = new Map<string | undefined, string>()
  const shared = new Set<string | undefined>()
  for (const { name, path } of pilots) {
    const first = paths.get(name) ?? path
    paths.set(name, first)
    if (first !== path) shared.add(name)
  }
  return ({ name, path }) => (name === undefined || shared.has(name) ? path : name)
}
