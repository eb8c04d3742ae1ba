import assert from 'node:assert/strict'
import { type FileSystemWatcher, RegistrationRequest } from 'vscode-languageserver-protocol'
import { ownersItMissing } from '../../server/src/engine/rules/owners/it-missing.ts'
import { pilots } from '../cli/memory-io.ts'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const pilot =
  'apiVersion: pilot-as-code/v1\nname: demand\ntitle: Demand\nstage: criteria\nowners: { it: {} }\n'
const files = {
  'pilots.config.yaml': 'extends: house.yaml\n',
  'house.yaml': 'rules: { owners/it-missing: error }\n',
  'team/a/demand.pilot.yaml': pilot,
}
const uri = `${FOLDER}/team/a/demand.pilot.yaml`

describe('the configuration at the root of a repository', () => {
  let client: TestClient
  let watched: unknown[]
  const start = async (
    folder: string,
    repository: string,
    trusted: boolean,
    capabilities = capable,
  ): Promise<void> => {
    client = new TestClient({}, folder)
    watched = []
    client.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      const patterns = registrations.flatMap(({ registerOptions }) => registerOptions?.watchers ?? [])
      watched.push(...patterns.map(({ globPattern }: FileSystemWatcher) => globPattern))
    })
    client.files.repository = repository
    for (const [path, text] of Object.entries(files)) client.files.content.set(`${FOLDER}/${path}`, text)
    await client.start(capabilities, { trusted })
  }
  const severity = async (): Promise<number | undefined> =>
    (await client.allOf(uri)).find(({ code }) => code === ownersItMissing.id)?.severity
  afterEach(() => client.stop())

  it('holds in a folder of it that is opened alone, as it does on the command line', async () => {
    const history = { read: async () => ({ gap: 'empty' }) as const }
    const world = { files, rules: [ownersItMissing], history, io: { cwd: '/work/team' } }
    const { out } = await pilots(['check', '-f', 'concise'], world)
    assert.match(out, /^a\/demand\.pilot\.yaml:\d+:\d+: error owners\/it-missing/)
    await start(`${FOLDER}/team`, FOLDER, true)
    assert.equal(await severity(), 1)
  })

  it('is not read from above a folder that is not trusted, until it is', async () => {
    await start(`${FOLDER}/team`, FOLDER, false)
    assert.equal(await severity(), 3)
    await client.notify('pilots/trusted', undefined)
    assert.equal(await severity(), 1)
  })

  it('is watched where the client can, with the commits', async () => {
    await start(`${FOLDER}/team`, FOLDER, true, {
      ...capable,
      workspace: {
        ...capable.workspace,
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
      },
    })
    assert.equal(await severity(), 1)
    assert.deepEqual(watched.slice(-3), [
      { baseUri: `${FOLDER}/.git`, pattern: 'HEAD' },
      { baseUri: `${FOLDER}/.git/logs`, pattern: 'HEAD' },
      { baseUri: FOLDER, pattern: '{*.yaml,*.yml,pilots.baseline.json,.gitignore}' },
    ])
    await client.write(`${FOLDER}/house.yaml`, 'rules: { owners/it-missing: off }\n')
    assert.equal(await severity(), undefined)
  })

  it('is the last one that counts: none around the repository is read', async () => {
    await start(FOLDER, `${FOLDER}/team`, false)
    assert.equal(await severity(), 3)
  })
})

describe('the configuration of a pilot outside of the workspace', () => {
  const LOOSE = 'file:///home/loose'
  let client: TestClient
  const open = async (options: {
    readonly trusted: boolean
    readonly repository?: string
  }): Promise<void> => {
    client = new TestClient()
    client.files.repository = options.repository
    client.files.content.set('file:///home/pilots.config.yaml', 'rules: { owners/it-missing: error }\n')
    client.files.content.set(`${LOOSE}/pilots.config.yaml`, 'rules: { owners/it-missing: warning }\n')
    await client.start(capable, { trusted: options.trusted })
    await client.open(`${LOOSE}/demand.pilot.yaml`, pilot)
  }
  const severity = async (): Promise<number | undefined> =>
    (await client.allOf(`${LOOSE}/demand.pilot.yaml`)).find(({ code }) => code === ownersItMissing.id)
      ?.severity
  afterEach(() => client.stop())

  it('is the nearest one, as on the command line, once the user trusts the window', async () => {
    await open({ trusted: false, repository: 'file:///home' })
    assert.equal(await severity(), 3)
    await client.notify('pilots/trusted', undefined)
    assert.equal(await severity(), 2)
    await client.write(`${LOOSE}/pilots.config.yaml`, undefined)
    assert.equal(await severity(), 1)
  })

  it('is not looked for above its folder where there is no repository', async () => {
    await open({ trusted: true })
    assert.equal(await severity(), 2)
    await client.write(`${LOOSE}/pilots.config.yaml`, undefined)
    assert.equal(await severity(), 3)
  })

  it('is told of while the pilot is open', async () => {
    await open({ trusted: true })
    client.files.content.set(`${LOOSE}/pilots.config.yaml`, 'ruls: {}\n')
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${LOOSE}/pilots.config.yaml`, type: 2 }],
    })
    assert.ok((await client.allOf(`${LOOSE}/pilots.config.yaml`)).length > 0)
    await client.close(`${LOOSE}/demand.pilot.yaml`)
    assert.deepEqual((await client.pullAll()).items, [])
  })

  it('is news for nobody who types elsewhere', async () => {
    await open({ trusted: true })
    const others = [`${FOLDER}/demand.pilot.yaml`, 'file:///home/other/demand.pilot.yaml']
    client.files.content.set('file:///home/other/pilots.config.yaml', 'rules: { owners/it-missing: off }\n')
    for (const uri of others) await client.open(uri, pilot)
    await client.open('file:///home/third/pilots.config.yaml', 'rules: {}\n')
    await client.settle()
    let refreshed = 0
    client.connection.onRequest('workspace/diagnostic/refresh', () => {
      refreshed++
      return null
    })
    for (const uri of [...others, `${LOOSE}/demand.pilot.yaml`, 'file:///home/third/pilots.config.yaml']) {
      await client.change(uri, {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        text: '\n',
      })
      await client.settle()
    }
    assert.equal(refreshed, 0)
    assert.equal(await severity(), 2)
  })
})
