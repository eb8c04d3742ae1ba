import { addTo } from '../group-by.ts'
import type { LogCommit } from './log.ts'

/** A line of commits, each the first parent of the next one, that is not interrupted where others branch off. */
interface Stretch {
  /** The commit that its oldest one follows. */
  readonly behind: string | undefined
  length: number
  /** Of each path its changes, oldest first: the place of the commit in the stretch, and the id of the text there. */
  readonly changes: Map<string, (readonly [at: number, blob: string | undefined])[]>
}

interface Place {
  readonly stretch: Stretch
  readonly at: number
}

/**
 * What text each path has in each commit, by its first parents. Where lines branch off, a stretch goes on along the one that
 * most commits follow: whoever goes back from any commit leaves few stretches behind, however the lines are tangled.
 */
export class PastTexts {
  readonly #places = new Map<string, Place>()
  /** The paths from which files came to each one. */
  readonly #former = new Map<string, string[]>()

  /** Takes the log as Git gives it: newest first, no commit before its children. */
  constructor(commits: readonly LogCommit[]) {
    const next = mainChildren(commits)
    for (const commit of commits.toReversed()) this.#place(commit, next)
  }

  /** The id of the text of a path in a commit. */
  at(hash: string, path: string): string | undefined {
    for (let place = this.#places.get(hash); place; place = this.#places.get(place.stretch.behind ?? '')) {
      const change = lastUntil(place.at, place.stretch.changes.get(path) ?? [])
      if (change) return change[1]
    }
    return undefined
  }

  /** What a file is called in a commit that may know nothing of its renamings. */
  nameIn(hash: string, path: string): string {
    const names = new Set([path])
    for (const name of names) {
      if (this.at(hash, name) !== undefined) return name
      if (names.size < MOST_NAMES) for (const former of this.#former.get(name) ?? []) names.add(former)
    }
    return path
  }

  /** Whether a path had a text in a commit or before it. */
  had(hash: string, path: string, blob: string): boolean {
    for (let place = this.#places.get(hash); place; place = this.#places.get(place.stretch.behind ?? '')) {
      const { at, stretch } = place
      if (stretch.changes.get(path)?.some(([when, text]) => text === blob && when <= at)) return true
    }
    return false
  }

  #place({ hash, parents: [parent], changes }: LogCommit, next: ReadonlyMap<string, string>): void {
    const before = parent !== undefined && next.get(parent) === hash ? this.#places.get(parent) : undefined
    const stretch = before?.stretch ?? { behind: parent, length: 0, changes: new Map() }
    const at = stretch.length++
    this.#places.set(hash, { stretch, at })
    for (const { from, path } of changes) {
      if (from === undefined) continue
      addTo(stretch.changes, from, [at, undefined])
      addTo(this.#former, path, from)
    }
    for (const { path, after } of changes) addTo(stretch.changes, path, [at, after])
  }
}

/** Names under which one file is looked for. */
const MOST_NAMES = 20

/** Of each commit the one of those whose first parent it is that most commits follow. */
function mainChildren(commits: readonly LogCommit[]): ReadonlyMap<string, string> {
  const following = new Map<string, number>()
  const most = new Map<string, { readonly hash: string; readonly size: number }>()
  for (const { hash, parents } of commits) {
    const [parent] = parents
    if (parent === undefined) continue
    const size = (following.get(hash) ?? 0) + 1
    following.set(parent, (following.get(parent) ?? 0) + size)
    if (size > (most.get(parent)?.size ?? 0)) most.set(parent, { hash, size })
  }
  return new Map(Array.from(most, ([parent, { hash }]) => [parent, hash]))
}

/** The last change that is no later than a place. */
function lastUntil<Change extends readonly [at: number, ...unknown[]]>(
  place: number,
  changes: readonly Change[],
): Change | undefined {
  let [low, high] = [0, changes.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((changes[middle]?.[0] ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return changes[low - 1]
}
