import assert from 'node:assert/strict'
import {
  type CompletionList,
  CompletionRequest,
  type Diagnostic,
  HoverRequest,
} from 'vscode-languageserver-protocol'
import { capable, FOLDER, HastyClock, simple, TestClient } from '../support/lsp.ts'

const COUNT = 12
const uriOf = (index: number): string => `${FOLDER}/pilot-${index}.pilot.yaml`
const pilot = (index: number): string =>
  `apiVersion: pilot-as-code/v1\nname: pilot-${index % 11}\ntitle: Pilot ${index}\nstage: nowhere\nowners: { operator: { name: Ana Example } }\n`

/** A clock that pauses until it is told to go on. */
class PausingClock extends HastyClock {
  pauses = 0
  #resume: (() => void) | undefined
  #paused: (() => void) | undefined

  override pause(): Promise<void> {
    this.pauses++
    this.#paused?.()
    return new Promise((resolve) => {
      this.#resume = resolve
    })
  }

  /** Settles when somebody waits. */
  async paused(): Promise<void> {
    if (!this.#resume) {
      await new Promise<void>((resolve) => {
        this.#paused = resolve
      })
    }
  }

  resume(): void {
    const resume = this.#resume
    this.#resume = undefined
    resume?.()
  }
}

describe('many pilots', () => {
  let client: TestClient
  let clock: PausingClock
  beforeEach(() => {
    clock = new PausingClock()
    client = new TestClient({ clock })
    for (let index = 0; index < COUNT; index++) client.files.content.set(uriOf(index), pilot(index))
  })
  afterEach(() => client.stop())

  const codes = (items: readonly Diagnostic[]): readonly string[] => items.map(({ code }) => String(code))
  const goOn = async (all: Promise<unknown>): Promise<void> => {
    let done = false
    void all.then(() => {
      done = true
    })
    while (!done) {
      clock.resume()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  it('are judged one by one, and questions are answered in between', async () => {
    await client.start(capable)
    await client.open(uriOf(11), pilot(11))
    await clock.paused()
    const at = { textDocument: { uri: uriOf(11) }, position: { line: 3, character: 2 } }
    assert.match(JSON.stringify(await client.connection.sendRequest(HoverRequest.type, at)), /How far/)
    const own = await client.pull(uriOf(11))
    assert.ok(own.kind === 'full')
    assert.ok(codes(own.items).includes('file/name'))
    assert.ok(!codes(own.items).includes('portfolio/duplicate-name'))
    assert.ok(clock.pauses < COUNT, `${clock.pauses}`)
    const all = client.allOf(uriOf(11))
    await goOn(all)
    assert.ok(codes(await all).includes('portfolio/duplicate-name'))
  })

  it('have names to offer when they are known, which the list of those says that comes before', async () => {
    const text = 'name: demand\nowners:\n  operator:\n    name: '
    await client.start(capable)
    await client.open(uriOf(11), text)
    await clock.paused()
    const at = { textDocument: { uri: uriOf(11) }, position: { line: 3, character: 10 } }
    const ask = async (): Promise<CompletionList> => {
      const answer = await client.connection.sendRequest(CompletionRequest.type, at)
      assert.ok(answer && !Array.isArray(answer))
      return answer
    }
    const early = await ask()
    assert.deepEqual([early.isIncomplete, early.items], [true, []])
    await goOn(client.pullAll())
    const { isIncomplete, items } = await ask()
    assert.deepEqual([isIncomplete, items.map(({ label }) => label)], [false, ['Ana Example']])
  })

  it('are judged at once where few of them change', async () => {
    await client.start(capable)
    await goOn(client.pullAll())
    const { pauses } = clock
    await client.write(uriOf(3), `# moved\n${pilot(3)}`)
    await client.pullAll()
    assert.equal(clock.pauses, pauses)
  })

  it('keep what was found among them while all of them are judged anew', async () => {
    await client.start(capable)
    await client.open(uriOf(11), pilot(11))
    await goOn(client.pullAll())
    const before = clock.pauses
    await client.write(`${FOLDER}/pilots.config.yaml`, 'currency: EUR\n')
    await clock.paused()
    const meanwhile = await client.pull(uriOf(11))
    assert.ok(clock.pauses - before < COUNT)
    assert.ok(meanwhile.kind === 'full' && codes(meanwhile.items).includes('portfolio/duplicate-name'))
    assert.match(JSON.stringify(meanwhile.items), /pilot-0\.pilot\.yaml/)
    await goOn(client.pullAll())
  })

  it('are told to a client that cannot pull, the open ones first', async () => {
    await client.start(simple)
    await client.open(uriOf(11), pilot(11))
    await clock.paused()
    // A request is answered when all that was sent before it has been dealt with.
    const at = { textDocument: { uri: uriOf(11) }, position: { line: 0, character: 0 } }
    await client.connection.sendRequest(HoverRequest.type, at)
    clock.pass()
    await client.connection.sendRequest(HoverRequest.type, at)
    assert.deepEqual(
      client.published.map(({ uri }) => uri),
      [uriOf(11)],
    )
    await goOn(client.pullAll())
    clock.pass()
    await client.pullAll()
    assert.equal(new Set(client.published.map(({ uri }) => uri)).size, COUNT)
  })

  it('show that they are being judged when that takes long', async () => {
    const told: string[] = []
    client.connection.onRequest('window/workDoneProgress/create', () => null)
    client.connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
      told.push(value.kind)
    })
    await client.start({ ...capable, window: { workDoneProgress: true } })
    await clock.paused()
    clock.pass()
    await goOn(client.pullAll())
    await client.pullAll()
    assert.deepEqual(told, ['begin', 'end'])
  })
})
