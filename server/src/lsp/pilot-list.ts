import type { ListParams, PilotItem, PilotList, Run } from '../protocol/pilots.ts'

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
    const pilots: (PilotItem | Run)[] = []
    let [from, count] = [0, 0]
    const end = (): void => {
      if (count > 0) pilots.push([from, count])
      count = 0
    }
    for (const item of items) {
      const place = this.#sent.get(item)
      if (place === undefined) {
        end()
        pilots.push(item)
        continue
      }
      if (place !== from + count) end()
      if (count === 0) from = place
      count++
    }
    end()
    return pilots
  }
}
