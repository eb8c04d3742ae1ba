import { once } from '../once.ts'
import { compareTexts } from '../text/compare.ts'
import type { LogChange, LogCommit } from './log.ts'
import { PastTexts } from './texts.ts'

/** What became of every file, back from the newest commit. */
export interface Traces {
  /** By the path that the file has in the newest commit. */
  readonly files: ReadonlyMap<string, Trace>
  /** The files that were deleted and are not there now, in the order of their paths. */
  readonly departed: readonly DepartedTrace[]
}

export interface Trace {
  /** The id of the text in the newest commit. */
  readonly blob: string
  /** The commits that changed the text, oldest first. */
  readonly steps: readonly TraceStep[]
}

export interface TraceStep {
  readonly commit: LogCommit
  readonly blob: string
  /** The id of the text that it changed. */
  readonly before?: string | undefined
  /** The path from which it took the file. */
  readonly from?: string | undefined
  /** Where it joined lines that had each changed the text: what the other ones did since they parted, newest first. */
  readonly joined?: readonly TraceStep[] | undefined
}

export interface DepartedTrace extends TraceStep {
  readonly path: string
  /** Up to its deletion. */
  readonly steps: readonly TraceStep[]
}

/**
 * Follows every file through its renames. Where lines of commits were joined, a file is followed along the line that its
 * text came from, so that a change belongs to its author and not to whoever joined. Takes the log as Git gives it:
 * newest first, no commit before its children.
 */
export function traceFiles(commits: readonly LogCommit[]): Traces {
  const walk = new Walk(commits)
  for (const commit of commits) walk.pass(commit)
  return walk.traces()
}

/**
 * The log as it was at the end of a day: from the last commit of the main line that was made by then. A clock that was
 * wrong does not make a commit older than the one before it.
 */
export function logUntil(
  commits: readonly LogCommit[],
  isThen: (commit: LogCommit) => boolean,
): readonly LogCommit[] {
  const index = new Map(commits.map((commit, at) => [commit.hash, at]))
  const before = ({ parents }: LogCommit): LogCommit | undefined =>
    commits[index.get(parents[0] ?? '') ?? commits.length]
  for (let tip = commits[0]; tip; tip = before(tip)) {
    const earlier = before(tip)
    if (isThen(tip) && (!earlier || isThen(earlier))) return commits.slice(index.get(tip.hash))
  }
  return []
}

/** One file on its way back. */
interface Line {
  /**
   * `elsewhere` stands on the main line for a file that is followed along another one; `aside` is one on a line whose changes were
   * joined in, up to where that meets another.
   */
  readonly is: 'present' | 'departed' | 'elsewhere' | 'aside'
  /** Of two that meet the lower one goes on. */
  readonly rank: number
  /** In the newest commit, or in the last one that had it. */
  readonly path: string
  readonly blob: string | undefined
  /** Newest first. Lines aside that came in with one another share them. */
  readonly steps: TraceStep[]
  /** The commit that deleted it; the one that joined the deletion in until that is found. */
  deleted: LogCommit | undefined
  isSettled: boolean
}

type Lines = Map<string, Line>

class Walk {
  /** Asked for only where lines were joined. */
  readonly #texts: () => PastTexts
  /** The files that are looked for from a commit on, by the path that they had there. */
  readonly #waiting = new Map<string, Lines>()
  readonly #found: Line[] = []
  /** What a file was before lines were joined. It is gone, unless the file is found to have come from it on the other line. */
  readonly #replaced = new Set<Line>()
  #asides = 0
  #main: string | undefined

  constructor(commits: readonly LogCommit[]) {
    this.#texts = once(() => new PastTexts(commits))
    this.#main = commits[0]?.hash
  }

  pass(commit: LogCommit): void {
    const isMain = commit.hash === this.#main
    const lines = this.#waiting.get(commit.hash) ?? new Map<string, Line>()
    this.#waiting.delete(commit.hash)
    if (isMain) {
      this.#main = commit.parents[0]
      this.#discover(commit, lines)
    }
    if (lines.size === 0) return
    const moved: (readonly [string, Line])[] = []
    for (const change of commit.changes) {
      const line = lines.get(change.path)
      if (!line || this.#handOver(line, change, commit, lines)) continue
      const joined = this.#joined(line, change, commit)
      record(line, change, { commit, joined: line.is === 'aside' ? undefined : joined })
      if (change.from === undefined) continue
      lines.delete(change.path)
      moved.push([change.from, line])
    }
    for (const [path, line] of moved) this.#goOn(lines, path, line)
    this.#wait(commit.parents[0], lines)
  }

  traces(): Traces {
    const files = new Map<string, Trace>()
    const departed: DepartedTrace[] = []
    for (const { is, path, blob, steps, deleted } of [...this.#found, ...this.#replaced]) {
      if (blob === undefined) continue
      if (is === 'present') files.set(path, { blob, steps: steps.toReversed() })
      else if (deleted) departed.push({ path, blob, commit: deleted, steps: steps.toReversed() })
    }
    return { files, departed: departed.sort((a, b) => compareTexts(a.path, b.path)) }
  }

  /** Who is met on the main line for the first time is in the newest commit, unless it is deleted here. */
  #discover({ changes }: LogCommit, lines: Lines): void {
    for (const { path, before, after } of changes) {
      if (lines.has(path)) continue
      const is = after === undefined ? 'departed' : 'present'
      const line: Line = { ...newLine(is, path), blob: after ?? before }
      this.#found.push(line)
      lines.set(path, line)
    }
  }

  /** Lets a file be followed along the line of commits that already had its text; whether there is one. */
  #handOver(line: Line, change: LogChange, commit: LogCommit, lines: Lines): boolean {
    if (line.is === 'elsewhere') return false
    const { path, from, after } = change
    const [first, ...others] = commit.parents
    const nameIn = (parent: string): string => this.#texts().nameIn(parent, path)
    // What was there before is known of the first one, and all commits but those that join lines have no other.
    const parent = isSameText(change)
      ? first
      : others.find((each) => this.#texts().at(each, nameIn(each)) === after)
    if (parent === undefined || (parent !== first && this.#isDiscarded(change, parent))) return false
    if (line.is === 'departed') line.deleted ??= commit
    if (parent === first) return true
    lines.delete(path)
    // On the main line the file must not be taken for another one where it is met again.
    this.#goOn(lines, from ?? path, newLine('elsewhere', path))
    this.#wait(parent, new Map([[nameIn(parent), line]]))
    if (line.is !== 'aside' && after !== undefined) this.#replace(change, commit, lines, parent)
    return true
  }

  /** Follows by itself what a file on another line was before, as seen from here: there it may have been deleted, and made anew. */
  #replace({ path, from = path, before }: LogChange, commit: LogCommit, lines: Lines, parent: string): void {
    const isSettled = this.#texts().at(parent, from) !== undefined
    const found = { blob: before, deleted: commit, isSettled }
    const line = { ...newLine('departed', from), rank: RANK.replaced, ...found }
    this.#replaced.add(line)
    if (isSettled) this.#goOn(lines, from, line)
    else this.#wait(parent, new Map([[from, line]]))
  }

  /** Lets what other lines made of a text be found, where a commit joined it with what became of it on the first one. */
  #joined(line: Line, { path, before, after }: LogChange, commit: LogCommit): TraceStep['joined'] {
    const [, ...others] = commit.parents
    if (others.length === 0 || line.is === 'elsewhere') return undefined
    if (before === undefined || after === undefined) return undefined
    const steps = line.is === 'aside' ? line.steps : []
    for (const parent of others) {
      const name = this.#texts().nameIn(parent, path)
      if (this.#texts().at(parent, name) === undefined) continue
      // What was joined in twice belongs to the first time, which is found later.
      const aside = { ...newLine('aside', path), rank: RANK.aside + 1 / ++this.#asides, steps }
      this.#wait(parent, new Map([[name, aside]]))
    }
    return steps
  }

  /** Whether another line never had the text that it replaces: whoever joined it took away what was changed here meanwhile. */
  #isDiscarded({ path, from, before, after }: LogChange, parent: string): boolean {
    if (before === undefined || after === undefined) return false
    const name = this.#texts().nameIn(parent, path)
    return ![path, from ?? path, name].some((each) => this.#texts().had(parent, each, before))
  }

  #wait(parent: string | undefined, lines: Lines): void {
    if (parent === undefined) return
    const there = this.#waiting.get(parent)
    const [into, from] = there && there.size > lines.size ? [there, lines] : [lines, there]
    for (const [path, line] of from ?? []) {
      const other = into.get(path)
      if (!other || line.rank < other.rank) this.#goOn(into, path, line)
      else this.#replaced.delete(line)
    }
    this.#waiting.set(parent, into)
  }

  #goOn(lines: Lines, path: string, line: Line): void {
    const other = lines.get(path)
    if (other) this.#replaced.delete(other)
    lines.set(path, line)
  }
}

/** Whether a change leaves the text where it was and as it was, and is one of its mode. */
function isSameText({ from, before, after }: LogChange): boolean {
  return from === undefined && before === after
}

/** Whatever is on its way stands as well for a file that is elsewhere. */
const RANK = { present: 0, departed: 1, aside: 2, replaced: 3.5, elsewhere: 4 } as const

function newLine(is: Line['is'], path: string): Line {
  const nothing = { blob: undefined, steps: [], deleted: undefined, isSettled: false }
  return { is, rank: RANK[is], path, ...nothing }
}

function record(
  line: Line,
  { before, after, from }: LogChange,
  { commit, joined }: Pick<TraceStep, 'commit' | 'joined'>,
): void {
  if (line.is !== 'elsewhere' && after !== undefined)
    line.steps.push({ commit, blob: after, before, from, joined })
  if (line.is === 'departed' && after === undefined && !line.isSettled) {
    line.deleted = commit
    line.isSettled = true
  }
}
