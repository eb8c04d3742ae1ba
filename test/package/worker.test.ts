import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, Script } from 'node:vm'
import { build } from 'esbuild'
import {
  type DidOpenTextDocumentParams,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol'
import { hostileTexts } from '../support/hostile-texts.ts'
import { root } from './built.ts'
import { languageServer } from './language-server.ts'

const OPEN = 'textDocument/didOpen'
const PUBLISH = PublishDiagnosticsNotification.type.method

type Found = ReadonlyMap<string, PublishDiagnosticsParams['diagnostics']>

/** Texts that only the library of YAML can read, which is cut for the worker. */
const texts: Readonly<Record<string, string>> = {
  ...hostileTexts,
  ...Object.fromEntries(
    readdirSync(join(root, 'examples/pilots')).map((name): [string, string] => {
      const text = readFileSync(join(root, 'examples/pilots', name), 'utf8')
      return [name, `${text}x-keys: { ? [a, { b: 1 }] : &c !!str "d", e: *c }\nx-text: >-\n  a\n\n  b\n`]
    }),
  ),
}

const opened: readonly DidOpenTextDocumentParams[] = Object.entries(texts).map(([name, text]) => ({
  textDocument: { uri: `untitled:${encodeURIComponent(name)}`, languageId: 'pilot-yaml', version: 1, text },
}))

/** What the script of the worker finds in the texts, in a world that has no more than a worker. */
async function foundByWorker(): Promise<Found> {
  const found = new Map<string, PublishDiagnosticsParams['diagnostics']>()
  await new Promise<void>((resolve) => {
    const self = {
      addEventListener: () => undefined,
      onmessage: (event: { readonly data: unknown }): void => assert.fail(String(event.data)),
      postMessage(message: unknown): void {
        const { method, params } = JSON.parse(JSON.stringify(message))
        if (method !== PUBLISH) return
        found.set(params.uri, params.diagnostics)
        if (found.size === opened.length) resolve()
      },
    }
    const globals = { setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, atob, btoa }
    const context = createContext({ ...globals, TextEncoder, TextDecoder, URL, console, performance, self })
    new Script(readFileSync(join(root, 'dist/server.browser.js'), 'utf8')).runInContext(context)
    // Its objects are those of its own world.
    const parse = new Script('JSON.parse').runInContext(context)
    const send = (message: object): void =>
      self.onmessage({ data: parse(JSON.stringify({ jsonrpc: '2.0', ...message })) })
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } })
    send({ method: 'initialized', params: {} })
    for (const params of opened) send({ method: OPEN, params })
  })
  return found
}

async function foundByServer(): Promise<Found> {
  const found = new Map<string, PublishDiagnosticsParams['diagnostics']>()
  const command = [process.execPath, join(root, 'dist/server.js'), '--stdio']
  await languageServer(command, root, async (connection) => {
    const all = new Promise<void>((resolve) => {
      connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
        if (uri.startsWith('untitled:')) found.set(uri, diagnostics)
        if (found.size === opened.length) resolve()
      })
    })
    await connection.sendNotification('initialized', {})
    for (const params of opened) await connection.sendNotification(OPEN, params)
    await all
  })
  return found
}

describe('the worker', () => {
  it('describes each rule in a configuration as the schema does', async () => {
    const { ruleDocs } = await import(join(root, 'tools/build/rule-docs.js'))
    const { schemaWithoutSummaries } = await import(join(root, 'tools/build/schema-summaries.js'))
    const schema = JSON.parse(readFileSync(join(root, 'schemas/config.schema.json'), 'utf8'))
    const { outputFiles } = await build({
      stdin: { contents: schemaWithoutSummaries(schema, await ruleDocs(root)), resolveDir: root },
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      write: false,
    })
    const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')
    const { default: made } = await import(`data:text/javascript;base64,${code}`)
    assert.deepEqual(JSON.parse(JSON.stringify(made)), schema)
  })

  it('finds in any text what the server on the desktop finds', async () => {
    const [byWorker, byServer] = [await foundByWorker(), await foundByServer()]
    for (const { textDocument } of opened) {
      const { uri } = textDocument
      assert.deepEqual(byWorker.get(uri), byServer.get(uri), decodeURIComponent(uri))
    }
    assert.ok([...byWorker.values()].filter((each) => each.length > 0).length > 20)
  })
})
