import type { Departed } from '../engine/history/history.ts'
import type { HistoryRequest, HistorySource, RepositoryHistory } from '../engine/history/source.ts'
import type { Remembered } from './pilot-file.ts'
import { fileKey } from './uri.ts'

/** What is to be known of the past. */
export interface Wanted {
  /** Of the workspace. */
  readonly folders: readonly string[]
  readonly files: readonly string[]
  readonly asOf: HistoryRequest['asOf']
}

/** What Git remembers of the files of the workspace, once the user trusts it. Asked in the background, never by an answer. */
export class Histories {
  readonly #source: HistorySource | undefined
  readonly #onChange: () => void
  #answers: ReadonlyMap<string, RepositoryHistory> = new Map()
  #files: ReadonlyMap<string, Remembered> = new Map()
  #departed: readonly Departed[] | undefined
  #isTrusted = false
  #waiting: Wanted | undefined
  #work: Promise<void> | undefined

  constructor(source: HistorySource | undefined, onChange: () => void) {
    this.#source = source
    this.#onChange = onChange
  }

  trust(): void {
    this.#isTrusted = true
  }

  of(uri: string): Remembered {
    if (!this.#source) return none
    if (!this.#isTrusted) return untrusted
    return this.#files.get(fileKey(uri)) ?? (this.#answers.size > 0 ? uncommitted : none)
  }

  /** The pilots that are gone; `undefined` where there is no history. */
  departed(): readonly Departed[] | undefined {
    return this.#departed
  }

  /** Asks whether there is anything new, unless nobody may. */
  refresh(wanted: Wanted): void {
    if (!this.#source || !this.#isTrusted) return
    this.#waiting = wanted
    this.#work ??= this.#catchUp(this.#source).finally(() => {
      this.#work = undefined
    })
  }

  async settled(): Promise<void> {
    while (this.#work) await this.#work
  }

  async #catchUp(source: HistorySource): Promise<void> {
    for (let wanted = this.#waiting; wanted; wanted = this.#waiting) {
      this.#waiting = undefined
      const answers = await this.#ask(source, wanted)
      if (isSame(this.#answers, answers)) continue
      this.#answers = answers
      const found = [...new Set(answers.values())]
      this.#files = new Map(
        found.flatMap(({ files }) => Array.from(files, ([uri, history]) => [fileKey(uri), { history }])),
      )
      this.#departed = found.length > 0 ? departedOf(found) : undefined
      this.#onChange()
    }
  }

  /** The repositories of the folders, and of every file that is in none of them. */
  async #ask(
    source: HistorySource,
    { folders, files, asOf }: Wanted,
  ): Promise<ReadonlyMap<string, RepositoryHistory>> {
    const answers = new Map<string, RepositoryHistory>()
    const covered = new Set<string>()
    const ask = async (folder: string): Promise<void> => {
      const answer = await source.read(folder, { known: this.#answers.get(folder), asOf })
      if (answer.gap !== undefined) return
      answers.set(folder, answer)
      for (const uri of answer.files.keys()) covered.add(fileKey(uri))
    }
    for (const folder of folders) await ask(folder)
    const asked = new Set(folders)
    for (const uri of files) {
      const folder = uri.slice(0, uri.lastIndexOf('/'))
      if (asked.has(folder) || asked.size >= MOST || covered.has(fileKey(uri))) continue
      asked.add(folder)
      await ask(folder)
    }
    return answers
  }
}

/** Folders that are asked about, each with a process or two. */
const MOST = 50

const none: Remembered = {}
const untrusted: Remembered = { noHistory: 'untrusted' }
const uncommitted: Remembered = { noHistory: 'uncommitted' }

function isSame(
  a: ReadonlyMap<string, RepositoryHistory>,
  b: ReadonlyMap<string, RepositoryHistory>,
): boolean {
  return a.size === b.size && [...b].every(([folder, answer]) => a.get(folder) === answer)
}

/** A repository that was reached from two folders is counted once. */
function departedOf(answers: readonly RepositoryHistory[]): readonly Departed[] {
  const byFile = new Map(
    answers.flatMap(({ departed }) => departed).map((each) => [each.file + each.commit, each]),
  )
  return [...byFile.values()]
}
