import assert from 'node:assert/strict'
import { HoverRequest } from 'vscode-languageserver-protocol'
import { capable, FOLDER, HastyClock, simple, TestClient } from '../support/lsp.ts'

const COUNT = 260
const uri = (index: number): string => `${FOLDER}/p${index}.pilot.yaml`
const text = (name: string): string =>
  `apiVersion: pilot-as-code/v1\nname: ${name}\ntitle: A pilot\nstage: criteria\n`

/** A clock that stands still when all pilots are judged and some rules over all of them have been asked. */
class ComparingClock extends HastyClock {
  pauses = 0
  readonly reached: Promise<void>
  #reach: () => void = () => undefined
  goOn: () => void = () => undefined

  constructor() {
    super()
    this.reached = new Promise((resolve) => {
      this.#reach = resolve
    })
  }

  override pause(): Promise<void> {
    if (++this.pauses !== COUNT + 3) return super.pause()
    this.#reach()
    return new Promise((resolve) => {
      this.goOn = resolve
    })
  }
}

describe('the first comparison of hundreds of pilots', () => {
  const duplicates = (found: unknown): number =>
    JSON.stringify(found).split('"code":"portfolio/duplicate-name"').length - 1
  const at = { textDocument: { uri: uri(0) }, position: { line: 0, character: 0 } }
  const begin = async (can: typeof capable): Promise<{ client: TestClient; clock: ComparingClock }> => {
    const clock = new ComparingClock()
    const client = new TestClient({ clock })
    for (let index = 0; index < COUNT; index++) client.files.content.set(uri(index), text(`p${index % 259}`))
    await client.start(can)
    await client.open(uri(0), text('p0'))
    await clock.reached
    return { client, clock }
  }

  it('leaves the questions of an author answered, and what is asked about all waits for it', async () => {
    const { client, clock } = await begin(capable)
    assert.notEqual(await client.connection.sendRequest(HoverRequest.type, at), null)
    assert.equal(duplicates(await client.pull(uri(0))), 0)
    assert.equal(duplicates(await client.pull(uri(0))), 0)
    const all = client.pullAll()
    clock.goOn()
    assert.equal(duplicates(await all), 1)
    await client.stop()
  })

  it('is told to a client that cannot pull, of all but the open ones once', async () => {
    const { client, clock } = await begin(simple)
    clock.pass()
    await client.connection.sendRequest(HoverRequest.type, at)
    assert.deepEqual(
      client.published.map((each) => each.uri),
      [uri(0)],
    )
    clock.goOn()
    await client.pullAll()
    clock.pass()
    await client.connection.sendRequest(HoverRequest.type, at)
    assert.equal(client.published.length, 1 + COUNT)
    assert.equal(duplicates(client.published), 1)
    await client.stop()
  })
})

describe('an edit among hundreds of pilots', () => {
  it('is answered at once, and what it changes among the others follows', async () => {
    const client = new TestClient()
    for (let index = 0; index < 260; index++) client.files.content.set(uri(index), text(`p${index}`))
    await client.start(capable)
    const rules = async (index: number): Promise<readonly string[]> => {
      const report = await client.pull(uri(index))
      return report.kind === 'full' ? report.items.map(({ code }) => String(code)) : []
    }
    await client.open(uri(0), text('p0'))
    await client.connection.sendRequest('pilots/list', {})
    await client.change(uri(0), { text: text('p7') })
    assert.ok(!(await rules(0)).includes('portfolio/duplicate-name'))
    client.received.length = 0
    let isCompared = false
    const list = client.connection.sendRequest('pilots/list', {}).then(() => {
      isCompared = true
    })
    while (!isCompared) {
      client.clock.pass()
      await new Promise((resolve) => setImmediate(resolve))
    }
    await list
    assert.ok(client.received.includes('workspace/diagnostic/refresh'))
    assert.ok((await rules(0)).includes('portfolio/duplicate-name'))
    await client.stop()
  })
})
