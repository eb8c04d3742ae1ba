type Listener = (value?: unknown) => unknown
type Listen = (listener: Listener) => { dispose(): void }

/** What VS Code asks with, where a test accepts it, goes back or leaves it. */
export class MadeInput {
  prompt = ''
  value = ''
  validationMessage = ''
  items: readonly { readonly answer?: string }[] = []
  selectedItems: readonly { readonly answer?: string }[] = []
  readonly #heard: Map<string, Listener> = new Map()
  readonly onDidChangeValue: Listen = this.#on('change')
  readonly onDidAccept: Listen = this.#on('accept')
  readonly onDidHide: Listen = this.#on('hide')
  readonly onDidTriggerButton: Listen = this.#on('button')

  show(): void {
    // Nobody sees it.
  }

  dispose(): void {
    this.#heard.clear()
  }

  async accept(): Promise<void> {
    await this.#heard.get('accept')?.()
  }

  press(button: unknown): void {
    this.#heard.get('button')?.(button)
  }

  hide(): void {
    this.#heard.get('hide')?.()
  }

  #on(name: string): Listen {
    return (listener) => {
      this.#heard.set(name, listener)
      return { dispose: () => this.#heard.delete(name) }
    }
  }
}
