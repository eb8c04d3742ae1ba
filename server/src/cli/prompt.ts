import { createInterface } from 'node:readline/promises'

/** Asks the person at the terminal, one question after the other. */
export interface Prompt {
  /** The answer without the blanks around it; empty for none, `undefined` when the person leaves. */
  ask(question: string): Promise<string | undefined>
  close(): void
}

/** Questions on one stream, answers from another. Only for terminals: a pipe that ends would answer with nothing. */
export function promptOn(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Prompt {
  const lines = createInterface({ input, output })
  const left = new AbortController()
  lines.on('close', () => left.abort())
  lines.on('SIGINT', () => lines.close())
  return {
    ask: async (question) => {
      try {
        return (await lines.question(question, { signal: left.signal })).trim()
      } catch {
        return undefined
      }
    },
    close: () => lines.close(),
  }
}
