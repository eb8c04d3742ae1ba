import { createHash, randomBytes } from 'node:crypto'
import { closeSync, constants, mkdirSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs'
import { access, lstat, mkdir, readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { codeOf } from './error-code.ts'
import { readBytes } from './read-now.ts'

/** The folder in which the program remembers what it found. All calls settle; no result depends on what becomes of it. */
export interface CacheFolder {
  /** Absent where the system names no place for such things. */
  readonly path: string | undefined
  /** What stands for the code of this program, which another version changes. */
  program(): Promise<string>
  read(name: string): Promise<Uint8Array | undefined>
  /** Begins a file that takes the place of the one of this name when it is whole. */
  begin(name: string): Draft
  /** What lies there; changes nothing. */
  state(): Promise<CacheState>
}

/** A file that is being written, piece by piece. After something has gone wrong nothing is done any more, and all stays as it was. */
export interface Draft {
  /** Adds to its end. The bytes may be used for something else afterwards. */
  append(bytes: Uint8Array): void
  /** Puts it in its place at once, and throws out others that are old or too many. */
  finish(): Promise<void>
}

export interface CacheState {
  readonly files: number
  readonly bytes: number
  /** Whether more can be written there. */
  readonly writable: boolean
}

/** What decides about the place. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
  readonly home: string
}

/** Where the user's system wants to have what can be thrown away; a relative path would lie in the folder of the run. */
export function cachePlace({ env, platform, home }: Surroundings): string | undefined {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = env
  if (xdg && isAbsolute(xdg)) return join(xdg, NAME)
  if (platform === 'win32') return local && isAbsolute(local) ? join(local, NAME, 'Cache') : undefined
  if (!isAbsolute(home)) return undefined
  return platform === 'darwin' ? join(home, 'Library', 'Caches', NAME) : join(home, '.cache', NAME)
}

/** The folder at a place; `entry` is the file that the program was started from. */
export function cacheFolderAt(path: string | undefined, entry: string): CacheFolder {
  return {
    path,
    program: () => programAt(entry),
    read: async (name) => (path === undefined ? undefined : readBytes(join(path, name), SIZE)),
    begin(name) {
      if (path === undefined) return nowhere
      const draft = new FileDraft(join(path, name))
      return {
        append: (bytes) => draft.append(bytes),
        async finish() {
          draft.finish()
          await tidy(path).catch(() => undefined)
        },
      }
    },
    async state() {
      const stored = path === undefined ? [] : await storedIn(path)
      const bytes = stored.reduce((sum, { size }) => sum + size, 0)
      return { files: stored.length, bytes, writable: path !== undefined && (await isWritable(path)) }
    },
  }
}

const NAME = 'pilot-as-code'
/** Bytes of one file that is read. */
const SIZE = 600 * 1024 * 1024
/** Bytes and days of all of them. */
const TOTAL = 1024 * 1024 * 1024
const DAYS = 30
const DAY = 86_400_000

/** The hash of all that lies beside the program: a file that it loads later may change what it says. */
async function programAt(entry: string): Promise<string> {
  const hash = createHash('sha256')
  const folder = dirname(entry)
  for (const each of [entry, ...(await loadedLater(join(folder, 'later')))])
    hash.update(await readFile(each).catch(() => ''))
  return hash.digest('hex').slice(0, 32)
}

async function loadedLater(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.sort().map((name) => join(folder, name))
}

const nowhere: Draft = { append: () => undefined, finish: async () => undefined }

/** Written without letting anything else run meanwhile: who has nobody to answer would pile up what is to be written. */
class FileDraft {
  readonly #target: string
  readonly #temporary: string
  #file: number | undefined
  #isBroken = false

  constructor(target: string) {
    this.#target = target
    this.#temporary = temporaryFor(target)
  }

  append(bytes: Uint8Array): void {
    this.#try(() => {
      const file = this.#opened()
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    })
  }

  finish(): void {
    this.#try(() => {
      closeSync(this.#opened())
      this.#file = undefined
      renameSync(this.#temporary, this.#target)
    })
  }

  #opened(): number {
    if (this.#file !== undefined) return this.#file
    mkdirSync(dirname(this.#target), { recursive: true, mode: 0o700 })
    this.#file = openSync(this.#temporary, 'wx', 0o600)
    return this.#file
  }

  #try(act: () => void): void {
    if (this.#isBroken) return
    try {
      act()
    } catch {
      this.#isBroken = true
      this.#remove()
    }
  }

  #remove(): void {
    try {
      if (this.#file !== undefined) closeSync(this.#file)
      unlinkSync(this.#temporary)
    } catch {
      // What an end in between leaves behind the next run throws out.
    }
  }
}

/** Names the process that writes it, so that another one can tell whether it still does. */
function temporaryFor(path: string): string {
  return `${path}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`
}

/** Whether it is what an end in between left behind. Of a process that cannot be seen from here, no more is lost than what it remembers. */
function isLeftBehind({ path, age }: Stored): boolean {
  const [, writer] = /\.(\d+)\.[0-9a-f]+\.tmp$/.exec(path) ?? []
  return path.endsWith('.tmp') && (age > DAY || (writer !== undefined && !isRunning(Number(writer))))
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch (error) {
    // It is there, and somebody else's.
    return codeOf(error) === 'EPERM'
  }
}

/** Puts a file in the place of another at once, for the user alone, with the folders above it. Where that fails, all stays as it is. */
export async function writeFileAtomically(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const temporary = temporaryFor(path)
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    // Not waited for until it is on the disk: what a loss of power leaves of it is seen to be damaged.
    await writeFile(temporary, parts, { flag: 'wx', mode: 0o600 })
    await rename(temporary, path)
  } catch {
    await unlink(temporary).catch(() => undefined)
  }
}

interface Stored {
  readonly path: string
  readonly size: number
  /** Milliseconds since it was written. */
  readonly age: number
}

async function storedIn(folder: string): Promise<readonly Stored[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^(?:check|past)-[\w.]+$/.test(name))
  const now = Date.now()
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      const stats = await lstat(path).catch(() => undefined)
      return stats?.isFile() ? [{ path, size: stats.size, age: now - stats.mtimeMs }] : []
    }),
  )
  return found.flat().sort((a, b) => a.age - b.age)
}

/** Throws out what nobody asked for in a month, what an end in between left behind, and what is too much, oldest first. */
async function tidy(folder: string): Promise<void> {
  let total = 0
  for (const stored of await storedIn(folder)) {
    total += stored.size
    if (isLeftBehind(stored) || stored.age > DAYS * DAY || total > TOTAL) await unlink(stored.path)
  }
}

/** A folder that is not there yet is asked about by the nearest one above it. */
async function isWritable(folder: string): Promise<boolean> {
  const stats = await lstat(folder).catch(() => undefined)
  if (!stats) return dirname(folder) !== folder && isWritable(dirname(folder))
  const refused = await access(folder, constants.W_OK).catch(() => 'refused')
  return stats.isDirectory() && refused === undefined
}
