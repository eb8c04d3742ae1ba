import { pageOf } from '../dashboard/page.ts'
import type { Analysis, Circumstances } from '../engine/analyze.ts'
import type { Board } from '../engine/board/board.ts'
import { type BoardFile, boardOf } from '../engine/board/board-of.ts'
import { type BoardPart, partOf } from '../engine/board/part.ts'
import type { FileHistory } from '../engine/history/history.ts'
import type { Clock } from '../engine/ports.ts'
import { revised } from '../engine/revised.ts'
import { portfolioRules } from '../engine/rules/all.generated.ts'
import type { PilotFile } from './pilot-file.ts'
import type { Pilots } from './pilots.ts'
import type { Session } from './session.ts'
import { fileKey, fileNameOf, folderKey, isBelow } from './uri.ts'

/** What was read of a file, and what it holds for. */
interface ReadPart {
  readonly part: BoardPart
  /** Without its address. */
  readonly file: BoardFile
  /** As the reader knows the file. */
  readonly name: string
  readonly analysis: Analysis
  readonly circumstances: Circumstances
  readonly history: FileHistory | undefined
  /** How many rules could not be run, which others may have changed. */
  readonly notRun: number
}

/** A file as it is shown, and what it was found to be. */
interface ShownFile {
  readonly source: PilotFile
  readonly file: BoardFile
  readonly judged: Analysis
  readonly circumstances: Circumstances
}

/** Whose pilots are shown. */
interface Shows extends Pick<Session, 'analyses' | 'folders' | 'settled'> {
  readonly pilots: Pick<Pilots, 'isGone'>
}

/** Pilots that are read before other work has its turn. */
const AT_ONCE = 8
/** Milliseconds after which nobody looks at the dashboard any more. */
const UNSEEN = 300_000

/**
 * Answers what the dashboard asks. What it shows of a pilot is kept until that is another: an edit is one pilot's, and the
 * trees of thousands cannot be held, nor read again for it.
 */
export class Boards {
  readonly #session: Shows
  readonly #clock: Clock
  readonly #parts = new Map<string, ReadPart>()
  #asked = 0

  constructor(session: Shows, clock: Clock) {
    this.#session = session
    this.#clock = clock
  }

  async board(): Promise<Board> {
    await this.#read()
    return this.#boardOf((file, uri) => ({ ...file, uri }))
  }

  /** As one file; what leaves the editor names no address. */
  async page(): Promise<string> {
    await this.#read()
    return pageOf(this.#boardOf((file) => file))
  }

  /** Reads the parts that are not known, and answers what an author asks in between. */
  async #read(): Promise<void> {
    await this.#session.settled()
    const turn = ++this.#asked
    const files = this.#files()
    const keys = new Set(files.map(({ key }) => key))
    for (const key of this.#parts.keys()) if (!keys.has(key)) this.#parts.delete(key)
    let read = 0
    for (const file of files) {
      const [shown, before] = [this.#shown(file), this.#parts.get(file.key)?.part]
      if (shown.file.analysis.readable && this.#partOf(shown) !== before && ++read % AT_ONCE === 0)
        await this.#clock.pause()
    }
    this.#clock.after(UNSEEN, () => {
      if (turn === this.#asked) this.#parts.clear()
    })
  }

  /** The board of the files that are checked, as they are now. */
  #boardOf(addressed: (file: BoardFile, uri: string) => BoardFile): Board {
    const { analyses } = this.#session
    const sources = new Map<BoardFile, ShownFile>()
    for (const source of this.#files()) {
      const shown = this.#shown(source)
      const file = addressed(shown.file, source.uri)
      sources.set(file, { ...shown, file })
    }
    const scene = { asOf: analyses.today(), portfolioRules, unread: [] }
    return boardOf([...sources.keys()], scene, (board) => {
      const shown = sources.get(board)
      return shown ? this.#partOf(shown) : partOf(board, scene)
    })
  }

  #files(): readonly PilotFile[] {
    const { analyses, pilots } = this.#session
    return analyses.checked().filter((file) => !pilots.isGone(file))
  }

  /** A file as it is now; an open pilot as it could last be read, since in the middle of a word it often cannot. */
  #shown(source: PilotFile): ShownFile {
    const now = this.#fileOf(source)
    const known = isBeingWritten(source, now.file) ? this.#parts.get(source.key)?.file : undefined
    return known ? { ...now, file: known } : now
  }

  #fileOf(source: PilotFile): ShownFile {
    const { analyses, folders } = this.#session
    const judged = analyses.of(source)
    const analysis = revised(judged, { notRun: analyses.notRun(source) })
    const { file: past, circumstances } = analyses.under(source)
    const { history, noHistory } = past
    const file = { file: pathOf(source, folders), analysis, circumstances, history, noHistory }
    return { source, file, judged, circumstances }
  }

  /** What is known of a file, or what is read in it now. */
  #partOf({ source, file, judged, circumstances }: ShownFile): BoardPart {
    const { analyses } = this.#session
    const now = {
      name: file.file,
      analysis: judged,
      circumstances,
      history: file.history,
      notRun: file.analysis.notRun.length,
    }
    const known = this.#parts.get(source.key)
    if (known && (isSame(known, now) || isBeingWritten(source, now))) return known.part
    const scene = { asOf: analyses.today(), portfolioRules, unread: [] }
    const part = partOf(file, scene, source.outline)
    const { uri: _address, ...read } = file
    this.#parts.set(source.key, { ...now, file: read, part })
    return part
  }
}

function isBeingWritten({ version }: PilotFile, { analysis }: Pick<BoardFile, 'analysis'>): boolean {
  return version !== null && !analysis.readable
}

function isSame(a: Omit<ReadPart, 'part' | 'file'>, b: Omit<ReadPart, 'part' | 'file'>): boolean {
  if (a.analysis !== b.analysis || a.circumstances !== b.circumstances || a.history !== b.history)
    return false
  return a.name === b.name && a.notRun === b.notRun
}

/** The path from the folder of the workspace, with what tells that folder from the others where there are several. */
function pathOf({ uri }: PilotFile, folders: readonly string[]): string {
  const folder = folders.find((each) => isBelow(uri, each))
  if (folder === undefined) return fileNameOf(uri)
  const root = folderKey(folder)
  const path = fileKey(uri).slice(root.length + 1)
  return folders.length > 1 ? `${nameAmong(folders.map(folderKey), root)}/${path}` : path
}

/** The name of a folder, with so many of those above it that no other of the folders is called the same. */
function nameAmong(roots: readonly string[], root: string): string {
  const others = roots.filter((other) => other !== root)
  let from = root.lastIndexOf('/')
  while (from > 0 && others.some((other) => other.endsWith(root.slice(from))))
    from = root.lastIndexOf('/', from - 1)
  return root.slice(from).replace(/^\/+/, '')
}
