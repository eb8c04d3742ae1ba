import assert from 'node:assert/strict'
import { documentAt, loadClient, writable } from '../support/client.ts'

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
      workspace: { ...writable, openTextDocument: async (uri: object) => documentAt(uri) },
      window: {
        showWarningMessage: async (message: string) => void said.push(message),
        createInputBox: () => assert.fail('A question was asked.'),
      },
    })
    const link = { state: 'running', ready: async () => client, client }
    await stepCommands({ link, portfolio: {} }).stopPilot({ uri: 'file:///a.pilot.yaml' })
    assert.deepEqual(said, ['The pilot is stopped already.'])
  })

  it('lists what keeps a pilot from a stage as the checklist of that stage does', async () => {
    const shown: unknown[] = []
    const gate = {
      kind: 'gate',
      stage: 'rollout',
      says: 'the rollout gate is not held',
      range: { start: { line: 3, character: 0 }, end: { line: 3, character: 6 } },
      fixes: [],
    }
    const answers: Readonly<Record<string, object>> = {
      'pilots/choices': { kind: 'choices', title: 'Forecast', stage: 'rollout', next: 'adoption' },
      'pilots/edit': {
        kind: 'refused',
        message: 'It may not enter adoption: 1 output missing, 1 gate not passed.',
        missing: [gate],
        version: 1,
      },
    }
    const client = {
      code2ProtocolConverter: { asUri: String },
      sendRequest: async ({ method }: { readonly method: string }) => answers[method],
    }
    const { stepCommands } = await loadClient<Module>('step-commands.ts', {
      Uri: Object.assign(class {}, { parse: (uri: string) => ({ query: '', toString: () => uri }) }),
      QuickPickItemKind: { Separator: -1 },
      workspace: { ...writable, openTextDocument: async (uri: object) => documentAt(uri) },
      window: {
        showQuickPick: async (rows: readonly { readonly label: string }[], above: object) =>
          void shown.push(
            rows.map(({ label }) => label),
            above,
          ),
      },
    })
    const link = { state: 'running', ready: async () => client, client }
    await stepCommands({ link, portfolio: {} }).advanceStage({ uri: 'file:///a.pilot.yaml' })
    assert.deepEqual(shown, [
      ['Gates', 'The rollout gate is not held'],
      {
        title: 'Forecast',
        placeHolder: '1 thing is missing before Adoption',
        matchOnDescription: true,
        matchOnDetail: true,
      },
    ])
  })
})

interface Module {
  stepCommands(
    workings: object,
  ): Readonly<Record<'stopPilot' | 'advanceStage', (argument: object) => Promise<void>>>
}
