import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Diagnostic } from 'vscode-languageserver-protocol'
import { gitOf } from '../../server/src/node/git.ts'
import { gitHistory } from '../../server/src/node/history.ts'
import { workspaceFiles } from '../../server/src/node/workspace-files.ts'
import { type Repository, repository } from '../support/git-repository.ts'
import { capable, TestClient } from '../support/lsp.ts'

const pilot = (target: number): string => `apiVersion: pilot-as-code/v1
name: demand
title: Demand forecast
stage: rollout
timeline: { start: 2026-01-05, end: 2026-09-30 }
criteria:
  success:
    - metric: Hours to plan a week
      direction: lower
      baseline: 30
      target: ${target}
      by: 2026-08-31
`
const RULE = 'history/goalposts-moved'

describe('the past of a workspace', () => {
  let client: TestClient
  let git: Repository
  let asked: number
  let uri: string
  const found = async (): Promise<Diagnostic | undefined> =>
    (await client.allOf(uri)).find(({ code }) => code === RULE)
  beforeEach(() => {
    git = repository([
      { date: '2026-01-02', files: { 'demand.pilot.yaml': pilot(10) } },
      { date: '2026-04-05', author: 'Luis Ortega', files: { 'demand.pilot.yaml': pilot(20) } },
    ])
    git.write('demand.pilot.yaml', pilot(20))
    uri = pathToFileURL(`${git.root}/demand.pilot.yaml`).href
    asked = 0
    const source = gitHistory(gitOf(process.env))
    const history: typeof source = {
      read: (...request) => {
        asked++
        return source.read(...request)
      },
    }
    client = new TestClient({ files: workspaceFiles(), history }, pathToFileURL(git.root).href)
  })
  afterEach(() => {
    client.stop()
    git.remove()
  })

  it('is not read before the workspace is trusted', async () => {
    await client.start(capable)
    await client.settle()
    client.clock.pass()
    await client.pullAll()
    assert.equal(asked, 0)
    assert.equal(await found(), undefined)
    await client.notify('pilots/trusted', undefined)
    await client.remembered()
    assert.ok(await found())
  })

  it('comes after the first findings, with the commit, the day, the author and both values', async () => {
    await client.start(capable, { trusted: true })
    const first = await client.allOf(uri)
    assert.ok(first.length > 0 && first.every(({ code }) => code !== RULE))
    await client.remembered()
    const diagnostic = await found()
    assert.match(String(diagnostic?.message), /2026-04-05 by Luis Ortega/)
    const past = diagnostic?.relatedInformation?.at(-1)?.message ?? ''
    assert.match(past, new RegExp(`^2026-04-05, Luis Ortega, commit ${git.head.slice(0, 7)}: 10.* became 20`))
  })

  it('is read again when the repository has a new commit, and not otherwise', async () => {
    await client.start(capable, { trusted: true })
    await client.remembered()
    git.git('read-tree', 'HEAD')
    git.write('demand.pilot.yaml', pilot(25))
    const person = ['-c', 'user.name=Ana Ruiz', '-c', 'user.email=a@example.com']
    git.git('add', 'demand.pilot.yaml')
    git.git(...person, 'commit', '--quiet', '-m', 'x', '--date', '2026-05-02T12:00:00Z')
    const changes = ['.git/refs/heads/main', 'demand.pilot.yaml'].map((path) => {
      return { uri: pathToFileURL(`${git.root}/${path}`).href, type: 2 }
    })
    await client.notify('workspace/didChangeWatchedFiles', { changes })
    await client.remembered()
    assert.match(String((await found())?.message), /Ana Ruiz/)
  })

  it('belongs to a file that .gitignore names and Git holds, once the workspace is trusted', async () => {
    git.write('.gitignore', '*.pilot.yaml\n')
    git.git('read-tree', 'HEAD')
    client.stop()
    const ports = { files: workspaceFiles(gitOf(process.env)), history: gitHistory(gitOf(process.env)) }
    client = new TestClient(ports, pathToFileURL(git.root).href)
    await client.start(capable)
    await client.settle()
    assert.deepEqual(await client.allOf(uri), [])
    await client.notify('pilots/trusted', undefined)
    await client.remembered()
    assert.ok(await found())
    git.write('demand.pilot.yaml', pilot(10))
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] })
    await client.settle()
    assert.equal(await found(), undefined)
    assert.ok((await client.allOf(uri)).length > 0)
  })

  it('is that of a file that was renamed since the last commit, until the old one is back', async () => {
    await client.start(capable, { trusted: true })
    await client.remembered()
    const renamed = 'team/planning.pilot.yaml'
    const old = uri
    const tell = async (): Promise<void> => {
      uri = pathToFileURL(`${git.root}/${renamed}`).href
      const changes = [old, uri].map((each) => ({ uri: each, type: 2 }))
      await client.notify('workspace/didChangeWatchedFiles', { changes })
      await client.remembered()
    }
    git.write(renamed, pilot(25))
    await tell()
    assert.equal(await found(), undefined)
    rmSync(`${git.root}/demand.pilot.yaml`)
    await tell()
    assert.match(String((await found())?.message), /was 10 at the start and became 25/)
    git.write('demand.pilot.yaml', pilot(10))
    await tell()
    assert.equal(await found(), undefined)
  })
})

describe('a server without Git', () => {
  it('says nothing about the past', async () => {
    const client = new TestClient()
    const uri = 'file:///work/demand.pilot.yaml'
    client.files.content.set(uri, pilot(20))
    await client.start(capable, { trusted: true })
    await client.settle()
    assert.ok((await client.allOf(uri)).every(({ code }) => !String(code).startsWith('history/')))
    client.stop()
  })
})
