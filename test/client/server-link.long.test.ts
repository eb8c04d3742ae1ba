import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { loadClient } from '../support/client.ts'

describe('the link to the server', () => {
  /** The servers that were started, in their order. */
  let servers: Server[]
  let waiting: (() => void)[]
  let link: Link

  beforeEach(async () => {
    servers = []
    waiting = []
    const { ServerLink } = await module
    const platform = {
      create: () => new Server(servers),
      after: (_milliseconds: number, run: () => void) => {
        waiting.push(run)
        return () => undefined
      },
    }
    link = new ServerLink(platform, {}, { warn: () => undefined, error: () => undefined })
  })
  const alive = (): readonly string[] => servers.map(({ state }) => state)

  it('has one server, however often somebody asks for another one', async () => {
    await begin(link.start())
    await Promise.all([begin(link.restart()), begin(link.restart())])
    assert.deepEqual(alive(), ['ended', 'runs'])
    assert.equal(link.state, 'running')
  })

  it('ends a server that had not begun when another one was asked for', async () => {
    const started = link.start()
    const again = link.restart()
    await begin(Promise.all([started, again]))
    assert.deepEqual(alive(), ['ended', 'runs'])
    assert.equal(link.state, 'running')
  })

  it('starts one server where somebody asks while the next after a crash is about to start', async () => {
    await begin(link.start())
    servers[0]?.crash()
    assert.equal(link.state, 'down')
    for (const run of waiting) run()
    await begin(link.restart())
    assert.deepEqual(alive(), ['crashed', 'runs'])
    assert.equal(link.state, 'running')
  })

  it('leaves no server behind that begins when the window is closed', async () => {
    const started = link.start()
    await link.dispose()
    await begin(started)
    assert.deepEqual(alive(), ['ended'])
  })

  it('waits for a server that is starting, and for none that is down', async () => {
    const started = link.start()
    const early = link.ready()
    await begin(started)
    assert.equal(await early, servers[0])
    servers[0]?.crash()
    assert.equal(await link.ready(), undefined)
  })

  /** Lets every server begin until something is done. */
  async function begin(done: Promise<unknown>): Promise<void> {
    let isDone = false
    void done.then(() => {
      isDone = true
    })
    while (!isDone) {
      await setImmediate()
      for (const server of servers) server.begin()
    }
  }
})

interface Link {
  readonly state: string
  start(): Promise<void>
  restart(): Promise<void>
  ready(): Promise<unknown>
  dispose(): Promise<void>
}

const module = loadClient<{ readonly ServerLink: new (...needs: unknown[]) => Link }>('server-link.ts')

/** As the client of the protocol does it: what is only starting cannot be ended. */
class Server {
  state: 'starting' | 'runs' | 'ended' | 'crashed' = 'starting'
  #begun: () => void = () => undefined
  #heard: (change: { newState: number }) => void = () => undefined

  constructor(servers: Server[]) {
    servers.push(this)
  }

  onDidChangeState(heard: (change: { newState: number }) => void): void {
    this.#heard = heard
  }

  start(): Promise<void> {
    return new Promise((resolve) => {
      this.#begun = resolve
    })
  }

  begin(): void {
    if (this.state === 'starting') this.state = 'runs'
    this.#begun()
  }

  crash(): void {
    this.state = 'crashed'
    this.#heard({ newState: 1 })
  }

  async dispose(): Promise<void> {
    await setImmediate()
    if (this.state === 'starting') throw new Error('It cannot be stopped: it is starting.')
    if (this.state === 'runs') this.state = 'ended'
  }
}
