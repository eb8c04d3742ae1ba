import type { PilotFile } from './pilot-file.ts'

/** Some of the files that are known, by their keys: listed when somebody asks, and again only after something has changed. */
export class FileList {
  readonly #list: () => readonly PilotFile[]
  #files: Map<string, PilotFile> | undefined

  constructor(list: () => readonly PilotFile[]) {
    this.#list = list
  }

  all(): ReadonlyMap<string, PilotFile> {
    this.#files ??= new Map(this.#list().map((file) => [file.key, file]))
    return this.#files
  }

  /** Takes another state of one of the files. */
  replace(file: PilotFile): void {
    if (this.#files?.has(file.key)) this.#files.set(file.key, file)
    else this.#files = undefined
  }

  clear(): void {
    this.#files = undefined
  }
}
