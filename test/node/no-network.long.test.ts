import assert from 'node:assert/strict'
import dgram from 'node:dgram'
import dns from 'node:dns'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { localFiles } from '../../server/src/cli/local-files.ts'
import { nodeCustomChecks } from '../../server/src/node/custom-rules.ts'
import { workspaceFiles } from '../../server/src/node/workspace-files.ts'
import { pilots } from '../cli/memory-io.ts'
import { capable, TestClient } from '../support/lsp.ts'
import { writeIn } from '../support/write-in.ts'

const url = 'https://canary.example/x.yaml'
const secret = 'root-of-all-secrets'

/** Every way in which a document can name something elsewhere. */
const pilot = `# yaml-language-server: $schema=${url}
# $schema: ${url}
$schema: ${url}
apiVersion: pilot-as-code/v1
name: demand
title: "![x](${url}) <img src=${url}>"
stage: rollout
predecessor: ../../outside/secret
workflow: { map: ../outside/secret.yaml }
data: { audit: { rules: /etc/passwd } }
production: { runbook: "file:///etc/passwd" }
governance: { dashboard: "${url}" }
compliance: { artifacts: { riskAssessment: { status: done, document: "${url}" } } }
value: !include ${url}
`

describe('whatever a workspace names', () => {
  let root = ''
  let calls: string[] = []
  const undo: (() => void)[] = []
  const write = (path: string, text: string): void => writeIn(root, path, text)
  /** Notes each call and lets none through. */
  const watch = (holder: object, name: string): void => {
    const original: unknown = Reflect.get(holder, name)
    Reflect.set(holder, name, () => {
      calls.push(name)
      throw new Error(`${name} was called`)
    })
    undo.push(() => Reflect.set(holder, name, original))
  }

  beforeEach(() => {
    calls = []
    root = mkdtempSync(join(tmpdir(), 'pilots-'))
    write('outside/secret.yaml', `name: ${secret}\n`)
    mkdirSync(join(root, 'work/.git'), { recursive: true })
    write('work/a.pilot.yaml', pilot)
    for (const name of ['connect', 'listen']) {
      watch(name === 'connect' ? net.Socket.prototype : net.Server.prototype, name)
    }
    watch(dgram, 'createSocket')
    watch(dns, 'lookup')
    watch(globalThis, 'fetch')
  })
  afterEach(() => {
    for (const each of undo.splice(0)) each()
    rmSync(root, { recursive: true })
  })

  for (const extended of [
    url,
    '//canary.example/x',
    '../outside/secret.yaml',
    '/etc/passwd',
    'file:///etc/passwd',
  ]) {
    it(`is not fetched and not read outside of it: extends ${extended}`, async () => {
      write('work/pilots.config.yaml', `extends: ["${extended}"]\nregistry: ["${extended}"]\n`)
      const cwd = join(root, 'work')
      const { out, err } = await pilots(['check', '--format', 'json'], { io: { cwd, files: localFiles() } })
      const folder = pathToFileURL(cwd).href
      const client = new TestClient({ files: workspaceFiles(), customChecks: nodeCustomChecks }, folder)
      await client.start(capable, { trusted: true })
      const report = await client.pullAll()
      client.stop()
      assert.match(out, /a\.pilot\.yaml/)
      assert.ok(report.items.some(({ uri }) => uri.endsWith('/a.pilot.yaml')))
      assert.deepEqual(calls, [])
      assert.doesNotMatch(`${out}${err}${JSON.stringify(report)}`, new RegExp(`${secret}|root:.*:0:0`))
    })
  }
})
