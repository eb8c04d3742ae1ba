import {
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
} from 'vscode-languageserver'
import { extract, type Facts, foundAt } from '../engine/portfolio/facts.ts'
import { type KnownName, knownNames } from '../engine/portfolio/known-names.ts'
import { mentions, namesIn } from '../engine/portfolio/named.ts'
import type { Registry } from '../engine/portfolio/registry.ts'
import { isSameList } from '../engine/same-list.ts'
import type { Reference } from '../engine/schema/describe.ts'
import { isRecord } from '../engine/shape.ts'
import { completion } from '../features/completion.ts'
import { completionHelp } from '../features/completion-help.ts'
import { configGrammar } from '../features/config-grammar.ts'
import { pilotGrammar } from '../features/pilot-grammar.ts'
import type { Grammar, Topic } from '../features/suggestion.ts'
import type { PilotDocument } from './documents.ts'
import type { PilotFile } from './pilot-file.ts'
import type { Session } from './session.ts'
import { isConfigUri } from './uri.ts'

/** Suggests what could be written in a pilot or a configuration. Never waits: it answers from what is known at the moment. */
export class Completing {
  readonly #session: Session
  readonly #others = new OtherNames()

  constructor(session: Session) {
    this.#session = session
  }

  at(document: PilotDocument, { position, context }: CompletionParams): CompletionList | null {
    const { text, lines, file } = document
    const offset = lines.offsetAt(position)
    if (!file && !isConfigUri(document.uri)) return null
    const { analyses } = this.#session
    const grammar = (): Grammar => (file ? this.#pilot(file, offset) : configGrammar(analyses.today()))
    const isTriggered = context?.triggerKind === CompletionTriggerKind.TriggerCharacter
    const trigger = isTriggered ? context.triggerCharacter : undefined
    const { completion: client } = this.#session.client
    const { items, isIncomplete } = completion({ text, lines, offset, grammar, client, trigger })
    // More names come when the other pilots are known: the client asks again at the next key.
    const isEarly = analyses.lately().size === 0 && analyses.isBehind()
    return { isIncomplete: isIncomplete || isEarly, items }
  }

  /** The item with its explanation. */
  explained(item: CompletionItem): CompletionItem {
    const topic = topicOf(item.data)
    const documentation = topic && completionHelp(topic, this.#session.client.completion.markup)
    return documentation ? { ...item, documentation } : item
  }

  #pilot(file: PilotFile, offset: number): Grammar {
    const { analyses } = this.#session
    const analysis = analyses.alone(file)
    const others = Array.from(analyses.lately()).flatMap(([path, { facts }]) =>
      path === file.key ? [] : [facts],
    )
    // What is being written at the moment is no name yet.
    const { facts, places } = extract(analysis.pilot, analysis.syntax)
    const isDone = (_: unknown, index: number): boolean => {
      const span = foundAt(places, index)
      return !span || offset < span.start || span.end < offset
    }
    const own = { ...facts, name: undefined, mentions: mentions(namesIn(facts.mentions).filter(isDone)) }
    return pilotGrammar({
      analysis,
      file: file.name,
      names: (refers) => this.#others.with(own, { refers, others, registry: analyses.registry }),
      useCases: () => [...new Set(others.flatMap(({ useCase }) => useCase ?? []))].sort(),
      customRules: analyses.customRules(file.uri),
    })
  }
}

interface Asked {
  readonly refers: Reference
  readonly others: readonly Facts[]
  readonly registry: Registry | undefined
}

/** The names in all other pilots, put together once for as long as these stay the same. */
class OtherNames {
  #others: readonly Facts[] = []
  #registry: Registry | undefined
  readonly #known = new Map<string, readonly KnownName[]>()

  /** Those in one file first, then the others. */
  with(own: Facts, { refers, others, registry }: Asked): readonly KnownName[] {
    const isSame = isSameList(others, this.#others)
    if (!isSame || registry !== this.#registry) this.#known.clear()
    if (!isSame) this.#others = others
    this.#registry = registry
    const kinds = refers === 'owner' ? (['person', 'team'] as const) : [refers]
    return kinds.flatMap((kind) => {
      const known = this.#known.get(kind) ?? knownNames(kind, this.#others, registry)
      this.#known.set(kind, known)
      const here = knownNames(kind, [own], undefined)
      return [...here.filter(({ name }) => !known.some((each) => each.name === name)), ...known]
    })
  }
}

/** What comes back from a client may be anything. */
function topicOf(data: unknown): Topic | undefined {
  if (!isRecord(data)) return undefined
  const { is, id, of, path } = data
  if (is === 'rule' && typeof id === 'string') return { is, id }
  const isPath = Array.isArray(path) && path.every((step) => typeof step === 'string')
  return is === 'key' && isPath && (of === 'pilot' || of === 'config') ? { is, of, path } : undefined
}
