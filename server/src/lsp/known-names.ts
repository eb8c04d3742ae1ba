import { extract, type Facts, type Places } from '../engine/portfolio/facts.ts'
import { isRecord } from '../engine/shape.ts'
import { type LineIndex, lineIndex } from '../engine/text/line-index.ts'
import { NameIndex } from '../features/name-index.ts'
import type { NamedPilot, Names } from '../features/names.ts'
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

  /** All pilots; for a name that a client asks about outside of their folders, the file alone in which it stands. */
  asked(params: unknown): Names {
    const { analyses, folders, pilots } = this.#session
    const document = isRecord(params) ? params['textDocument'] : undefined
    const uri = isRecord(document) ? String(document['uri']) : ''
    const file = folders.some((folder) => isBelow(uri, folder)) ? undefined : pilots.open(uri)
    if (!file) return this.#all()
    const { readable, text, lines, pilot, syntax } = analyses.alone(file)
    const own = { uri: file.uri, version: file.version, text, lines, ...extract(pilot, syntax) }
    return { find: analyses.catalog, registry: undefined, pilots: readable ? [own] : [] }
  }

  /** What is needed of them for a name in one of the pilots. */
  within(uri: string): Names {
    const { analyses } = this.#session
    const member = analyses.members().get(fileKey(uri))
    const pilots = member ? [new NamedMember(member)] : []
    return { find: analyses.catalog, registry: analyses.registry, pilots }
  }

  /** Of all pilots. */
  facts(): readonly Facts[] {
    return Array.from(this.#session.analyses.members().values(), ({ facts }) => facts)
  }

  #all(): Names {
    const { analyses } = this.#session
    const pilots = Array.from(analyses.members().values(), (member) => new NamedMember(member))
    const unread = (name: string): string | undefined => this.#unread(name)
    return { find: analyses.catalog, registry: analyses.registry, pilots, index: this.#index, unread }
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
class NamedMember implements NamedPilot {
  readonly #member: Member
  #lines: LineIndex | undefined

  constructor(member: Member) {
    this.#member = member
  }

  get uri(): string {
    return this.#member.source.uri
  }

  get version(): number | null {
    return this.#member.source.version
  }

  get text(): string {
    return this.#member.analysis.text
  }

  get lines(): LineIndex {
    this.#lines ??= lineIndex(this.text)
    return this.#lines
  }

  get facts(): Facts {
    return this.#member.facts
  }

  get places(): Places {
    return this.#member.places
  }
}
