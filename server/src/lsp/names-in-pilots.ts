import { extract, type Facts } from '../engine/portfolio/facts.ts'
import { isRecord } from '../engine/shape.ts'
import { NameIndex } from '../features/name-index.ts'
import type { NamedPilot, Names } from '../features/names.ts'
import type { PilotFile } from './pilot-file.ts'
import type { Member } from './portfolio.ts'
import type { Session } from './session.ts'
import { fileKey, fileNameOf, isBelow } from './uri.ts'

/** In what names are looked up, and what is remembered of it from one question to the next. */
export class NamesInPilots {
  readonly #session: Session
  readonly #index = new NameIndex()

  constructor(session: Session) {
    this.#session = session
  }

  /**
   * All pilots; for a name that a client asks about outside of their folders, or in a file that is not on disk any more, that file
   * alone. Who asks about no document is answered from those outside, too, as far as they are open.
   */
  asked(params: unknown): Names {
    const { analyses, pilots } = this.#session
    const document = isRecord(params) ? params['textDocument'] : undefined
    const all = (): Names => this.#in(this.#members())
    if (!isRecord(document)) {
      const names = all()
      const outside = pilots.all().filter((file) => file.version !== null && this.#isOutside(file))
      return { ...names, pilots: [...names.pilots, ...outside.flatMap((file) => this.#alone(file))] }
    }
    const file = pilots.open(String(document['uri']))
    if (!file || !this.#isOutside(file)) return all()
    return { find: analyses.catalog, registry: undefined, pilots: this.#alone(file) }
  }

  /** What is needed of them for a name in one of the pilots. */
  within(uri: string): Names {
    const member = this.#session.analyses.members().get(fileKey(uri))
    return this.#in(member ? [member] : [])
  }

  /** Of all pilots. */
  facts(): readonly Facts[] {
    return this.#members().map(({ facts }) => facts)
  }

  /** By their paths: which one is named first depends neither on what was opened when, nor on which file was read first. */
  #members(): readonly Member[] {
    return [...this.#session.analyses.members().values()].sort((a, b) => (a.file < b.file ? -1 : 1))
  }

  #isOutside(file: PilotFile): boolean {
    const { folders, pilots } = this.#session
    return pilots.isGone(file) || !folders.some((folder) => isBelow(file.uri, folder))
  }

  #alone(file: PilotFile): readonly NamedPilot[] {
    const { uri, version } = file
    const { readable, text, lines, pilot, syntax } = this.#session.analyses.alone(file)
    return readable ? [{ uri, version, text, lines, ...extract(pilot, syntax) }] : []
  }

  #in(members: readonly Member[]): Names {
    const { analyses, pilots: files } = this.#session
    const { catalog: find, registry } = analyses
    // What is held of an open pilot that cannot be read at the moment stands elsewhere now.
    const isCurrent = ({ source }: Member): boolean =>
      source.version === null || files.open(source.uri) === source
    const pilots = members.filter(isCurrent).map(named)
    return { find, registry, pilots, index: this.#index, unread: (name) => this.#unread(name) }
  }

  #unread(name: string): string | undefined {
    const { analyses, pilots } = this.#session
    const members = analyses.members()
    const found = pilots.all().find((file) => {
      const { content, key } = file
      if (members.get(key)?.source === file || content.kind !== 'text') return false
      return content.text.includes(name) && !analyses.alone(file).readable
    })
    return found && fileNameOf(found.uri)
  }
}

/** One of thousands, of whose texts the lines are looked for in few. */
function named({ source, analysis, facts, places }: Member): NamedPilot {
  const { uri, version } = source
  const { text } = analysis
  return {
    ...{ uri, version, text, facts, places },
    get lines() {
      return analysis.lines
    },
  }
}
