import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  DidOpenTextDocumentNotification,
  InitializedNotification,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { root } from './built.ts'
import { languageServer } from './language-server.ts'

/** All that the server needs for its first findings. */
const start = ['server.js', 'later/pilot-schema.json']

describe('the start of the server', () => {
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(realpathSync(tmpdir()), 'pilots-start-'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('takes little of what can be loaded later, up to the first findings', async () => {
    for (const file of start) cpSync(join(root, 'dist', file), join(folder, file))
    const text = readFileSync(join(root, 'examples/pilots/order-desk-assistant.pilot.yaml'), 'utf8')
    const uri = 'untitled:order-desk-assistant.pilot.yaml'
    await languageServer([process.execPath, 'server.js', '--stdio'], folder, async (connection) => {
      const published = new Promise<PublishDiagnosticsParams>((resolve) => {
        connection.onNotification(PublishDiagnosticsNotification.type, resolve)
      })
      await connection.sendNotification(InitializedNotification.type, {})
      const textDocument = { uri, languageId: 'pilot-yaml', version: 1, text }
      await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument })
      const { diagnostics } = await published
      assert.ok(diagnostics.some(({ code }) => code === 'owners/operator-shared'))
    })
  })

  it('leaves what the rules say about themselves to a file that says the same', () => {
    const apart = JSON.parse(readFileSync(join(root, 'dist/later/rule-docs.json'), 'utf8'))
    const docs = Object.fromEntries([...rules, ...portfolioRules].map((rule) => [rule.id, rule.docs]))
    assert.deepEqual(apart, JSON.parse(JSON.stringify(docs)))
  })
})
