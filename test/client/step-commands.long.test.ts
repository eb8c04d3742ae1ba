import assert from 'node:assert/strict'
import { loadClient } from '../support/client.ts'

describe('a command that changes a pilot', () => {
  it('asks nobody why a pilot ends that was stopped before', async () => {
    const said: string[] = []
    const choices = {
      kind: 'choices',
      title: 'Forecast',
      stage: 'stopped',
      gates: [],
      criteria: [],
      people: [],
    }
    const client = {
      code2ProtocolConverter: { asUri: String },
      sendRequest: async () => choices,
    }
    const { stepCommands } = await loadClient<Module>('step-commands.ts', {
      Uri: Object.assign(class {}, { parse: (uri: string) => ({ query: '', toString: () => uri }) }),
      workspace: { isTrusted: true, openTextDocument: async (uri: object) => ({ uri, version: 1 }) },
      window: {
        showWarningMessage: async (message: string) => void said.push(message),
        createInputBox: () => assert.fail('A question was asked.'),
      },
    })
    const link = { state: 'running', ready: async () => client, client }
    await stepCommands({ link, portfolio: {} }).stopPilot({ uri: 'file:///a.pilot.yaml' })
    assert.deepEqual(said, ['The pilot is stopped already.'])
  })
})

interface Module {
  stepCommands(workings: object): { stopPilot(argument: object): Promise<void> }
}
