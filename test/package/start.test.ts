import assert from 'node:assert/strict'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import {
  DidOpenTextDocumentNotification,
  InitializedNotification,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node'
import { recommended } from '../../server/src/engine/config/settings.ts'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { type Errand, judgeAll } from '../../server/src/lsp/errand.ts'
import type { JudgingThread } from '../../server/src/lsp/judging-threads.ts'
import { openThread } from '../../server/src/node/threads.ts'
import { root } from './built.ts'
import { languageServer } from './language-server.ts'

/** All that is loaded until the first findings are there, and how many kB of it there may be, gzipped. */
const client = { files: ['client.cjs'], limit: 150 }
const browser = { files: ['client.browser.cjs'], limit: 120 }
/** A worker is one file: all that it may ever need is in it. */
const worker = { files: ['server.browser.js'], limit: 350 }
const server = { files: ['server.js', 'server-main.cjs', 'server-chunk.cjs'], limit: 200 }

describe('the start', () => {
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(realpathSync(tmpdir()), 'pilots-start-'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  /** What a server finds in an example, and what holds before it ends. */
  async function findingsOf(
    args: readonly string[],
    holds: () => boolean = () => true,
  ): Promise<PublishDiagnosticsParams['diagnostics']> {
    const text = readFileSync(join(root, 'examples/pilots/order-desk-assistant.pilot.yaml'), 'utf8')
    const uri = 'untitled:order-desk-assistant.pilot.yaml'
    const found: PublishDiagnosticsParams['diagnostics'] = []
    await languageServer([process.execPath, ...args, '--stdio'], folder, async (connection) => {
      const published = new Promise<PublishDiagnosticsParams>((resolve) => {
        connection.onNotification(PublishDiagnosticsNotification.type, resolve)
      })
      await connection.sendNotification(InitializedNotification.type, {})
      const textDocument = { uri, languageId: 'pilot-yaml', version: 1, text }
      await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument })
      found.push(...(await published).diagnostics)
      while (!holds()) await setTimeout(100)
    })
    return found
  }

  it('needs no other file of the server up to the first findings', async () => {
    for (const file of server.files) cpSync(join(root, 'dist', file), join(folder, file))
    const found = await findingsOf(['server.js'])
    assert.ok(found.some(({ code }) => code === 'owners/operator-shared'))
  })

  it('lives on when work that nobody waits for goes wrong', async () => {
    const fault = `
      const write = process.stdout.write
      process.stdout.write = (...all) => {
        process.stdout.write = write
        setTimeout(() => Promise.reject(new Error('a fault of ours')))
        return write.apply(process.stdout, all)
      }`
    const args = [
      '--import',
      `data:text/javascript,${encodeURIComponent(fault)}`,
      join(root, 'dist/server.js'),
    ]
    const found = await findingsOf(args)
    assert.ok(found.some(({ code }) => code === 'owners/operator-shared'))
  })

  it('takes the code that the last run compiled, and finds the same with it', async () => {
    const place = join(folder, 'storage')
    const args = [join(root, 'dist/server.js'), `--compiled=${place}`]
    const code = (): readonly string[] => (existsSync(place) ? readdirSync(place).sort() : [])
    const both = ['server-chunk.cjs.code', 'server-main.cjs.code']
    const first = await findingsOf(args, () => code().join() === both.join())
    assert.ok(first.length > 0)
    assert.deepEqual(await findingsOf(args), first)
  })

  it('starts the same program as a second thread, which judges as this one does', async () => {
    const text = readFileSync(join(root, 'examples/pilots/order-desk-assistant.pilot.yaml'), 'utf8')
    const errand: Errand = {
      uri: 'file:///work/order-desk-assistant.pilot.yaml',
      content: { kind: 'text', text },
      file: { name: 'order-desk-assistant.pilot.yaml' },
      circumstances: { today: '2026-11-20', settings: recommended },
    }
    const thread: JudgingThread = openThread(join(root, 'dist/server.js'))
    try {
      const answer = await thread.ask([errand])
      assert.ok(answer[0]?.kept.findings.some(({ rule }) => rule === 'owners/operator-shared'))
      assert.deepEqual(answer, structuredClone(judgeAll([errand])))
    } finally {
      await thread.end()
    }
  })

  for (const { files, limit } of [client, server, browser, worker]) {
    const sizes = files.map(
      (file) => gzipSync(readFileSync(join(root, 'dist', file)), { level: 9 }).length / 1000,
    )
    const total = sizes.reduce((sum, size) => sum + size, 0)
    it(`weighs ${total.toFixed(1)} kB of ${limit}: ${files.map((file, at) => `${file} ${sizes[at]?.toFixed(1)}`).join(', ')}`, () => {
      assert.ok(
        total <= limit,
        'Load something later, or through lsp/answers.ts: dist/meta.json says what is in a file',
      )
    })
  }

  it('leaves what the rules say about themselves to a file that says the same', () => {
    const apart = JSON.parse(readFileSync(join(root, 'dist/later/rule-docs.json'), 'utf8'))
    const docs = Object.fromEntries([...rules, ...portfolioRules].map((rule) => [rule.id, rule.docs]))
    assert.deepEqual(apart, JSON.parse(JSON.stringify(docs)))
  })
})
