import assert from 'node:assert/strict'
import type { FileKind, ReadResult } from '../../server/src/engine/ports.ts'
import { capable, FOLDER, MemoryFiles, simple, TestClient } from '../support/lsp.ts'

const text = 'apiVersion: pilot-as-code/v1\nname: demand\ntitle: Demand\nstage: nowhere\n'
const [one, other] = [`${FOLDER}/one.pilot.yaml`, `${FOLDER}/other.pilot.yaml`]

/** Files that write down when the folder is listed, and when its configuration was looked for. */
class WatchedFiles extends MemoryFiles {
  readonly steps: string[]

  constructor(steps: string[]) {
    super()
    this.steps = steps
    this.content.set(one, text)
    this.content.set(other, text)
  }

  override list(folder: string, kind?: FileKind): ReturnType<MemoryFiles['list']> {
    if (kind === undefined) this.steps.push('listed')
    return super.list(folder, kind)
  }

  override async read(uri: string): Promise<ReadResult> {
    if (!uri.endsWith('/pilots.config.yaml')) return super.read(uri)
    for (let turn = 0; turn < 9; turn++) await new Promise((resolve) => setImmediate(resolve))
    this.steps.push('configured')
    return super.read(uri)
  }
}

describe('the first listing of a workspace', () => {
  let steps: string[]
  let client: TestClient
  beforeEach(() => {
    steps = []
    client = new TestClient({ files: new WatchedFiles(steps) })
  })
  afterEach(() => client.stop())
  /** A turn of the server that waits for nothing. */
  const turn = (): Promise<unknown> => client.connection.sendRequest('pilots/unknown', {}).catch(() => 0)

  it('waits for the findings of a pilot that is open, whatever else is asked', async () => {
    await client.start(capable)
    await client.open(one, text)
    await turn()
    assert.ok(!steps.includes('listed'))
    await Promise.all([client.pull(one), client.pullAll()])
    assert.deepEqual(steps, ['configured', 'listed'])
  })

  it('waits for nothing where nothing is open, and somebody asks', async () => {
    await client.start(capable)
    assert.equal((await client.pullAll()).items.length, 2)
    assert.equal(steps[0], 'listed')
  })

  it('waits for no findings that nobody has asked for', async () => {
    await client.start(capable)
    await client.open(one, text)
    assert.equal((await client.pullAll()).items.length, 2)
  })

  it('waits for a moment where nobody asks', async () => {
    await client.start(simple)
    await turn()
    assert.ok(!steps.includes('listed'))
    client.clock.pass()
    await turn()
    assert.ok(steps.includes('listed'))
  })
})
