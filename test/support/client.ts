import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { compileFunction } from 'node:vm'
import { build } from 'esbuild'
import { english } from './pilot-items.ts'

const sources = new URL('../../client/src/common/', import.meta.url)

/** What the client takes from VS Code; what a test does not give is something of which nothing is asked. */
export type Editor = Readonly<Record<string, unknown>>

/** Loads a module of the client into an editor that is made up, with all that it imports. */
export async function loadClient<T>(module: string, editor: Editor = {}): Promise<T> {
  const require = createRequire(import.meta.url)
  const made = { EventEmitter: Emitter, l10n: english, ...editor }
  const vscode = new Proxy(made, { get: (all, name) => Reflect.get(all, name) ?? Nothing })
  const code = `${await textOf(module)}\nreturn module.exports`
  const run = compileFunction(code, ['require', 'module'])
  return run((name: string) => (name === 'vscode' ? vscode : require(name)), {})
}

const texts = new Map<string, Promise<string>>()

function textOf(module: string): Promise<string> {
  const known = texts.get(module) ?? bundled(module)
  texts.set(module, known)
  return known
}

async function bundled(module: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(module, sources))],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
  })
  return outputFiles[0]?.text ?? ''
}

class Nothing {}

class Emitter {
  readonly #listeners = new Set<(value: unknown) => void>()
  readonly event = (listener: (value: unknown) => void): { dispose(): void } => {
    this.#listeners.add(listener)
    return { dispose: () => this.#listeners.delete(listener) }
  }

  fire(value: unknown): void {
    for (const listener of [...this.#listeners]) listener(value)
  }

  dispose(): void {
    this.#listeners.clear()
  }
}

/** What a made-up workspace says of files that can be changed. */
export const writable: Editor = {
  isTrusted: true,
  fs: { isWritableFileSystem: () => true, stat: async () => ({}) },
  getConfiguration: () => ({ get: () => ({}) }),
  getWorkspaceFolder: () => undefined,
  onDidChangeTextDocument: () => ({ dispose: () => undefined }),
  asRelativePath: () => 'a.pilot.yaml',
}

/** A document of a made-up editor. It counts as changed, so that an edit of it is one that can be saved. */
export function documentAt(uri: object): object {
  return { uri, version: 1, isDirty: true, isUntitled: false, getText: () => '' }
}
