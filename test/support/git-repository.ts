import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeIn } from './write-in.ts'

/** One commit of a repository that a test builds. */
export interface Commit {
  /** The day, at noon where the author is; or seconds and offset as Git stores them, such as `0 +0000`. */
  readonly date: string
  readonly author?: string
  /** What others refer to it by. */
  readonly mark?: string
  /** The mark of the commit that it follows; the one before it in the list when absent. */
  readonly from?: string
  /** The mark of a commit that it joins in. What the result holds still has to be said in `files`. */
  readonly merge?: string
  /** New texts by path; `undefined` deletes. */
  readonly files?: Readonly<Record<string, string | undefined>>
  /** New paths by old ones, before `files` is applied. */
  readonly renames?: Readonly<Record<string, string>>
}

export interface Repository {
  readonly root: string
  /** The last commit of the list. */
  readonly head: string
  /** The full hash of a marked commit. */
  hash(mark: string): string
  write(path: string, text: string): void
  git(...args: readonly string[]): string
  remove(): void
}

/** Builds a repository with real Git, two processes for any number of commits. The folder holds no files but Git's. */
export function repository(commits: readonly Commit[]): Repository {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'pilots-')))
  const git = (...args: readonly string[]): string => gitIn(root, args)
  const write = (path: string, text: string): void => writeIn(root, path, text)
  git('init', '--quiet', '--initial-branch=main', '--object-format=sha1')
  const marks = new Map<string, number>()
  let hashes: readonly string[] = []
  if (commits.length > 0) {
    const stream = commits.map((commit, index) => commitText(commit, index + 1, marks)).join('')
    const asked = commits.map((_, index) => `get-mark :${index + 1}\n`).join('')
    const input = `${stream}${asked}reset refs/heads/main\nfrom :${commits.length}\n\ndone\n`
    hashes = gitIn(root, ['fast-import', '--quiet', '--done', '--date-format=raw-permissive'], input).split(
      '\n',
    )
  }
  return {
    root,
    head: hashes[commits.length - 1] ?? '',
    hash: (mark) => hashes[(marks.get(mark) ?? 0) - 1] ?? '',
    write,
    git,
    remove: () => rmSync(root, { recursive: true }),
  }
}

/** Runs Git without the configuration of the machine. */
function gitIn(cwd: string, args: readonly string[], input = ''): string {
  const env = { PATH: process.env['PATH'], GIT_CONFIG_NOSYSTEM: '1', HOME: cwd, LC_ALL: 'C' }
  return execFileSync('git', args, { cwd, env, input, encoding: 'utf8', stdio: 'pipe' }).trim()
}

function commitText(commit: Commit, number: number, marks: Map<string, number>): string {
  const { date, author = 'Dana Whitfield', mark, from, merge, files = {}, renames = {} } = commit
  if (mark !== undefined) marks.set(mark, number)
  const person = `${author} <someone@example.com> ${/^\d{4}-\d\d-\d\d$/.test(date) ? noon(date) : date}`
  const parent = from === undefined ? number - 1 : marks.get(from)
  return [
    'commit refs/heads/work',
    `mark :${number}`,
    `author ${person}`,
    `committer ${person}`,
    'data 0',
    ...(parent ? [`from :${parent}`] : []),
    ...(merge === undefined ? [] : [`merge :${marks.get(merge)}`]),
    ...Object.entries(renames).map(([old, now]) => `R ${quoted(old)} ${quoted(now)}`),
    ...Object.entries(files).map(([path, text]) =>
      text === undefined ? `D ${quoted(path)}` : `M 100644 inline ${quoted(path)}\n${data(text)}`,
    ),
    '',
  ].join('\n')
}

function noon(date: string): string {
  return `${Date.parse(`${date}T12:00:00Z`) / 1000} +0000`
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`
}

function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`
}
