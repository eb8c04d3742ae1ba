import { folderOf } from '../engine/config/paths.ts'
import { type Departed, type FileHistory, isSameHistory } from '../engine/history/history.ts'
import type {
  Gone,
  HistoryGap,
  HistoryRequest,
  HistorySource,
  NoHistory,
  Present,
  Remembered,
  RepositoryHistory,
} from '../engine/history/source.ts'
import type { Files } from '../engine/ports.ts'
import { isSameList } from '../engine/same-list.ts'
import { CatchingUp } from './catching-up.ts'
import { type Answers, PastWorkspace } from './past-workspace.ts'
import type { PilotFile } from './pilot-file.ts'
import { fileKey, nearestAround } from './uri.ts'

/** What is to be known of the past. */
export interface Wanted {
  /** Of the workspace. */
  readonly folders: readonly string[]
  readonly files: readonly Pick<PilotFile, 'uri' | 'content'>[]
  readonly asOf: HistoryRequest['asOf']
}

/** What Git remembers of the files of the workspace, once the user trusts it. Asked in the background, never by an answer. */
export class Histories {
  readonly #source: HistorySource | undefined
  readonly #onChange: () => void
  readonly #warn: (message: string) => void
  readonly #disk: Pick<Files, 'isThere'>
  /** The files as they were on the day that was asked about. */
  readonly pastFiles: PastWorkspace = new PastWorkspace()
  readonly #lacks = new Map<HistoryGap, Remembered>()
  /** Of the workspace, when these answers came. */
  #folders: readonly string[] = []
  #answers: Answers = new Map()
  /** By folder, why its files have no history. */
  readonly #gaps = new Map<string, Remembered>()
  #files: ReadonlyMap<string, Remembered> = new Map()
  #gone: Gone = {}
  #isTrusted = false
  #waiting: Wanted | undefined
  readonly #asking = new CatchingUp(() => this.#catchUp())

  /** `onChange` is called when Git has remembered something else, `warn` takes what it complains about, `disk` holds the files. */
  constructor(
    source: HistorySource | undefined,
    onChange: () => void,
    warn: (message: string) => void = () => undefined,
    disk: Pick<Files, 'isThere'> = {},
  ) {
    this.#source = source
    this.#onChange = onChange
    this.#warn = warn
    this.#disk = disk
  }

  trust(): void {
    this.#isTrusted = true
  }

  of(uri: string): Remembered {
    if (!this.#source) return this.#lacking('browser')
    if (!this.#isTrusted) return this.#lacking('untrusted')
    return this.#files.get(fileKey(uri)) ?? this.#gapIn(folderOf(uri))
  }

  /** The pilots that are gone, or why nobody knows of any. */
  gone(): Gone {
    if (!this.#source) return this.#lacking('browser')
    return this.#isTrusted ? this.#gone : this.#lacking('untrusted')
  }

  /** Texts of the repository around a file by their ids; none for an id that is absent, nor while nobody may ask. */
  async texts(uri: string, ids: readonly (string | undefined)[]): Promise<readonly (string | undefined)[]> {
    const wanted = ids.filter((id) => id !== undefined)
    if (!this.#isTrusted || !this.#source?.texts || wanted.length === 0) return []
    const texts = await this.#source.texts(folderOf(uri), wanted)
    return ids.map((id) => (id === undefined ? undefined : texts.get(id)))
  }

  /** Asks whether there is anything new, unless nobody may. */
  refresh(wanted: Wanted): void {
    if (!this.#source || !this.#isTrusted) return
    this.#waiting = wanted
    this.#asking.start()
  }

  async settled(): Promise<void> {
    await this.#asking.settled()
  }

  async #catchUp(): Promise<void> {
    const wanted = this.#waiting
    if (!this.#source || !wanted) return
    this.#waiting = undefined
    const answers = await this.#ask(this.#source, wanted)
    const isOfSame = isSameList(this.#folders, wanted.folders)
    if (isOfSame && isSame(this.#answers, answers)) return
    this.#folders = wanted.folders
    this.#answers = answers
    this.#gaps.clear()
    this.pastFiles.use(answers, wanted.folders)
    const found = [...new Set(answers.values())].filter((each) => each.gap === undefined)
    this.#files = new Map(
      found.flatMap(({ files, unreadable = [] }) => [
        ...Array.from(unreadable, (uri) => [fileKey(uri), this.#lacking('unreadable')] as const),
        ...Array.from(files, ([uri, history]) => this.#remember(uri, history)),
      ]),
    )
    const [gap] = Array.from(answers.values(), (each) => each.gap).filter((each) => each !== undefined)
    this.#gone = found.length > 0 ? { departed: departedOf(found) } : this.#lacking(gap)
    this.#onChange()
  }

  /** The same object for the same history: a commit makes only those files to be judged anew that it changed. */
  #remember(uri: string, history: FileHistory): readonly [string, Remembered] {
    const key = fileKey(uri)
    const known = this.#files.get(key)
    return [key, known?.history && isSameHistory(known.history, history) ? known : { history }]
  }

  /** The repositories of the folders, and of every file that is in none of them. */
  async #ask(source: HistorySource, { folders, files, asOf }: Wanted): Promise<Answers> {
    const answers = new Map<string, RepositoryHistory | NoHistory>()
    const covered = new Set<string>()
    const present = this.#presentOf(files)
    const ask = async (folder: string): Promise<void> => {
      const before = this.#answers.get(folder)
      const known = before?.gap === undefined ? before : undefined
      const answer = await source.read(folder, { known, asOf, present })
      answers.set(folder, answer)
      if (answer.gap !== undefined) return this.#complain(before, answer)
      for (const uri of answer.files.keys()) covered.add(fileKey(uri))
    }
    for (const folder of folders) await ask(folder)
    const asked = new Set(folders)
    for (const { uri } of files) {
      const folder = folderOf(uri)
      if (asked.has(folder) || asked.size >= MOST || covered.has(fileKey(uri))) continue
      asked.add(folder)
      await ask(folder)
    }
    return answers
  }

  /** The files as they are, so that a renamed one is known again. */
  #presentOf(files: Wanted['files']): Present {
    const texts = files.flatMap(({ uri, content }) => {
      return content.kind === 'text' ? [[uri, content.text] as const] : []
    })
    return { texts: new Map(texts), isThere: async (uri) => (await this.#disk.isThere?.(uri)) ?? true }
  }

  /** Why a file in a folder has no history: what was said of the nearest folder around it. */
  #gapIn(folder: string): Remembered {
    const known = this.#gaps.get(folder)
    if (known) return known
    const answer = this.#answers.get(nearestAround(folder, [...this.#answers.keys()]))
    const gap = this.#lacking(answer && answer.gap === undefined ? 'uncommitted' : answer?.gap)
    this.#gaps.set(folder, gap)
    return gap
  }

  /** Always the same object for the same gap: where it is another one, a file is judged anew. */
  #lacking(gap: HistoryGap | undefined): Remembered {
    if (gap === undefined) return unknown
    const known = this.#lacks.get(gap) ?? { noHistory: gap }
    this.#lacks.set(gap, known)
    return known
  }

  #complain(before: RepositoryHistory | NoHistory | undefined, { gap, detail }: NoHistory): void {
    if (gap !== 'failed' || !detail || (before?.gap === gap && before.detail === detail)) return
    this.#warn(`Git could not read the history: ${detail}.`)
  }
}

/** Folders that are asked about, each with a process or two. */
const MOST = 50

const unknown: Remembered = {}

function isSame(a: Answers, b: Answers): boolean {
  if (a.size !== b.size) return false
  return [...b].every(([folder, answer]) => {
    const before = a.get(folder)
    return before === answer || (answer.gap !== undefined && before?.gap === answer.gap)
  })
}

/** A repository that was reached from two folders is counted once. */
function departedOf(answers: readonly RepositoryHistory[]): readonly Departed[] {
  const byFile = new Map(
    answers.flatMap(({ departed }) => departed).map((each) => [each.file + each.commit, each]),
  )
  return [...byFile.values()]
}
