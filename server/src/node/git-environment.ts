import { existsSync } from 'node:fs'
import { delimiter, resolve } from 'node:path'
import type { GitCall } from './git.ts'
import { foldersOf, isBelow } from './git-program.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What Git needs of the environment: its user's home says which folders of other users are trusted. */
const inherited = ['HOME', 'USERPROFILE', 'XDG_CONFIG_HOME', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR']

/** The environment of a Git that is asked about a folder. */
export function environmentOf(
  env: Environment,
  folder: string,
  { command, nextCommit }: Pick<GitCall, 'command' | 'nextCommit'>,
): Readonly<Record<string, string>> {
  const kept = inherited.flatMap((name) => {
    const value = env[name]
    return value === undefined ? [] : [[name, value]]
  })
  return {
    ...Object.fromEntries(kept),
    PATH: foldersOf(env)
      .filter((each) => !isBelow(each, folder))
      .join(delimiter),
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ATTR_NOSYSTEM: '1',
    // A missing object would be fetched, by a protocol that the repository's own configuration may allow.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    // A file in .git that gives commits other parents: the past would end where it says.
    GIT_GRAFT_FILE: '/dev/null',
    LC_ALL: 'C',
    GIT_ALLOC_LIMIT: `${ofIndex.has(command) ? INDEX_MB : OBJECT_MB}m`,
    ...(nextCommit ? indexOfHook(env) : {}),
  }
}

/**
 * Megabytes that Git may ask for at once: some hundred bytes of a repository may stand for gigabytes. An object takes as much for itself
 * and for each text that it is made from; all files of the index take some hundred bytes each, in one piece.
 */
const OBJECT_MB = 128
const INDEX_MB = 512
const ofIndex: ReadonlySet<GitCall['command']> = new Set(['ls-files', 'diff-index'])

/** Git names it from the folder of the hook, and an index that is gone is that of an earlier commit. */
function indexOfHook(env: Environment): Readonly<Record<string, string>> {
  const place = resolve(env['GIT_INDEX_FILE'] ?? '')
  return env['GIT_INDEX_FILE'] && existsSync(place) ? { GIT_INDEX_FILE: place } : {}
}
