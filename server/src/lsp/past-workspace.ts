import type { NoHistory, RepositoryHistory } from '../engine/history/source.ts'
import { PilotFile } from './pilot-file.ts'
import { fileKey, isBelow, nearestAround } from './uri.ts'

/** What Git said of the folders that were asked about: the state of their repository, or why there is none. */
export type Answers = ReadonlyMap<string, RepositoryHistory | NoHistory>

/**
 * The files of the workspace as they were at the end of the day that is looked at, where Git knows. One that was not there yet is
 * not there; one that is gone since is there again.
 */
export class PastWorkspace {
  #folders: readonly string[] = []
  #then: readonly string[] = []
  #files: ReadonlyMap<string, PilotFile> = new Map()

  /**
   * Takes what Git said, each time that it is something else, and the folders of the workspace: beside a file that is open outside of
   * them nothing is listed.
   */
  use(answers: Answers, folders: readonly string[]): void {
    this.#folders = [...answers.keys()]
    const states = [...answers].flatMap(([folder, { gap, ...answer }]) => {
      const isOurs = folders.some((each) => isBelow(folder, each))
      return isOurs && gap === undefined && 'past' in answer && answer.past
        ? [{ folder, past: answer.past }]
        : []
    })
    this.#then = states.map(({ folder }) => folder)
    const files = new Map<string, PilotFile>()
    for (const { folder, past } of states) {
      for (const [uri, content] of past.texts) {
        if (content.kind === 'missing' || !isBelow(uri, folder)) continue
        const known = files.get(fileKey(uri)) ?? new PilotFile(uri, null, content)
        files.set(fileKey(uri), known)
      }
    }
    this.#files = files
  }

  /** The files on disk, with those of the past in their places. */
  instead(files: readonly PilotFile[]): readonly PilotFile[] {
    if (this.#then.length === 0) return files
    return [...files.filter(({ uri }) => !this.#knows(uri)), ...this.#files.values()]
  }

  /** The same for one file. */
  get(uri: string, present: PilotFile | undefined): PilotFile | undefined {
    return this.#knows(uri) ? this.#files.get(fileKey(uri)) : present
  }

  /** Whether the nearest folder around it that was asked about is one of that day. */
  #knows(uri: string): boolean {
    if (this.#then.length === 0) return false
    return this.#then.includes(nearestAround(uri, this.#folders))
  }
}
