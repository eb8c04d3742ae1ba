import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { loadClient } from '../support/client.ts'

describe('what a command asks the server', () => {
  it('is asked of a new one where the old one has ended while a person answered questions', async () => {
    const { said, answers } = await begin()
    const link = linkOf('down', { restarts: true })
    assert.equal(await answers.ask(link, async () => 'yes'), 'yes')
    assert.deepEqual([said, link.restarted], [[], 1])
  })

  it('leaves one alone that runs or is starting', async () => {
    const { answers } = await begin()
    for (const state of ['running', 'starting']) {
      const link = linkOf(state, { restarts: true })
      assert.equal(await answers.ask(link, async () => 'yes'), 'yes')
      assert.equal(link.restarted, 0)
    }
  })

  it('is not done without one, and the message offers what can be done about it', async () => {
    const { said, done, answers } = await begin('Show Output')
    assert.equal(await answers.ask(linkOf('down', { restarts: false }), async () => 'yes'), undefined)
    await setImmediate()
    assert.deepEqual(
      said.map(([, ...offers]) => offers),
      [['Restart Now', 'Show Output']],
    )
    assert.deepEqual(done, ['pilots.showOutput'])
    const failing = () => Promise.reject(new Error('gone'))
    assert.equal(await answers.ask(linkOf('running', { restarts: false }), failing), undefined)
    assert.deepEqual(said[1]?.slice(1), ['Show Output'])
  })

  it('changes nothing in a folder that is not trusted, and leads to where it can be', async () => {
    const { said, done, answers } = await begin('Manage Workspace Trust')
    assert.equal(answers.mayWrite(), false)
    await setImmediate()
    assert.equal(said.length, 1)
    assert.deepEqual(done, ['workbench.trust.manage'])
  })

  it('may be refused for what stands in a file that no editor shows, which is offered then', async () => {
    const shown = { uri: 'file:///b.pilot.yaml' }
    const { said, done, answers } = await begin('Open', { document: shown })
    const refusal = { message: 'The file does not parse.' }
    answers.sayRefused(refusal, shown)
    answers.sayRefused(refusal, { uri: 'file:///a.pilot.yaml' })
    await setImmediate()
    assert.deepEqual(said, [['The file does not parse.'], ['The file does not parse.', 'Open']])
    assert.deepEqual(done, ['file:///a.pilot.yaml'])
  })
})

/** An editor in which a person chooses what is named of each message. */
async function begin(chosen?: string, activeTextEditor?: object) {
  const said: (readonly string[])[] = []
  const done: string[] = []
  const answers = await loadClient<Answers>('server-answers.ts', {
    commands: { executeCommand: async (command: string) => done.push(command) },
    workspace: { isTrusted: false },
    window: {
      activeTextEditor,
      showTextDocument: async ({ uri }: { readonly uri: string }) => done.push(uri),
      showWarningMessage: async (...message: readonly string[]) => {
        said.push(message)
        return message.slice(1).find((offer) => offer === chosen)
      },
    },
  })
  return { said, done, answers }
}

function linkOf(state: string, { restarts }: { readonly restarts: boolean }) {
  const link = {
    state,
    restarted: 0,
    restart: async () => {
      link.restarted++
      if (restarts) link.state = 'running'
    },
    ready: async () => (link.state === 'down' ? undefined : {}),
  }
  return link
}

interface Answers {
  ask(link: object, question: () => Promise<string>): Promise<string | undefined>
  mayWrite(): boolean
  sayRefused(refusal: object, document: object): void
}
