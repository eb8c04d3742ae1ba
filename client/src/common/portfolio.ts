import { type Disposable, type Event, EventEmitter, Uri } from 'vscode'
import {
  listPilots,
  type PilotItem,
  type PilotList,
  pilotsChanged,
  showPilot,
} from '../../../server/src/protocol/pilots.ts'
import type { Platform, ServerLink } from './server-link.ts'

/** Milliseconds: while somebody types, the pilots are asked for at most this often. */
const PAUSE = 150

/** The pilots of the workspace as the server last listed them. */
export class Portfolio implements Disposable {
  readonly #link: ServerLink
  readonly #platform: Platform
  readonly #changed = new EventEmitter<void>()
  readonly #subscriptions: readonly Disposable[]
  readonly onDidChange: Event<void> = this.#changed.event
  readonly #wholes = new WeakMap<PilotItem, Promise<PilotItem | undefined>>()
  #pilots: readonly PilotItem[] | undefined
  /** The answer of the server in which they stand. */
  #state: string | undefined
  #asked = 0
  #answered: Promise<unknown> = Promise.resolve()
  /** What comes of the last question: who asked before it gets the same. */
  #newest: Promise<readonly PilotItem[] | undefined> = Promise.resolve(undefined)
  #waiting = false
  #callOff: () => void = () => undefined

  constructor(link: ServerLink, platform: Platform) {
    this.#link = link
    this.#platform = platform
    this.#subscriptions = [link.onDidChange((state) => state === 'running' && this.#connected())]
  }

  /** Absent until the server has listed them for the first time; kept while it is down. */
  get pilots(): readonly PilotItem[] | undefined {
    return this.#pilots
  }

  /** The pilot in a file. Two spellings of one address are the same file. */
  pilotIn(uri: Uri): PilotItem | undefined {
    const key = uri.toString()
    return this.#pilots?.find((pilot) => addressOf(pilot) === key)
  }

  /** Asks the server anew. When it does not answer there is nothing to give, and the pilots stay as they are. */
  refresh(): Promise<readonly PilotItem[] | undefined> {
    this.#newest = this.#ask(++this.#asked)
    return this.#newest
  }

  async #ask(turn: number): Promise<readonly PilotItem[] | undefined> {
    const client = await this.#link.ready()
    const asked = { brief: true, ...(this.#state === undefined ? {} : { since: this.#state }) }
    const answer = client?.sendRequest(listPilots, asked).catch(() => undefined)
    this.#answered = Promise.resolve(answer)
    const list = await answer
    if (turn !== this.#asked) return this.#newest
    if (!list) return undefined
    this.#pilots = this.#completed(list)
    this.#state = list.state
    this.#changed.fire()
    return this.#pilots
  }

  /** What is the same stands in the list that we have. */
  #completed({ pilots }: PilotList): readonly PilotItem[] {
    const known = this.#pilots ?? []
    const before = new Map(known.map((pilot) => [pilot.uri, pilot]))
    return pilots.flatMap((pilot) => {
      if ('uri' in pilot) return sameAs(before.get(pilot.uri), pilot)
      const [from, count] = pilot
      return known.slice(from, from + count)
    })
  }

  /** All of a pilot that the list may hold in brief, asked for once; as it is there when the server does not answer. */
  async whole(pilot: PilotItem): Promise<PilotItem> {
    if (!pilot.brief) return pilot
    const known = this.#wholes.get(pilot) ?? this.#askFor(pilot)
    this.#wholes.set(pilot, known)
    return (await known) ?? pilot
  }

  async #askFor(pilot: PilotItem): Promise<PilotItem | undefined> {
    const client = await this.#link.ready()
    const answer = await client?.sendRequest(showPilot, { uri: pilot.uri }).catch(() => undefined)
    if (!answer) this.#wholes.delete(pilot)
    return answer ?? undefined
  }

  dispose(): void {
    this.#callOff()
    for (const subscription of this.#subscriptions) subscription.dispose()
    this.#changed.dispose()
  }

  #connected(): void {
    this.#link.client?.onNotification(pilotsChanged, () => this.#soon())
    // Another server knows of no answer.
    this.#state = undefined
    void this.refresh()
  }

  #soon(): void {
    if (this.#waiting) return
    this.#waiting = true
    this.#callOff = this.#platform.after(PAUSE, () => {
      // The server says only what is new since an answer, so each is waited for.
      void this.#answered.then(() => {
        this.#waiting = false
        return this.refresh()
      })
    })
  }
}

/** The pilot as it was before, if nothing of it is new: a file that is only opened is sent again. What is brief does not say so. */
function sameAs(before: PilotItem | undefined, now: PilotItem): PilotItem {
  return before && !now.brief && JSON.stringify(before) === JSON.stringify(now) ? before : now
}

/** The address of a pilot as VS Code spells it. Each is parsed once, since thousands would be at each change of editor. */
function addressOf(pilot: PilotItem): string {
  const known = addresses.get(pilot) ?? Uri.parse(pilot.uri).toString()
  addresses.set(pilot, known)
  return known
}

const addresses = new WeakMap<PilotItem, string>()
