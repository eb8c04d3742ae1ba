import { type Outcome, pilots, type World } from './memory-io.ts'

/** A folder that keeps what is written into it. */
export class Folder {
  files: Record<string, string>

  constructor(files: Readonly<Record<string, string>>) {
    this.files = { ...files }
  }

  async run(argv: readonly string[], world: World = {}): Promise<Outcome> {
    const written = new Map<string, string>()
    const outcome = await pilots(argv, { files: this.files, written, ...world })
    for (const [path, text] of written) this.files[path] = text
    return outcome
  }
}
