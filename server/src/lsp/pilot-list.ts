import type { DocumentUri } from 'vscode-languageserver'
import type { ListParams, PilotItem, PilotList } from '../protocol/pilots.ts'

/** Answers with all pilots; a client that asks again is sent those that have changed. */
export class PilotLister {
  #sent: ReadonlyMap<DocumentUri, PilotItem> = new Map()
  #state = 0

  /** An item that is another object has changed. */
  answer(items: readonly PilotItem[], params: ListParams | null): PilotList {
    const known = params?.since === String(this.#state) ? this.#sent : undefined
    this.#sent = new Map(items.map((item) => [item.uri, item]))
    this.#state += 1
    return {
      state: String(this.#state),
      pilots: items.map((item) => (known?.get(item.uri) === item ? item.uri : item)),
    }
  }
}
