import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { loadClient } from '../support/client.ts'

describe('the pilots that the client knows', () => {
  it('are none that were found where nobody answers', async () => {
    const portfolio = await pilotsOf(undefined)
    assert.equal(await portfolio.refresh(), undefined)
    const failing = await pilotsOf({ sendRequest: () => Promise.reject(new Error('gone')) })
    assert.equal(await failing.refresh(), undefined)
    assert.equal(failing.pilots, undefined)
  })

  it('are those of the newest answer for everybody who has asked', async () => {
    const answers: ((list: object) => void)[] = []
    const portfolio = await pilotsOf({
      sendRequest: () => new Promise((resolve) => answers.push(resolve)),
    })
    const both = Promise.all([portfolio.refresh(), portfolio.refresh()])
    await setImmediate()
    answers[0]?.({ state: '1', pilots: [] })
    answers[1]?.({ state: '2', pilots: [{ uri: 'file:///a.pilot.yaml' }] })
    assert.deepEqual(
      (await both).map((pilots) => pilots?.length),
      [1, 1],
    )
  })

  it('are taken from the answer before where they are the same, and asked about one by one where it is brief', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ uri: `file:///${name}.pilot.yaml`, brief: true }))
    const lists = [
      { state: '1', pilots: [a, b, c] },
      { state: '2', pilots: [[1, 2], { uri: 'file:///d.pilot.yaml' }, [0, 1]] },
    ]
    const asked: unknown[] = []
    const portfolio = await pilotsOf({
      sendRequest: async ({ method }: { method: string }, params: unknown) => {
        asked.push([method, params])
        return method === 'pilots/list' ? lists.shift() : { uri: 'file:///b.pilot.yaml', signs: ['late'] }
      },
    })
    await portfolio.refresh()
    assert.deepEqual(await portfolio.refresh(), [b, c, { uri: 'file:///d.pilot.yaml' }, a])
    for (let time = 0; time < 2; time++)
      assert.deepEqual(await portfolio.whole(b ?? {}), { uri: 'file:///b.pilot.yaml', signs: ['late'] })
    assert.deepEqual(asked, [
      ['pilots/list', { brief: true }],
      ['pilots/list', { brief: true, since: '1' }],
      ['pilots/one', { uri: 'file:///b.pilot.yaml' }],
    ])
  })

  it('stay the same where a pilot is sent again and nothing of it is new, unless what is sent is brief', async () => {
    const lists = [
      { state: '1', pilots: [pilot('a', 1), pilot('b', 1), { ...pilot('c', 1), brief: true }] },
      { state: '2', pilots: [pilot('a', 1), pilot('b', 2), { ...pilot('c', 1), brief: true }] },
    ]
    const portfolio = await pilotsOf({ sendRequest: async () => lists.shift() })
    const before = (await portfolio.refresh()) ?? []
    const now = (await portfolio.refresh()) ?? []
    assert.deepEqual(
      now.map((each, at) => each === before[at]),
      [true, false, false],
    )
  })

  it('are not said to be none when a person would choose one of them', async () => {
    const said: string[] = []
    const { pickPilot } = await loadClient<{ pickPilot(portfolio: unknown): Promise<unknown> }>(
      'pick-pilot.ts',
      { window: { showWarningMessage: (message: string) => said.push(message) } },
    )
    assert.equal(await pickPilot(await pilotsOf(undefined)), undefined)
    assert.match(said.join('|'), /^The server is not running, so nothing was done/)
  })
})

function pilot(name: string, errors: number): object {
  return { uri: `file:///${name}.pilot.yaml`, count: { error: errors } }
}

interface Portfolio {
  readonly pilots: readonly object[] | undefined
  refresh(): Promise<readonly object[] | undefined>
  whole(pilot: object): Promise<object>
}

async function pilotsOf(client: object | undefined): Promise<Portfolio> {
  const link = { ready: async () => client, onDidChange: () => ({ dispose: () => undefined }) }
  const { Portfolio } = await loaded
  return new Portfolio(link, {})
}

const loaded = loadClient<{ readonly Portfolio: new (...needs: unknown[]) => Portfolio }>('portfolio.ts')
