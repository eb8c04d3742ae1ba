import { addTo } from '../group-by.ts'
import type { Identity } from '../pilot/identity.ts'
import { compareTexts } from '../text/compare.ts'

/** The name of the file that holds a baseline. It stands beside the configuration, or at the root of the repository. */
export const BASELINE_FILE = 'pilots.baseline.json'

/** What was found in the pilots when they were taken in, so that it can be told from what is new. An immutable value. */
export interface Baseline {
  /** By the path below the folder of the baseline, with forward slashes. */
  readonly files: ReadonlyMap<string, BaselineFile>
  /** The paths of pilots that have the same name or title. */
  akin(identity: Identity): readonly string[]
}

export function baselineOf(files: ReadonlyMap<string, BaselineFile>): Baseline {
  let known: ReadonlyMap<string, readonly string[]> | undefined
  return {
    files,
    akin: (identity) => {
      known ??= pathsByKey(files)
      const paths = keysOf(identity).flatMap((key) => known?.get(key) ?? [])
      return [...new Set(paths)]
    },
  }
}

function pathsByKey(files: ReadonlyMap<string, BaselineFile>): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string[]>()
  for (const [path, file] of files) {
    for (const key of keysOf(file)) {
      addTo(paths, key, path)
    }
  }
  return paths
}

function keysOf({ name, title }: Identity): readonly string[] {
  return [...(name === undefined ? [] : [`name ${name}`]), ...(title === undefined ? [] : [`title ${title}`])]
}

export interface BaselineFile extends Identity {
  readonly findings: Fingerprints
  /** Of what another finding stood for: it was there, and is no news when that finding is gone. */
  readonly covered: Fingerprints
}

/** The fingerprints of the findings of each rule. */
export type Fingerprints = ReadonlyMap<string, readonly string[]>

/** The one of several files under other paths that holds the same pilot: by its name, else by its title. */
export function sameAs<T extends Identity>({ name, title }: Identity, others: readonly T[]): T | undefined {
  const named = name === undefined ? [] : others.filter((each) => each.name === name)
  const titled = title === undefined ? [] : others.filter((each) => each.title === title)
  return [named, titled].find(({ length }) => length === 1)?.[0]
}

export interface BaselineEntry {
  /** That it has in the baseline. */
  readonly path: string
  readonly file: BaselineFile
}

/** What a baseline holds of a pilot: under its path, or under one at which there is no file any more. */
export function entryFor(
  { files, akin }: Baseline,
  { path, identity }: { readonly path: string; readonly identity: Identity },
  isThere: (path: string) => boolean,
): BaselineEntry | undefined {
  const own = files.get(path)
  if (own) return { path, file: own }
  const others = akin(identity).filter((other) => !isThere(other))
  const named = others.flatMap((other) => {
    const file = files.get(other)
    return file ? [{ path: other, file, name: file.name, title: file.title }] : []
  })
  return sameAs(identity, named)
}

/** How many findings there are. */
export function sizeOf(prints: Fingerprints): number {
  return [...prints.values()].reduce((sum, { length }) => sum + length, 0)
}

/** The same in all files. */
export function totalOf({ files }: Pick<Baseline, 'files'>): number {
  return [...files.values()].reduce((sum, { findings }) => sum + sizeOf(findings), 0)
}

/** The content of the file, in an order that depends on nothing but the findings. */
export function baselineJson({ files }: Pick<Baseline, 'files'>): object {
  const entries = sorted(files).map(([path, { name, title, findings, covered }]) => [
    path,
    {
      name,
      title,
      findings: printsJson(findings),
      ...(covered.size > 0 && { covered: printsJson(covered) }),
    },
  ])
  return { $schema: SCHEMA, version: VERSION, files: Object.fromEntries(entries) }
}

/** The version of the format that is written and read. */
export const VERSION = 1

const SCHEMA = 'https://pilot-as-code.dev/schemas/baseline.schema.json'

function printsJson(prints: Fingerprints): object {
  return Object.fromEntries(sorted(prints).map(([rule, each]) => [rule, each.toSorted()]))
}

function sorted<T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...map].sort(([a], [b]) => compareTexts(a, b))
}
