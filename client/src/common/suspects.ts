/** Crashes after which a document is no longer given to the server as it stands. */
const MOST = 2

/**
 * Knows with which documents the server keeps ending: those that it was at work on each time. Nobody else can, since a server
 * that ends forgets everything.
 */
export class Suspects {
  readonly #atWork = new Set<string>()
  readonly #crashes = new Map<string, number>()

  /** The documents that the next server should leave alone until they change. */
  get all(): readonly string[] {
    return [...this.#crashes].flatMap(([uri, crashes]) => (crashes >= MOST ? uri : []))
  }

  /** The server was given a document, or another text of it. */
  given(uri: string): void {
    this.#atWork.add(uri)
  }

  /** Its author has changed the text. */
  changed(uri: string): void {
    this.#crashes.delete(uri)
    this.given(uri)
  }

  /** The server has said what it found, or was told to forget the document. */
  done(uri: string): void {
    this.#atWork.delete(uri)
    if ((this.#crashes.get(uri) ?? 0) < MOST) this.#crashes.delete(uri)
  }

  /** The server has ended by itself. */
  crashed(): void {
    for (const uri of this.#atWork) this.#crashes.set(uri, (this.#crashes.get(uri) ?? 0) + 1)
    this.#atWork.clear()
  }
}
