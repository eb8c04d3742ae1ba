import assert from 'node:assert/strict'
import { loadClient } from '../support/client.ts'

describe('a step of the client', () => {
  it('is taken with the document that is open when it is taken', async () => {
    const { said, applied, take } = await steps({ versionOfServer: 1 })
    assert.equal(await take(), undefined)
    assert.deepEqual([said, applied.length], [[], 1])
  })

  it('is said not to be taken where the server knows another text than the editor', async () => {
    const { said, applied, take } = await steps({ versionOfServer: null })
    assert.equal(await take(), undefined)
    assert.deepEqual(applied, [])
    assert.match(said.join('|'), /^a\.pilot\.yaml is not the text any more that was checked/)
  })
})

async function steps({ versionOfServer }: { versionOfServer: number | null }) {
  const said: string[] = []
  const applied: unknown[] = []
  const uri = { toString: () => 'file:///a.pilot.yaml' }
  const changes = { get: () => [] }
  const client = {
    code2ProtocolConverter: { asUri: String },
    protocol2CodeConverter: { asWorkspaceEdit: async () => changes },
    sendRequest: async () => ({ kind: 'edit', edit: {}, version: versionOfServer }),
  }
  const editor = {
    window: { showWarningMessage: (message: string) => said.push(message), showTextDocument: () => ({}) },
    workspace: {
      openTextDocument: async () => ({ uri, version: 1 }),
      applyEdit: async (edit: unknown) => applied.push(edit),
      asRelativePath: () => 'a.pilot.yaml',
    },
  }
  const { takeStep } = await loadClient<Answers>('server-answers.ts', editor)
  return {
    said,
    applied,
    take: () => takeStep({ client, ready: async () => client }, uri, { do: 'advance' }),
  }
}

interface Answers {
  takeStep(link: object, uri: object, step: object): Promise<unknown>
}
