import { lstat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { bytesOf } from './files.ts'
import { type IgnoreLines, ignoreLines } from './ignore-lines.ts'
import type { Tracked } from './tracked.ts'

/**
 * The paths that Git would not ignore: `.gitignore` of the folder, of the folders below it and of those above it up to the
 * repository's root count, but not for what the repository holds already. Without `tracked` nobody is asked what that is. Paths
 * are absolute, lie below the folder, and lead to files, or to folders where that is said.
 */
export async function withoutIgnored(
  paths: readonly string[],
  folder: string,
  {
    areFolders = false,
    tracked,
  }: { readonly areFolders?: boolean; readonly tracked?: Tracked | undefined } = {},
): Promise<readonly string[]> {
  const repository = await repositoryOf(folder)
  const ignored = await ignoredOf(paths, new IgnoreFiles(repository ?? folder), areFolders)
  const isAsked = tracked && repository !== undefined && ignored.includes(true)
  const held = isAsked ? await tracked(repository) : new Set<string>()
  return paths.filter((path, index) => ignored[index] === false || held.has(path))
}

async function ignoredOf(
  paths: readonly string[],
  files: IgnoreFiles,
  areFolders: boolean,
): Promise<readonly boolean[]> {
  const parents = [...new Set(paths.map((path) => dirname(path)))]
  const judges = new Map(
    await Promise.all(parents.map(async (parent) => [parent, await files.judgeIn(parent)] as const)),
  )
  const ignored: boolean[] = []
  let work = 0
  for (const path of paths) {
    const judge = judges.get(dirname(path))
    ignored.push(judge?.test(path, areFolders) === true)
    work += USUAL + (judge?.work ?? 0)
    if (work < TOGETHER) continue
    // Whoever asks something meanwhile is answered.
    work = 0
    await setImmediate()
  }
  return ignored
}

/** The work of a path, and what is done without a pause: some two hundred of them where nobody wrote an unusual list. */
const USUAL = 500
const TOGETHER = 200 * USUAL

/** Finds something that lies around a folder. */
export type Finder = (folder: string) => Promise<string | undefined>

/** The nearest folder, from this one upwards, that holds a Git repository. Runs no Git. */
export function repositoryOf(folder: string): Promise<string | undefined> {
  return nearest(folder, repositoryOf)
}

async function nearest(folder: string, above: Finder): Promise<string | undefined> {
  if (await lstat(join(folder, '.git')).catch(() => undefined)) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : above(parent)
}

/** The same as `ownRepositoryOf`, where every folder is looked into once: for one run over many files. */
export function ownRepositories(): Finder {
  const repository = remembered((folder) => nearest(folder, repository))
  return remembered((folder) => ownRepositoryOf(folder, repository))
}

function remembered(find: Finder): Finder {
  const known = new Map<string, Promise<string | undefined>>()
  return (folder) => {
    const found = known.get(folder) ?? find(folder)
    known.set(folder, found)
    return found
  }
}

/**
 * The root of the repository that a folder lies in, unless it belongs to somebody else than the folder does: what lies in a
 * folder that many share must not decide about those below it. Runs no Git.
 */
export async function ownRepositoryOf(
  folder: string,
  find: Finder = repositoryOf,
): Promise<string | undefined> {
  const root = await find(folder)
  if (root === undefined || root === folder) return root
  const [own, around] = await Promise.all([folder, root].map((path) => lstat(path).catch(() => undefined)))
  return own === undefined || own.uid === around?.uid ? root : undefined
}

/** Says whether Git ignores what lies right in a folder, by its path. */
interface Judge extends Pick<IgnoreLines, 'work'> {
  test(path: string, isFolder: boolean): boolean
}

const all: Judge = { work: 0, test: () => true }

class IgnoreFiles {
  readonly #root: string
  readonly #patterns = new Map<string, Promise<IgnoreLines | undefined>>()
  readonly #judges = new Map<string, Promise<Judge>>()

  constructor(root: string) {
    this.#root = root
  }

  /** What is the same of all that lies in a folder is looked up once. */
  judgeIn(folder: string): Promise<Judge> {
    const known = this.#judges.get(folder) ?? this.#judgeIn(folder)
    this.#judges.set(folder, known)
    return known
  }

  /** What lies in an ignored folder is ignored, whatever is said deeper down. */
  async #judgeIn(folder: string): Promise<Judge> {
    const isRoot = relative(this.#root, folder) === ''
    if (!isRoot && (await this.judgeIn(dirname(folder))).test(folder, true)) return all
    const found = await Promise.all(
      this.#foldersTo(folder).map(async (from) => ({ from, patterns: await this.#patternsOf(from) })),
    )
    return {
      work: found.reduce((sum, { patterns }) => sum + (patterns?.work ?? 0), 0),
      test(path, isFolder) {
        let ignored = false
        for (const { from, patterns } of found) {
          if (!patterns) continue
          const inside = relative(from, path).split(sep).join('/')
          const verdict = patterns.test(isFolder ? `${inside}/` : inside)
          if (verdict.ignored) ignored = true
          if (verdict.unignored) ignored = false
        }
        return ignored
      },
    }
  }

  /** From the root down. */
  #foldersTo(folder: string): readonly string[] {
    const steps = relative(this.#root, folder)
      .split(sep)
      .filter((step) => step !== '')
    return [this.#root, ...steps.map((_, index) => join(this.#root, ...steps.slice(0, index + 1)))]
  }

  #patternsOf(folder: string): Promise<IgnoreLines | undefined> {
    const known = this.#patterns.get(folder) ?? readPatterns(join(folder, '.gitignore'))
    this.#patterns.set(folder, known)
    return known
  }
}

/** Bytes of a list of patterns that a person wrote. */
const SIZE = 262_144
/** Of the work that they are: what a program wrote out, path by path, is none. */
const WORK = 65_536

async function readPatterns(path: string): Promise<IgnoreLines | undefined> {
  const bytes = await bytesOf(path, SIZE)
  const lines = typeof bytes === 'string' ? undefined : ignoreLines(bytes.toString())
  return lines && lines.work <= WORK ? lines : undefined
}
