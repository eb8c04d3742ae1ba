interface Known<Address> {
  readonly uri: Address
  readonly value: string
}

/**
 * Files that were closed and of which nothing was heard since. The client of the protocol forgets at once what it was told of them:
 * of one that is gone when the server is asked about all files the next time, as in a rename, the findings would stay for good.
 */
export class ClosedFiles<Address extends { toString(): string }> {
  readonly #closed = new Map<string, Address>()

  closed(uri: Address): void {
    this.#closed.set(uri.toString(), uri)
  }

  /** What the client knows, and these files with nothing that the server could have said of them. */
  with(known: readonly Known<Address>[]): Known<Address>[] {
    for (const { uri } of known) this.#closed.delete(uri.toString())
    return [...known, ...Array.from(this.#closed.values(), (uri) => ({ uri, value: '' }))]
  }
}
