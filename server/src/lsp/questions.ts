import type { CancellationToken, ResponseError, TextDocumentIdentifier } from 'vscode-languageserver'
import type { Analysis } from '../engine/analyze.ts'
import type { PilotDocument } from './documents.ts'
import type { Guard } from './guard.ts'
import { namesDocument, namesPosition } from './params.ts'
import type { Session } from './session.ts'

type Answer<P, R> = (params: P, token: CancellationToken) => Promise<R | null | ResponseError<never>>

interface InDocument {
  readonly textDocument: TextDocumentIdentifier
}

/** Handlers of the client's questions, by what they are about; each answers `null` where there is nothing to say. */
export class Questions {
  readonly #session: Session
  readonly #guard: Guard

  constructor(session: Session, guard: Guard) {
    this.#session = session
    this.#guard = guard
  }

  /** About an open pilot. */
  about<P extends InDocument, R>(
    name: string,
    answer: (analysis: Analysis, params: P) => R | null | Promise<R | null>,
    isSane: (params: unknown) => boolean = namesDocument,
  ): Answer<P, R> {
    return this.#guard.request<P, R | null>(name, { fallback: null, isSane }, (params) => {
      const analysis = this.#session.analysis(params.textDocument.uri)
      return analysis ? answer(analysis, params) : null
    })
  }

  /** About an open document, whether that is a pilot or a configuration. */
  within<P extends InDocument, R>(
    name: string,
    answer: (document: PilotDocument, params: P) => R | null | Promise<R | null>,
    isSane: (params: unknown) => boolean = namesDocument,
  ): Answer<P, R> {
    return this.#guard.request<P, R | null>(name, { fallback: null, isSane }, (params) => {
      const document = this.#session.pilots.opened(params.textDocument.uri)
      return document ? answer(document, params) : null
    })
  }

  /** About a name, which may stand in any pilot: waits until all of them are judged. */
  named<P, R>(
    name: string,
    answer: (params: P) => R | Promise<R>,
    isSane: (params: unknown) => boolean = namesPosition,
  ): Answer<P, R> {
    return this.#guard.request<P, R | null>(name, { fallback: null, isSane }, async (params) => {
      await this.#session.settled('alone')
      return answer(params)
    })
  }
}
