import { posix, resolve } from 'node:path'
import type { Content } from '../engine/analyze-content.ts'
import { fewAtATime } from '../engine/few-at-a-time.ts'
import { isPilotFile } from '../engine/pilot/file-name.ts'
import { isMissed, type Skipped, skippedText, whySkipped } from '../engine/skipped.ts'
import { compareTexts } from '../engine/text/compare.ts'
import { visible } from '../engine/text/visible.ts'
import type { Unread } from './checked.ts'
import { UsageError } from './exit.ts'
import { held } from './held-text.ts'
import type { Files, Io } from './io.ts'
import { slashed } from './paths.ts'
import { type Shard, shareOf } from './shard.ts'

/** What a command works on. */
export interface Inputs {
  /** In the order of their paths, each once. */
  readonly files: readonly InputFile[]
  readonly unread: readonly Unread[]
}

export interface InputFile {
  /** As it is shown. */
  readonly path: string
  /** The same from the root. */
  readonly full: string
  /** Without folders; absent for text that is no pilot file by its name, and so need not be called like the pilot. */
  readonly name: string | undefined
  readonly content: Content
}

export interface InputOptions {
  readonly stdin?: boolean | undefined
  /** The path that the text from standard input stands for. */
  readonly stdinFilename?: string | undefined
  readonly allowEmpty?: boolean | undefined
  /** Whether the command looks for one pilot, and so takes neither folders nor --allow-empty. */
  readonly isOne?: boolean | undefined
  /** Whether all pilots may be gone. A configuration that leaves out every one that is there is not meant by it. */
  readonly mayBeGone?: boolean | undefined
  /** Only what falls to this share. */
  readonly shard?: Shard | undefined
}

/** What a command takes of a folder. */
interface Selection {
  /** Whether a pilot that was found in a folder is one to be checked. */
  takes(full: string): Promise<boolean>
}

/**
 * The paths that a command works on. Where none is named that is the repository around the current folder, since what is
 * found among pilots depends on all of them, and the current folder where there is no repository.
 */
export async function placesOf(
  paths: readonly string[],
  { stdin }: Pick<InputOptions, 'stdin'>,
  { files, cwd }: Pick<Io, 'files' | 'cwd'>,
): Promise<readonly string[]> {
  if (stdin || paths.length > 0) return paths
  return [posix.relative(cwd, (await files.rootOf(cwd)) ?? cwd) || '.']
}

/**
 * The files behind the paths of a command. A folder stands for the pilots below it, a file is taken whatever its name,
 * and `-` stands for standard input. A path that leads nowhere is a usage error.
 */
export async function readInputs(
  paths: readonly string[],
  options: InputOptions & Pick<Selection, 'takes'>,
  io: Io,
): Promise<Inputs> {
  if (readsStdin(paths, options)) return stdinInput(paths, options, io)
  if (options.stdinFilename !== undefined) throw new UsageError('--stdin-filename belongs to --stdin.')
  const found = new Map<string, Target>()
  let left = 0
  const expanded = await Promise.all(paths.map((path) => expand(path, io)))
  for (const target of expanded.flatMap(({ targets }) => targets)) {
    if (target.folder === undefined || (await options.takes(target.full))) found.set(target.full, target)
    else left++
  }
  const passed = [
    ...(await closedFolders(expanded, options, io)),
    ...(await missedPlaces(expanded, options, { isFound: (place) => found.has(place), io })),
  ]
  if (found.size === 0 && passed.length === 0) refuseNone(paths, left, options)
  const targets = [...found.values()].sort((a, b) => compareTexts(a.full, b.full))
  const share = shareOf(targets, options.shard)
  if (share.length >= MANY) io.holdLess?.()
  const { files, unread } = await readAll(share, io)
  return { files, unread: [...unread, ...passed] }
}

/** Ends the command where there is no pilot, unless that is meant; so many were left out by the configuration. */
function refuseNone(
  paths: readonly string[],
  left: number,
  { allowEmpty, mayBeGone, isOne }: Pick<InputOptions, 'allowEmpty' | 'mayBeGone' | 'isOne'>,
): void {
  if (allowEmpty || (mayBeGone && left === 0)) return
  const where = paths.map((path) => (path === '.' ? 'this folder' : `"${path}"`)).join(', ')
  const [leftOut, none] = isOne
    ? ['Name the file.', 'pilots new NAME writes the first one.']
    : [
        'Name the files, or pass --allow-empty.',
        'pilots new NAME writes the first one; else name a folder that has some, or pass --allow-empty.',
      ]
  throw new UsageError(
    left > 0
      ? `The configuration leaves out every pilot in ${where}. ${leftOut}`
      : `There are no pilots (*.pilot.yaml) in ${where}. ${none}`,
  )
}

/** A path as it was typed, from the root and with forward slashes. */
export function fullPath(path: string, { cwd }: Pick<Io, 'cwd'>): string {
  return slashed(resolve(cwd, path))
}

/** All paths of a command like that. */
export function fullPaths(paths: readonly string[], io: Pick<Io, 'cwd'>): readonly string[] {
  return paths.map((path) => fullPath(path, io))
}

/** Whether a command works on standard input. */
export function readsStdin(paths: readonly string[], { stdin }: Pick<InputOptions, 'stdin'>): boolean {
  return stdin === true || paths.includes('-')
}

/** What stands at the paths of a command. */
export function kindsOf(
  paths: readonly string[],
  { files, cwd }: Pick<Io, 'files' | 'cwd'>,
): Promise<readonly Awaited<ReturnType<Files['kindOf']>>[]> {
  return Promise.all(fullPaths(paths, { cwd }).map((path) => files.kindOf(path)))
}

async function stdinInput(
  paths: readonly string[],
  { stdinFilename }: InputOptions,
  io: Io,
): Promise<Inputs> {
  if (paths.some((path) => path !== '-'))
    throw new UsageError('Standard input and paths do not go together. Leave out one of them.')
  if (stdinFilename?.trim() === '')
    throw new UsageError(
      '--stdin-filename is followed by no path: is a variable empty? Write the path that the text stands for, such as pilots/a.pilot.yaml.',
    )
  const path = slashed(stdinFilename ?? '<stdin>')
  const full = fullPath(stdinFilename ?? 'stdin', io)
  return { files: [{ path, full, name: pilotName(path), content: await io.stdin() }], unread: [] }
}

interface Target {
  readonly full: string
  /** The folder in which it was found; absent for a file that was named. */
  readonly folder: string | undefined
}

/** The shells of Windows hand on what others replace by the names of files. */
const PATTERN = ' A pattern is not looked up: name the folder.'

/** What a path stands for. */
interface Expanded {
  readonly targets: readonly Target[]
  /** Folders that may not be read. */
  readonly closed: readonly string[]
  readonly skipped: readonly Skipped[]
}

async function expand(path: string, io: Io): Promise<Expanded> {
  const full = fullPath(path, io)
  const kind = await io.files.kindOf(full)
  if (kind === 'missing')
    throw new UsageError(`There is no file or folder "${path}".${/[*?]/.test(path) ? PATTERN : ''}`)
  if (kind !== 'folder') return { targets: [{ full, folder: undefined }], closed: [], skipped: [] }
  const { paths, complete, skipped = [], closed = [] } = await io.files.list(full)
  if (!complete)
    throw new UsageError(`"${path}" holds too many files to be searched. Name a folder inside it.`)
  return { targets: paths.map((each) => ({ full: each, folder: full })), closed, skipped }
}

/** Of the folders that may not be read those from which a pilot would be taken. */
async function closedFolders(
  expanded: readonly Expanded[],
  { takes }: Selection,
  io: Io,
): Promise<readonly Unread[]> {
  const unread: Unread[] = []
  for (const full of new Set(expanded.flatMap(({ closed }) => closed))) {
    const path = posix.relative(io.cwd, full) || '.'
    if (await takes(`${full}/any.pilot.yaml`))
      unread.push({ path, problem: 'reading this folder is not allowed' })
  }
  return unread
}

interface Passed {
  isFound(place: string): boolean
  readonly io: Io
}

/** Of what was left alone that in place of which a pilot would be taken; of the rest no more than a note is made. */
async function missedPlaces(
  expanded: readonly Expanded[],
  { takes }: Selection,
  { isFound, io }: Passed,
): Promise<readonly Unread[]> {
  const unread: Unread[] = []
  const places = new Map(expanded.flatMap(({ skipped }) => skipped.map((each) => [each.place, each])))
  for (const each of places.values()) {
    const path = posix.relative(io.cwd, each.place)
    if (!isMissed(each, isFound)) io.err(`pilots: ${visible(path)} ${noteOn(each, io)}.\n`)
    else if (await takes(each.why === 'deep' ? `${each.place}/any.pilot.yaml` : each.place))
      unread.push({ path, problem: whySkipped(each) })
  }
  return unread
}

function noteOn(skipped: Skipped, { cwd }: Pick<Io, 'cwd'>): string {
  if (skipped.leadsTo === undefined) return skippedText(skipped)
  return `is a link to ${visible(posix.relative(cwd, skipped.leadsTo))}, which is checked there`
}

/** Files of which it matters how much memory they take. */
const MANY = 20

async function readAll(targets: readonly Target[], io: Io): Promise<Inputs> {
  const files: InputFile[] = []
  const unread: Unread[] = []
  const contents = await fewAtATime(targets, ({ full, folder }) => io.files.read(full, folder))
  for (const [index, content] of contents.entries()) {
    const full = targets[index]?.full ?? ''
    const path = posix.relative(io.cwd, full)
    if (content.kind === 'missing')
      unread.push({ path, problem: 'it is no regular file, or reading it is not allowed' })
    else files.push({ path, full, name: pilotName(full), content: held(content) })
  }
  return { files, unread }
}

function pilotName(path: string): string | undefined {
  return isPilotFile(path) ? posix.basename(path) : undefined
}
