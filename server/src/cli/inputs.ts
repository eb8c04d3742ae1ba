import { basename, posix, resolve, sep } from 'node:path'
import type { Unread } from './checked.ts'
import { UsageError } from './exit.ts'
import type { Io } from './io.ts'

/** What a command works on. */
export interface Inputs {
  /** In the order of their paths, each once. */
  readonly files: readonly InputFile[]
  readonly unread: readonly Unread[]
}

export interface InputFile {
  /** As it is shown. */
  readonly path: string
  /** Without folders. */
  readonly name: string
  readonly text: string
}

export interface InputOptions {
  readonly stdin?: boolean | undefined
  /** The path that the text from standard input stands for. */
  readonly stdinFilename?: string | undefined
  readonly allowEmpty?: boolean | undefined
}

/**
 * The files behind the paths of a command. A folder stands for the pilots below it, a file is taken whatever its name,
 * no path stands for the current folder, and `-` for standard input. A path that leads nowhere is a usage error.
 */
export async function readInputs(paths: readonly string[], options: InputOptions, io: Io): Promise<Inputs> {
  if (options.stdin || paths.includes('-')) return stdinInput(paths, options, io)
  if (options.stdinFilename !== undefined) throw new UsageError('--stdin-filename belongs to --stdin.')
  const wanted = paths.length > 0 ? paths : ['.']
  const found = await Promise.all(wanted.map((path) => expand(path, io)))
  const files = [...new Set(found.flat())].sort(byCodeUnit)
  if (files.length === 0 && !options.allowEmpty) {
    const where = wanted.map((path) => `"${path}"`).join(', ')
    throw new UsageError(`No pilot files (*.pilot.yaml) in ${where}. Name a folder that has some, or pass --allow-empty.`)
  }
  return readAll(files, io)
}

async function stdinInput(paths: readonly string[], { stdinFilename }: InputOptions, io: Io): Promise<Inputs> {
  if (paths.some((path) => path !== '-')) throw new UsageError('Standard input and paths do not go together. Leave out one of them.')
  const path = stdinFilename ?? '<stdin>'
  const name = stdinFilename === undefined ? '' : basename(stdinFilename)
  return { files: [{ path: slashes(path), name, text: await io.stdin() }], unread: [] }
}

/** A path as it was typed, from the root and with forward slashes. */
export function fullPath(path: string, { cwd }: Pick<Io, 'cwd'>): string {
  return slashes(resolve(cwd, path))
}

async function expand(path: string, { cwd, files }: Io): Promise<readonly string[]> {
  const full = fullPath(path, { cwd })
  const kind = await files.kindOf(full)
  if (kind === 'missing') throw new UsageError(`There is no file or folder "${path}".`)
  return kind === 'folder' ? files.list(full) : [full]
}

async function readAll(paths: readonly string[], io: Io): Promise<Inputs> {
  const files: InputFile[] = []
  const unread: Unread[] = []
  for (const full of paths) {
    const path = posix.relative(io.cwd, full)
    const result = await io.files.read(full)
    if ('text' in result) files.push({ path, name: posix.basename(full), text: result.text })
    else unread.push({ path, problem: result.problem })
  }
  return { files, unread }
}

function slashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
