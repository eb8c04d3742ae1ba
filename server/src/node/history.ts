import { realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Commitments } from '../engine/history/commitments.ts'
import type { Departed, FileHistory } from '../engine/history/history.ts'
import { type LogCommit, logFormat, parseLog } from '../engine/history/log.ts'
import { commitmentsReader } from '../engine/history/read.ts'
import type {
  HistoryRequest,
  HistorySource,
  KnownTexts,
  NoHistory,
  Past,
  RepositoryHistory,
} from '../engine/history/source.ts'
import { logUntil, type Traces, traceFiles } from '../engine/history/trace.ts'
import type { ReadResult } from '../engine/ports.ts'
import { readBlobs } from './blobs.ts'
import { decode } from './files.ts'
import type { Git, GitResult } from './git.ts'
import { repositoryOf } from './gitignore.ts'

/**
 * The histories of the repositories of this machine. What a text commits to is remembered by the id of the text as long
 * as the source lives. Folders are those that the user opened or named: Git is asked about the repository they lie in.
 */
export function gitHistory(git: Git): HistorySource {
  const commitments = new Map<string, Commitments | undefined>()
  return {
    async texts(folder, ids) {
      const texts = new Map<string, string>()
      const root = await rootOf(folder)
      if (root === undefined) return texts
      await readBlobs(git, root, ids.filter(isHash), async (id, bytes) => {
        const content = decode(bytes)
        if (content.kind === 'text') texts.set(id, content.text)
      })
      return texts
    },
    async read(folder, request = {}) {
      const root = await rootOf(folder)
      if (root === undefined) return { gap: 'no-repository' }
      const head = await headOf(git, root)
      if (typeof head !== 'string') return head
      const { known } = request
      if (!request.at && known?.head === head && known.asOf === request.asOf) return known
      const log = await logOf(git, root, request.at ?? head)
      return 'gap' in log ? log : historyOf({ git, root, head, commitments, request }, log.commits)
    },
  }
}

/** Where the nearest `.git` upwards is. */
export async function rootOf(folder: string): Promise<string | undefined> {
  try {
    return await repositoryOf(fileURLToPath(folder))
  } catch {
    return undefined
  }
}

/** The newest commit of a whole repository whose files are where its `.git` is. */
export async function headOf(git: Git, root: string): Promise<string | NoHistory> {
  const options = ['--is-shallow-repository', '--show-toplevel', '--quiet', '--verify']
  const result = await git.run(root, { command: 'rev-parse', options, revision: 'HEAD^{commit}' })
  if (result.kind === 'no-git') return { gap: 'no-git' }
  // Without a commit Git fails at the last answer, and has given the others. Only a path may hold a line break.
  const lines = result.output.toString().replace(/\n$/, '').split('\n')
  const head = HASH.test(lines.at(-1) ?? '') ? lines.pop() : undefined
  const [shallow, ...toplevel] = lines
  if (shallow !== 'true' && shallow !== 'false') return failure(result)
  if (!(await isSame(toplevel.join('\n'), root))) return { gap: 'foreign' }
  // Where there is no commit yet Git fails without a word.
  if (head === undefined)
    return result.kind === 'failed' && result.reason !== '' ? failure(result) : { gap: 'empty' }
  return shallow === 'true' ? { gap: 'shallow' } : head
}

export const HASH: RegExp = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

function isHash(id: string): boolean {
  return HASH.test(id)
}

async function isSame(toplevel: string, root: string): Promise<boolean> {
  const [a, b] = await Promise.all([toplevel, root].map((path) => realpath(path).catch(() => undefined)))
  return a !== undefined && a === b
}

export function failure(result: Exclude<GitResult, { kind: 'no-git' }>): NoHistory {
  if (result.kind === 'failed') return { gap: 'failed', detail: result.reason }
  return { gap: result.kind === 'timeout' ? 'timeout' : 'failed' }
}

/** Two pilot files of the same form are much alike: what shares less than this is another pilot, not a new name. */
const RENAME = '-M70%'

async function logOf(
  git: Git,
  root: string,
  revision: string,
): Promise<NoHistory | { readonly commits: readonly LogCommit[] }> {
  const ask = (renames: string): Promise<GitResult> =>
    git.run(root, {
      command: 'log',
      options: [
        ...['-z', '--raw', '--no-abbrev', '--no-ext-diff', '--no-textconv', renames, '-l1000', '--no-follow'],
        // With all lines of commits, and every change compared with the main one.
        ...['--full-history', '--parents', '--topo-order', '--diff-merges=first-parent'],
        ...['--date=raw', '--encoding=UTF-8', `--format=${logFormat}`],
      ],
      revision,
      patterns: ['**/*.pilot.yaml', '**/*.pilot.yml'],
    })
  const result = await ask(RENAME)
  // To see whether a file was renamed Git reads texts, of which one may be damaged.
  const settled = result.kind === 'failed' ? await ask('--no-renames') : result
  if (settled.kind === 'no-git') return { gap: 'no-git' }
  return settled.kind === 'done' ? { commits: parseLog(settled.output.toString()) } : failure(settled)
}

interface Reading {
  readonly git: Git
  readonly root: string
  readonly head: string
  readonly commitments: Map<string, Commitments | undefined>
  readonly request: HistoryRequest
}

async function historyOf(
  reading: Reading,
  commits: readonly LogCommit[],
): Promise<RepositoryHistory | NoHistory> {
  const { root, head, commitments, request } = reading
  const { asOf, at } = request
  const log = asOf === undefined ? commits : logUntil(commits, ({ committed }) => committed <= asOf)
  const tip = log[0]
  if (asOf !== undefined && !tip) return { gap: 'later' }
  const uri = (path: string): string => pathToFileURL(join(root, path.split('/').join(sep))).href
  const traces = tracesWithin(request.within, traceFiles(log), uri)
  const texts = new Map<string, ReadResult>()
  const isPast = asOf !== undefined || at !== undefined
  const present = new Set(isPast ? [...traces.files.values()].map(({ blob }) => blob) : [])
  const commitmentsIn = commitmentsReader()
  const recalled = await recall(request, missing(traces, { commitments, present }), commitments)
  await readBlobs(reading.git, root, missing(traces, { commitments, present }), async (id, bytes) => {
    const content = decode(bytes)
    if (present.has(id)) texts.set(id, content)
    if (commitments.has(id)) return
    const read = content.kind === 'text' ? commitmentsIn(content.text) : undefined
    commitments.set(id, read)
    recalled?.put(id, { commitments: read })
    await setImmediate()
  })
  await recalled?.save()
  return {
    head,
    asOf,
    files: filesOf(traces, commitments, uri),
    departed: departedOf(traces, commitments, uri),
    past: isPast && tip ? pastOf(at ?? tip.hash, tip, { traces, texts, uri }) : undefined,
  }
}

/** Takes what earlier runs have read of the texts. */
async function recall(
  request: HistoryRequest,
  ids: readonly string[],
  commitments: Reading['commitments'],
): Promise<KnownTexts | undefined> {
  const known = await request.recall?.(ids.length)
  for (const id of known ? ids : []) {
    const text = known?.take(id)
    if (text) commitments.set(id, text.commitments)
  }
  return known
}

/** Of all that the log tells what is wanted. */
function tracesWithin(wanted: HistoryRequest['within'], { files, departed }: Traces, uri: Uri): Traces {
  if (!wanted) return { files, departed }
  const named = new Set(wanted.map((each) => each.replace(/\/$/, '')))
  const isNamed = (place: string): boolean => {
    const end = place.lastIndexOf('/')
    return named.has(place) || (end >= 0 && isNamed(place.slice(0, end)))
  }
  const isWanted = (path: string): boolean => isNamed(uri(path))
  return {
    files: new Map([...files].filter(([path]) => isWanted(path))),
    departed: departed.filter(({ path }) => isWanted(path)),
  }
}

/** The ids of the texts that are to be read: those of one file in turn. */
function missing(
  { files, departed }: Traces,
  { commitments, present }: Pick<Reading, 'commitments'> & { readonly present: ReadonlySet<string> },
): readonly string[] {
  const wanted = [...[...files.values()].flatMap(({ steps }) => steps), ...departed].map(({ blob }) => blob)
  return [...new Set([...wanted, ...present])].filter((id) => present.has(id) || !commitments.has(id))
}

type Uri = (path: string) => string

function filesOf(
  { files }: Traces,
  commitments: Reading['commitments'],
  uri: Uri,
): ReadonlyMap<string, FileHistory> {
  const histories = new Map<string, FileHistory>()
  for (const [path, { steps }] of files) {
    const revisions = steps.flatMap(({ commit, blob }) => {
      const known = commitments.get(blob)
      const { hash, authored, author } = commit
      return known ? [{ commit: hash, date: authored, author, commitments: known, textId: blob }] : []
    })
    if (revisions.length > 0) histories.set(uri(path), { revisions })
  }
  return histories
}

function departedOf(
  { departed }: Traces,
  commitments: Reading['commitments'],
  uri: Uri,
): readonly Departed[] {
  return departed.flatMap(({ path, commit, blob }) => {
    const known = commitments.get(blob)
    const { hash, authored, author } = commit
    if (!known) return []
    return [{ file: uri(path), commit: hash, date: authored, author, commitments: known, textId: blob }]
  })
}

interface Then {
  readonly traces: Traces
  readonly texts: ReadonlyMap<string, ReadResult>
  readonly uri: Uri
}

function pastOf(commit: string, tip: LogCommit, { traces: { files }, texts, uri }: Then): Past {
  const read = [...files].map(
    ([path, { blob }]) => [uri(path), texts.get(blob) ?? { kind: 'missing' }] as const,
  )
  return { commit, date: tip.committed, texts: new Map(read) }
}
