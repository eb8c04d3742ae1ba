import { resolverOf } from '../../server/src/engine/config/resolve.ts'
import { Analyses } from '../../server/src/lsp/analyses.ts'
import { PilotFile } from '../../server/src/lsp/pilot-file.ts'
import { Quarantine } from '../../server/src/lsp/quarantine.ts'
import { TODAY } from './check.ts'

const past = {}
const governed = {
  resolved: resolverOf(undefined).resolve(''),
  rules: [],
  included: true,
  addressOf: () => undefined,
}

/** Some files of a folder, all of them open or, where they have no version, on disk, as the server holds them. */
export class Workspace {
  readonly analyses: Analyses
  /** The addresses about which somebody asked. */
  readonly asked: string[] = []
  readonly #files: PilotFile[]

  constructor(texts: readonly string[], version: number | null = 1) {
    this.#files = texts.map((text, index) => fileOf(index, version, text))
    const quarantine = new Quarantine(undefined, { warn: () => undefined, failed: () => undefined })
    this.analyses = new Analyses({
      today: () => TODAY,
      governing: (uri) => {
        this.asked.push(uri)
        return governed
      },
      isCompared: () => false,
      remembered: () => past,
      gone: () => ({ departed: undefined, noHistory: undefined }),
      registry: () => undefined,
      quarantine,
      catalog: () => undefined,
      files: () => this.#files,
      isIndexed: () => true,
    })
  }

  file(index: number): PilotFile {
    const file = this.#files[index]
    if (!file) throw new Error('There is no such file.')
    return file
  }

  edit(index: number, text: string): void {
    const before = this.file(index)
    this.#files[index] = fileOf(index, (before.version ?? 0) + 1, text, before)
    this.analyses.edited(this.file(index))
  }

  findings(): readonly (readonly string[])[] {
    return this.#files.map((file) => this.analyses.of(file).findings.map(({ rule }) => rule))
  }
}

function fileOf(index: number, version: number | null, text: string, before?: PilotFile): PilotFile {
  return new PilotFile(`file:///w/${index}.pilot.yaml`, version, { kind: 'text', text }, before)
}
