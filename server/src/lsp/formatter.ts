import {
  type Connection,
  type Disposable,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
} from 'vscode-languageserver'
import type { AnswersLater } from './answers-later.ts'
import type { Client } from './client.ts'
import type { Guard } from './guard.ts'
import { namesRange } from './params.ts'
import type { Questions } from './questions.ts'

/** Formats pilots for those who want it: an editor would ask a formatter that is there on every save. */
export class Formatter {
  readonly #connection: Connection
  readonly #guard: Guard
  #isOn = false
  #registered: readonly Promise<Disposable>[] = []

  constructor(connection: Connection, guard: Guard) {
    this.#connection = connection
    this.#guard = guard
  }

  answer(questions: Questions, later: AnswersLater): void {
    this.#connection.onDocumentFormatting(
      questions.about('formatting', async (analysis) =>
        this.#isOn ? (await later()).formatting(analysis) : null,
      ),
    )
    this.#connection.onDocumentRangeFormatting(
      questions.about(
        'rangeFormatting',
        async (analysis, { range }) => (this.#isOn ? (await later()).formatting(analysis, range) : null),
        namesRange,
      ),
    )
  }

  /** Offers it to a client that can be told so at any time, or takes the offer back. */
  set(isOn: boolean, { registersFormatting }: Client): void {
    if (isOn === this.#isOn) return
    this.#isOn = isOn
    if (!registersFormatting) return
    const before = this.#registered
    this.#registered = isOn ? this.#register() : []
    for (const each of before) {
      this.#guard.background(
        'unregister',
        each.then((offer) => offer.dispose()),
      )
    }
  }

  #register(): readonly Promise<Disposable>[] {
    const { client } = this.#connection
    const offers = [
      client.register(DocumentFormattingRequest.type, { documentSelector: null }),
      client.register(DocumentRangeFormattingRequest.type, { documentSelector: null }),
    ]
    for (const each of offers) this.#guard.background('register', each)
    return offers
  }
}
