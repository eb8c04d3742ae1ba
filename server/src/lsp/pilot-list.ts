import type { ListParams, PilotItem, PilotList } from '../protocol/pilots.ts'
import type { PilotItems } from './pilot-item.ts'

/** Answers with all pilots; a client that asks again is sent those that have changed. */
export class PilotLister {
  readonly #items: Pick<PilotItems, 'all'>
  /** What was sent last, each with its place. */
  #sent: ReadonlyMap<PilotItem, number> = new Map()
  #state = 0

  constructor(items: Pick<PilotItems, 'all'>) {
    this.#items = items
  }

  /** Whether somebody shows the list. */
  get wasAsked(): boolean {
    return this.#state > 0
  }

  /** An item that is another object has changed. */
  answer(params: ListParams | null): PilotList {
    const items = this.#items.all(params?.brief)
    const pilots = params?.since === String(this.#state) ? this.#since(items) : items
    this.#sent = new Map(items.map((item, place) => [item, place]))
    this.#state += 1
    return { state: String(this.#state), pilots }
  }

  #since(items: readonly PilotItem[]): PilotList['pilots'] {
    const pilots: (PilotItem | [from: number, count: number])[] = []
    for (const item of items) {
      const [place, last] = [this.#sent.get(item), pilots.at(-1)]
      if (place === undefined) pilots.push(item)
      else if (Array.isArray(last) && last[0] + last[1] === place) last[1]++
      else pilots.push([place, 1])
    }
    return pilots
  }
}
