import type { ListParams, PilotItem, PilotList } from '../protocol/pilots.ts'

/** Answers with all pilots; a client that asks again is sent those that have changed. */
export class PilotLister {
  /** What was sent last, each with its place. */
  #sent: ReadonlyMap<PilotItem, number> = new Map()
  #state = 0

  /** An item that is another object has changed. */
  answer(items: readonly PilotItem[], params: ListParams | null): PilotList {
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
