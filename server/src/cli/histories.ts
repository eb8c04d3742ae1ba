import { folderOf } from '../engine/config/paths.ts'
import { addTo } from '../engine/group-by.ts'
import {
  type Gone,
  gapText,
  type KnownTexts,
  type NoHistory,
  type Present,
  type Remembered,
  type RepositoryHistory,
} from '../engine/history/source.ts'
import type { IsoDate } from '../engine/pilot/dates.ts'
import { visible } from '../engine/text/visible.ts'
import { pastTexts } from './cache/past.ts'
import { fullPaths, type InputFile, readsStdin } from './inputs.ts'
import type { Files, Io } from './io.ts'
import { hasPilots, pastFiles } from './past-files.ts'
import { pathOf, uriOf } from './paths.ts'

export interface HistoryOptions {
  /** False where Git is not to be asked. */
  readonly history?: boolean | undefined
  readonly stdin?: boolean | undefined
  /** The path that the text from standard input stands for. */
  readonly stdinFilename?: string | undefined
  /** Whether what was read before may be taken, and what is read is remembered. */
  readonly keep?: { readonly cache: boolean } | undefined
}

/** The histories that one run needs, each repository read once. */
export class Histories {
  readonly #options: HistoryOptions
  readonly #io: Io
  /** The day of the past that the run is about. */
  readonly #asOf: IsoDate | undefined
  /** From the root, the files and folders of the run. */
  readonly #paths: readonly string[]
  readonly #isStdin: boolean
  readonly #read = new Map<string, Promise<RepositoryHistory | NoHistory>>()
  /** Repositories that had none of the pilots by then. */
  readonly #later = new Set<string>()
  #present: Present | undefined

  /** `paths` as they were named. */
  constructor(paths: readonly string[], options: HistoryOptions, io: Io, asOf: IsoDate) {
    const { stdinFilename = 'stdin' } = options
    this.#options = options
    this.#io = io
    this.#asOf = asOf < io.today ? asOf : undefined
    this.#isStdin = readsStdin(paths, options)
    this.#paths = fullPaths(this.#isStdin ? [stdinFilename] : paths, io)
  }

  /** Takes what the run looks at, before it asks about any of it: a file may have been renamed since the last commit. */
  follow(inputs: readonly InputFile[], files: Files): void {
    const isThere = async (uri: string): Promise<boolean> => (await files.kindOf(pathOf(uri))) !== 'missing'
    this.#present = {
      // Read while histories are: held, they would stay beside what the run holds of them.
      get texts() {
        return textsOf(inputs)
      },
      isThere,
    }
  }

  async of({ full, path }: Pick<InputFile, 'full' | 'path'>): Promise<Remembered> {
    if (this.#options.history === false) return { noHistory: 'off' }
    if (path === '<stdin>') return { noHistory: 'not-a-file' }
    const root = await this.#rootOf(full)
    if (root === undefined) return { noHistory: 'no-repository' }
    if (this.#later.has(root)) return { noHistory: 'later' }
    const known = await this.#of(root)
    if (known.gap !== undefined) return { noHistory: known.gap }
    const history = known.files.get(uriOf(full))
    if (history) return { history }
    return { noHistory: known.unreadable?.has(uriOf(full)) ? 'unreadable' : 'uncommitted' }
  }

  /** The pilots that are gone from the repositories of the run, or why nobody knows of any. */
  async departed(): Promise<Gone> {
    if (this.#options.history === false) return { noHistory: 'off' }
    const roots = [...this.#read]
    const read = await Promise.all(
      roots.map(async ([root, known]) => (this.#later.has(root) ? later : known)),
    )
    const repositories = read.filter((each) => each.gap === undefined)
    if (repositories.length > 0) return { departed: repositories.flatMap((each) => each.departed) }
    return { noHistory: read.find((each) => each.gap !== undefined)?.gap ?? 'no-repository' }
  }

  /** The files that the run works on: those of the last commit up to a day of the past, and otherwise the present ones. */
  async files(): Promise<Files> {
    const { files } = this.#io
    if (this.#options.history === false) return files.withoutGit ?? files
    if (this.#asOf === undefined || this.#isStdin) return files
    const byRoot = new Map<string, string[]>()
    for (const path of this.#paths) {
      const root = await this.#rootOf(`${path}/.`)
      if (root !== undefined) addTo(byRoot, root, path)
    }
    let then = files
    for (const [root, inside] of byRoot) then = await this.#filesThen(root, inside, then)
    return then
  }

  async #filesThen(root: string, paths: readonly string[], files: Files): Promise<Files> {
    const known = await this.#of(root)
    const past = known.gap === undefined ? known.past : undefined
    if (past && hasPilots(paths, past)) {
      this.#say(
        `The files are those of commit ${past.commit.slice(0, 7)} of ${past.date}. With --no-history they are the present ones.`,
      )
      return pastFiles(root, past, files)
    }
    if (known.gap === undefined || known.gap === 'later') {
      this.#later.add(root)
      this.#say(
        `There were no such pilots in the repository by ${this.#asOf}. The files are the present ones.`,
      )
    } else this.#say(`The files are the present ones: ${gapText(known.gap)}.`)
    return files
  }

  #of(root: string): Promise<RepositoryHistory | NoHistory> {
    const known = this.#read.get(root) ?? this.#ask(root)
    this.#read.set(root, known)
    return known
  }

  async #ask(root: string): Promise<RepositoryHistory | NoHistory> {
    const within = this.#paths.map(uriOf)
    const recall = (wanted: number): Promise<KnownTexts | undefined> => pastTexts(root, wanted, this.#io)
    const known = await this.#io.history.read(uriOf(root), {
      asOf: this.#asOf,
      within,
      present: this.#present,
      recall: this.#options.keep?.cache ? recall : undefined,
    })
    if (known.gap === 'failed' && known.detail) this.#say(`Git could not read the history: ${known.detail}.`)
    return known
  }

  /** The repository that a file lies in; a folder is asked about as what would lie in it. */
  #rootOf(full: string): Promise<string | undefined> {
    return this.#io.files.rootOf(folderOf(full) || '/')
  }

  #say(text: string): void {
    this.#io.err(`pilots: ${visible(text)}\n`)
  }
}

const later: NoHistory = { gap: 'later' }

function textsOf(inputs: readonly InputFile[]): ReadonlyMap<string, string> {
  const texts = inputs.flatMap(({ full, content }) => {
    return content.kind === 'text' ? [[uriOf(full), content.text] as const] : []
  })
  return new Map(texts)
}
