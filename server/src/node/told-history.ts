import { setImmediate } from 'node:timers/promises'
import type { Commitments } from '../engine/history/commitments.ts'
import { daysOf } from '../engine/history/days.ts'
import { formerOf, lastRead, wholeTraces } from '../engine/history/heirs.ts'
import type { Departed, FileHistory } from '../engine/history/history.ts'
import { type LogCommit, logFormat, parseLog } from '../engine/history/log.ts'
import { partedTraces } from '../engine/history/parted.ts'
import type { ReadCommitments } from '../engine/history/read.ts'
import { ENOUGH } from '../engine/history/renames.ts'
import { fileHistoryOf } from '../engine/history/revisions.ts'
import type {
  HistoryRequest,
  KnownTexts,
  NoHistory,
  Past,
  RepositoryHistory,
} from '../engine/history/source.ts'
import { logUntil, type TraceStep, type Traces, traceFiles } from '../engine/history/trace.ts'
import type { ReadResult } from '../engine/ports.ts'
import { readBlobs } from './blobs.ts'
import { nodeClock } from './clock.ts'
import { exchanged } from './exchanges.ts'
import { decode } from './files.ts'
import type { Git, GitResult } from './git.ts'
import { failure } from './git-failure.ts'
import { pilotPatterns, uriIn } from './git-paths.ts'
import { type Followed, keyOf, type Loose, looseOf } from './loose.ts'
import { isPartial } from './partial.ts'
import { renamed } from './renamed.ts'

/** Where and what is to be read. */
export interface Reading {
  readonly git: Git
  readonly root: string
  readonly head: string
  readonly commitments: Map<string, Commitments | undefined>
  readonly commitmentsIn: ReadCommitments
  readonly request: HistoryRequest
  readonly followed: Followed
}

/** Reads the log and its texts, and says what became of the files. */
export async function historyOf(reading: Reading): Promise<RepositoryHistory | NoHistory> {
  const { git, root, head, request } = reading
  const log = await logOf(git, root, request.at ?? head)
  return 'gap' in log ? log : told(reading, await exchanged(reading, log.commits))
}

/** What shares less than this is another pilot, not a new name. */
const RENAME = `-M${ENOUGH * 100}%`

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
      patterns: pilotPatterns,
    })
  const result = await ask(RENAME)
  // To see whether a file was renamed Git reads texts, of which one may be damaged.
  const settled = result.kind === 'failed' ? await ask('--no-renames') : result
  return settled.kind === 'done' ? { commits: parseLog(settled.output.toString()) } : failure(settled)
}

async function told(reading: Reading, commits: readonly LogCommit[]): Promise<RepositoryHistory | NoHistory> {
  const { git, root, head, commitments, request } = reading
  const { asOf, at } = request
  const log = asOf === undefined ? commits : logUntil(commits, ({ committed }) => committed <= asOf)
  const tip = log[0]
  if (asOf !== undefined && !tip) return { gap: 'later' }
  const uri: Uri = (path) => uriIn(root, path)
  const isPast = asOf !== undefined || at !== undefined
  const all = traceFiles(log)
  const committed = new Map(Array.from(all.files, ([path, trace]) => [uri(path), trace]))
  const loose = await looseOf(new Set(committed.keys()), isPast ? undefined : request.present)
  const near = tracesWithin(request.within, all, { uri, gone: loose.gone })
  const texts = new Map<string, ReadResult>()
  const wanted = isPast ? near.files.values() : [...loose.gone].flatMap((each) => committed.get(each) ?? [])
  const shown = new Set(Array.from(wanted, ({ blob }) => blob))
  // Those of other folders as well.
  const former = [...new Set([...near.departed, ...formerOf(near.files, all.departed)])]
  const lacks = await readTexts(reading, { ...near, departed: former }, { shown, texts, isFirst: true })
  const older = { files: new Map(), departed: former }
  const lacksOlder = await readTexts(reading, older, { shown: new Set(), texts, isFirst: false })
  const places = new Map(log.map(({ hash }, place) => [hash, place]))
  const parted = partedTraces(near.files, (blob) => commitments.get(blob))
  const { files, continued } = wholeTraces(parted.files, [...former, ...parted.departed], {
    commitments: (blob) => commitments.get(blob),
    place: ({ hash }) => places.get(hash) ?? 0,
  })
  const replaced = parted.departed.filter(({ path }) => near.isWanted(path))
  const departed = [...near.departed, ...replaced].filter((each) => !continued.has(each))
  const traces = { files, departed }
  const lacksMore = await readTexts(reading, traces, { shown: new Set(), texts, isFirst: false })
  if ((lacks || lacksOlder || lacksMore) && (await isPartial(git, root))) return { gap: 'partial' }
  const inCommits = filesOf(traces, commitments, uri)
  const history: RepositoryHistory = {
    head,
    asOf,
    files: renamed(reading.commitmentsIn, inCommits, loose, (gone) =>
      texts.get(committed.get(gone)?.blob ?? ''),
    ),
    unreadable: new Set([...traces.files.keys()].map(uri).filter((each) => !inCommits.has(each))),
    departed: departedOf(traces, commitments, uri),
    past: isPast && tip ? pastOf(at ?? tip.hash, tip, { traces, texts, uri }) : undefined,
  }
  reading.followed.set(history, { committed: new Set(committed.keys()), key: keyOf(loose) })
  return history
}

interface Round {
  readonly shown: ReadonlySet<string>
  readonly texts: Map<string, ReadResult>
  /** What is read in a later round is little, and not remembered for other runs. */
  readonly isFirst: boolean
}

/** Reads what is not known yet; whether the repository lacks some of it. */
async function readTexts(
  { git, root, commitments, commitmentsIn, request }: Reading,
  traces: Traces,
  { shown, texts, isFirst }: Round,
): Promise<boolean> {
  const ids = missing(traces, { commitments, shown })
  const recalled = isFirst ? await recall(request, ids, commitments) : undefined
  const left = recalled ? missing(traces, { commitments, shown }) : ids
  const absent = await readBlobs(git, root, left, async (id, bytes) => {
    const content = decode(bytes)
    if (shown.has(id)) texts.set(id, content)
    if (commitments.has(id)) return
    const read = content.kind === 'text' ? commitmentsIn(content.text) : undefined
    commitments.set(id, read)
    recalled?.put(id, { commitments: read })
    await setImmediate()
  })
  await recalled?.save()
  return absent > 0
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

/** Of all that the log tells what is wanted, and what a wanted file may have been. */
function tracesWithin(
  wanted: HistoryRequest['within'],
  { files, departed }: Traces,
  { uri, gone }: { readonly uri: Uri; readonly gone: Loose['gone'] },
): Traces & { readonly isWanted: (path: string) => boolean } {
  if (!wanted) return { files, departed, isWanted: () => true }
  const named = new Set(wanted.map((each) => each.replace(/\/$/, '')))
  const isNamed = (place: string): boolean => {
    const end = place.lastIndexOf('/')
    return named.has(place) || (end >= 0 && isNamed(place.slice(0, end)))
  }
  const isWanted = (path: string): boolean => gone.has(uri(path)) || isNamed(uri(path))
  return {
    files: new Map([...files].filter(([path]) => isWanted(path))),
    departed: departed.filter(({ path }) => isWanted(path)),
    isWanted,
  }
}

/** The ids of the texts that are to be read: those of one file in turn. */
function missing(
  { files, departed }: Traces,
  { commitments, shown }: Pick<Reading, 'commitments'> & { readonly shown: ReadonlySet<string> },
): readonly string[] {
  const wanted = [
    ...[...files.values()].flatMap(({ steps }) => steps.flatMap(idsOf)),
    ...departed.flatMap(({ blob, steps }) =>
      commitments.has(blob) && !commitments.get(blob) ? steps.map((step) => step.blob) : [blob],
    ),
  ]
  return [...new Set([...wanted, ...shown])].filter((id) => shown.has(id) || !commitments.has(id))
}

/** Of what was joined in, the texts on both sides of each change. */
function idsOf({ blob, before, joined }: TraceStep): readonly string[] {
  const changes = joined?.filter(({ commit }) => commit.parents.length < 2) ?? []
  const others = changes.flatMap((step) => [step.before, step.blob])
  return [...(joined ? [...others, before] : []), blob].filter((id) => id !== undefined)
}

type Uri = (path: string) => string

function filesOf(
  { files }: Traces,
  commitments: Reading['commitments'],
  uri: Uri,
): ReadonlyMap<string, FileHistory> {
  const histories = new Map<string, FileHistory>()
  for (const [path, { steps }] of files) {
    const history = fileHistoryOf(steps, (blob) => commitments.get(blob), nodeClock.today())
    if (history.revisions.length > 0) histories.set(uri(path), history)
  }
  return histories
}

function departedOf(
  { departed }: Traces,
  commitments: Reading['commitments'],
  uri: Uri,
): readonly Departed[] {
  return departed.flatMap((each) => {
    const { path, commit, steps } = each
    const textId = lastRead(each, (blob) => commitments.get(blob))
    const known = commitments.get(textId)
    const { hash, author } = commit
    if (!known) return []
    const date = daysOf([...steps.map((step) => step.commit), commit], nodeClock.today()).at(-1) ?? ''
    return [{ file: uri(path), commit: hash, date, author, commitments: known, textId }]
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
