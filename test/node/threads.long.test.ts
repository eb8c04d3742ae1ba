import assert from 'node:assert/strict'
import { setFlagsFromString } from 'node:v8'
import { openThread } from '../../server/src/node/threads.ts'

const program = (body: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'\n${body}`)}`,
  )
const echo = program(`parentPort.on('message', (it) => parentPort.postMessage(it + 1))`)

describe('a thread', () => {
  it('answers one question after another', async () => {
    const thread = openThread(echo)
    assert.deepEqual([await thread.ask(1), await thread.ask(2)], [2, 3])
    await thread.end()
    await assert.rejects(thread.ask(3), /has ended/)
  })

  it('answers questions that wait in turn, and loses all of them when it is lost', async () => {
    const thread = openThread(echo)
    assert.deepEqual(await Promise.all([3, 1, 2].map((it) => thread.ask(it))), [4, 2, 3])
    await thread.end()
    const hanging = openThread(program(`parentPort.on('message', () => { for (;;); })`), { patience: 300 })
    const outcomes = await Promise.allSettled([hanging.ask(1), hanging.ask(2)])
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['rejected', 'rejected'],
    )
    await hanging.end()
  })

  it('has the room that it is opened with, whatever the program was started with', async () => {
    const body = `import { getHeapSpaceStatistics } from 'node:v8'
parentPort.on('message', () => {
  let kept = []
  for (let at = 0; at < 3_000_000; at++) {
    if (kept.length === 100_000) kept = []
    kept.push({ at })
  }
  parentPort.postMessage(getHeapSpaceStatistics().find((each) => each.space_name === 'new_space').space_size)
})`
    const roomOf = async (young: number): Promise<number> => {
      setFlagsFromString('--max-semi-space-size=1')
      const thread = openThread<unknown, number>(program(body), { patience: 20_000, young })
      const room = await thread.ask(undefined)
      await thread.end()
      return room / 1024 / 1024
    }
    const [small, large] = [await roomOf(3), await roomOf(48)]
    assert.ok(large > 2 * small, `${small} and ${large} MB`)
  })

  it('answers the next question after one that cannot be handed over', async () => {
    const thread = openThread(echo, { patience: 20_000 })
    await assert.rejects(
      thread.ask(() => 1),
      /could not be cloned/,
    )
    assert.deepEqual(await Promise.all([thread.ask(1), thread.ask(2)]), [2, 3])
    await thread.end()
  })

  const losses: Readonly<Record<string, [string, RegExp]>> = {
    'throws at its start': [`throw new Error('no start')`, /no start/],
    'throws at a question': [`parentPort.on('message', () => { throw new Error('no answer') })`, /no answer/],
    leaves: [`parentPort.on('message', () => process.exit(3))`, /has ended/],
    'never answers': [`parentPort.on('message', () => { for (;;); })`, /too long/],
  }
  for (const [what, [body, complaint]] of Object.entries(losses)) {
    it(`that ${what} is lost, and ends`, async () => {
      const thread = openThread(program(body), { patience: what === 'never answers' ? 300 : 20_000 })
      await assert.rejects(thread.ask(1), complaint)
      await assert.rejects(thread.ask(2), complaint)
      await thread.end()
    })
  }
})
