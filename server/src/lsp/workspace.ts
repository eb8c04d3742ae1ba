import { isPilotFile } from '../engine/pilot/file-name.ts'
import type { Files } from '../engine/ports.ts'
import { skippedText } from '../engine/skipped.ts'
import { Breath } from './breath.ts'
import { CatchingUp } from './catching-up.ts'
import { PilotFile } from './pilot-file.ts'
import { isSame } from './same.ts'
import { fileKey, fileNameOf, folderKey, isBelow } from './uri.ts'

type OpenOrNot = Pick<PilotFile, 'uri' | 'version'>

/** The pilot files on disk, below the folders of the workspace. Kept in step by whoever hears of changes. */
export class Workspace {
  readonly #files: Files
  readonly #onChange: () => void
  readonly #warn: (message: string) => void
  readonly #breath: Breath
  readonly #told = new Set<string>()
  readonly #index = new Map<string, PilotFile>()
  readonly #folders = new Map<string, string>()
  /** Folders to list and files to read, by their keys. */
  readonly #unlisted = new Map<string, string>()
  readonly #unread = new Map<string, string>()
  /** Those of them that are being read, by their keys. */
  #inHand: readonly (readonly [string, string])[] = []
  /** Files that a listing named and that nobody has read yet. */
  readonly #listed = new Set<string>()
  /** Pilots that were on disk and are not there any more. */
  readonly #gone = new Set<string>()
  readonly #reading = new CatchingUp(() => this.#catchUp())
  #isComplete = false
  /** Whether a folder came or went since `onChange` was called: that is news for what is open in it, too. */
  #hasMoved = true

  /**
   * `onChange` is called after the index has changed, `warn` takes what is left out of it, each once. Nothing is read before
   * the breath is over.
   */
  constructor(
    files: Files,
    onChange: () => void,
    warn: (message: string) => void,
    breath: Breath = new Breath(),
  ) {
    this.#files = files
    this.#breath = breath
    this.#onChange = onChange
    this.#warn = warn
  }

  get folders(): readonly string[] {
    return [...this.#folders.values()]
  }

  /** The folder of the workspace in which something stands. */
  folderAround(uri: string): string | undefined {
    return this.folders.find((each) => isBelow(uri, each))
  }

  /** Whether the first reading is still going on. */
  get isReading(): boolean {
    return this.#reading.isBusy && !this.#isComplete
  }

  /** Whether the file is one of the workspace, and every file of it has been read. */
  isIndexed(file: OpenOrNot): boolean {
    return this.#isComplete && this.folderAround(file.uri) !== undefined && !this.isGone(file)
  }

  /** Whether it is only in an editor any more: it was deleted or moved away since it was opened. */
  isGone({ uri, version }: OpenOrNot): boolean {
    return version !== null && this.#gone.has(fileKey(uri))
  }

  get(uri: string): PilotFile | undefined {
    return this.#index.get(fileKey(uri))
  }

  all(): readonly PilotFile[] {
    return [...this.#index.values()]
  }

  /** A file was opened: one that is not on disk is yet to be written. */
  opened(uri: string): void {
    this.#gone.delete(fileKey(uri))
  }

  /** Settles when everything that is known to have changed has been read. */
  async settled(): Promise<void> {
    this.#breath.want()
    await this.#reading.settled()
  }

  /** The user trusts the workspace, of which more may be known then. */
  trust(): void {
    this.#files.trust?.()
    this.#listAll()
  }

  #listAll(): void {
    for (const [key, folder] of this.#folders) this.#unlisted.set(key, folder)
    if (this.#folders.size > 0) this.#reading.start()
  }

  addFolder(folder: string): void {
    this.#folders.set(fileKey(folder), folder)
    this.#unlisted.set(fileKey(folder), folder)
    this.#move()
  }

  removeFolder(folder: string): void {
    this.#folders.delete(fileKey(folder))
    this.#unlisted.delete(fileKey(folder))
    this.#recheck(folder)
    const start = `${folderKey(folder)}/`
    for (const key of this.#gone) if (key.startsWith(start)) this.#gone.delete(key)
    this.#move()
  }

  #move(): void {
    this.#hasMoved = true
    this.#reading.start()
  }

  /** Something happened to a file, or to the folder around it: reading will tell what. `isNew` where it was not there before. */
  touch(uri: string, isNew = false): void {
    if (fileNameOf(uri) === '.gitignore') this.#reconsider()
    const isPilot = isPilotFile(uri)
    // A folder may be named like a pilot; thousands of files may come at once.
    if (!isPilot || !(isNew || this.#index.has(fileKey(uri)))) this.#recheck(uri)
    if (isPilot) this.#read(uri)
  }

  /** Git may ignore other files now. */
  #reconsider(): void {
    this.#listed.clear()
    for (const [key, { uri }] of this.#index) this.#unread.set(key, uri)
    this.#listAll()
  }

  #recheck(folder: string): void {
    const start = `${folderKey(folder)}/`
    for (const [key, { uri }] of this.#index) if (key.startsWith(start)) this.#read(uri)
    for (const [key, uri] of this.#inHand) if (key.startsWith(start)) this.#read(uri)
  }

  #read(uri: string): void {
    this.#unread.set(fileKey(uri), uri)
    this.#reading.start()
  }

  async #catchUp(): Promise<void> {
    await this.#breath.over
    let changed = this.#hasMoved
    this.#hasMoved = false
    while (this.#unlisted.size + this.#unread.size > 0) {
      await this.#list()
      this.#inHand = [...first(this.#unread, AT_ONCE)]
      for (const [key] of this.#inHand) this.#unread.delete(key)
      const results = await Promise.all(this.#inHand.map(([key, uri]) => this.#update(key, uri)))
      changed ||= results.includes(true)
    }
    this.#isComplete = true
    if (changed) this.#onChange()
  }

  async #list(): Promise<void> {
    for (const [key, folder] of this.#unlisted) {
      this.#unlisted.delete(key)
      const { uris, complete, skipped = [], closed = [] } = await this.#files.list(folder)
      // What is to be listed once more may be listed otherwise by now.
      if (this.#unlisted.has(key)) continue
      for (const each of closed) this.#tell(`${each} was not searched: reading it is not allowed.`)
      for (const each of skipped) this.#tell(`${each.place} ${skippedText(each)}.`)
      if (!complete) this.#tell(`Not all files below ${folder} were searched for pilots: there are too many.`)
      for (const uri of uris.filter(isPilotFile)) {
        this.#unread.set(fileKey(uri), uri)
        this.#listed.add(fileKey(uri))
      }
    }
  }

  /** Reads one file; true when the index has changed. */
  async #update(key: string, uri: string): Promise<boolean> {
    const folder = this.folderAround(uri)
    const wasListed = this.#listed.delete(key)
    const result = folder === undefined ? missing : await this.#files.read(uri, folder, wasListed)
    if (this.folderAround(uri) !== folder || this.#unlisted.size > 0) return this.#again(key, uri)
    if (result.kind === 'too-large') this.#tell(`${uri} is not checked: it is larger than 2 MB.`)
    if (result.kind === 'not-utf-8') this.#tell(`${uri} is not checked: it is not UTF-8 text.`)
    if (result.kind === 'missing') {
      if (wasListed && folder !== undefined) this.#tell(`${uri} is not checked: it cannot be read.`)
      return this.#lose(key, uri)
    }
    this.#gone.delete(key)
    const known = this.#index.get(key)
    if (known && isSame(known.content, result)) return false
    this.#index.set(key, new PilotFile(uri, null, result))
    return true
  }

  /** One that cannot be read is not gone while it is there: Git may ignore it now. True when the index has changed. */
  async #lose(key: string, uri: string): Promise<boolean> {
    const [wasKnown, wasGone] = [this.#index.delete(key), this.#gone.has(key)]
    if ((!wasKnown && !wasGone) || this.folderAround(uri) === undefined) return wasKnown
    // It is a new one if it is opened before the answer is there.
    this.#gone.add(key)
    if ((await this.#files.isThere?.(uri)) !== false) this.#gone.delete(key)
    return wasKnown || !this.#gone.has(key)
  }

  /** While it was read its folder came or went, or what Git ignores changed. */
  #again(key: string, uri: string): false {
    this.#unread.set(key, uri)
    return false
  }

  #tell(message: string): void {
    if (this.#told.has(message)) return
    this.#told.add(message)
    this.#warn(message)
  }
}

function* first<T>(all: Iterable<T>, count: number): Generator<T> {
  let taken = 0
  for (const each of all) {
    if (taken++ === count) return
    yield each
  }
}

/** Files that are read at the same time. */
const AT_ONCE = 16
const missing = { kind: 'missing' } as const
