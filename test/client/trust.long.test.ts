import assert from 'node:assert/strict'
import { loadClient } from '../support/client.ts'

describe('the trust of a workspace', () => {
  it('is told to a server that runs', async () => {
    const { sent, grant } = await link('running')
    grant()
    assert.equal(sent.length, 1)
  })

  it('is told to a server that was starting when it was given, once it runs', async () => {
    const { sent, grant, enter } = await link('starting')
    grant()
    assert.equal(sent.length, 0)
    enter('running')
    assert.equal(sent.length, 1)
    enter('starting')
    enter('running')
    assert.equal(sent.length, 1)
  })

  it('is left to the start of a server that comes later', async () => {
    const { sent, grant, enter } = await link('down')
    grant()
    enter('starting')
    enter('running')
    assert.equal(sent.length, 0)
  })
})

async function link(state: string) {
  const sent: unknown[] = []
  const client = { sendNotification: (message: unknown) => sent.push(message) }
  const heard: ((value?: unknown) => unknown)[] = []
  const on = (listener: (value?: unknown) => unknown) => {
    heard.push(listener)
    return { dispose: () => undefined }
  }
  const { tellOfTrust } = await loadClient<{ tellOfTrust(link: object): unknown }>('trust.ts', {
    workspace: { onDidGrantWorkspaceTrust: on },
    Disposable: { from: () => undefined },
  })
  const now = { state, onDidChange: on, client: state === 'running' ? client : undefined }
  tellOfTrust(now)
  const [grant, changed] = heard
  return {
    sent,
    grant: () => grant?.(),
    enter: (next: string) => {
      now.state = next
      now.client = next === 'running' ? client : undefined
      changed?.(next)
    },
  }
}
