import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { loadClient } from '../support/client.ts'
import { MadeInput } from '../support/input.ts'

describe('a new pilot', () => {
  it('is given no name whose file is there already, which would not be written when all is answered', async () => {
    const input = new MadeInput()
    const folder = new Address('/work')
    const there = '/work/pilots/broken.pilot.yaml'
    const { newPilot } = await loadClient<Module>('new-pilot.ts', {
      Uri: Address,
      QuickInputButtons: {},
      window: { createInputBox: () => input },
      workspace: {
        isTrusted: true,
        workspaceFolders: [{ uri: folder, name: 'work' }],
        getWorkspaceFolder: () => ({ uri: folder }),
        asRelativePath: ({ path }: Address) => path.slice('/work/'.length),
        fs: {
          stat: async ({ path }: Address) => {
            assert.equal(path, there)
          },
        },
      },
    })
    const client = {
      sendRequest: async ({ method }: { readonly method: string }) =>
        method === 'pilots/names' ? { people: [], teams: [], today: '2026-06-01' } : { kind: 'text' },
    }
    const link = { state: 'running', ready: async () => client, client }
    const given = { template: 'minimal', title: '', team: '', operator: '', sponsor: '', start: '' }
    const done = newPilot({ link, portfolio: { pilots: [] } }, given)
    await setImmediate()
    input.value = 'broken'
    await input.accept()
    assert.equal(input.validationMessage, 'pilots/broken.pilot.yaml is there already. Choose another name.')
    input.hide()
    await done
  })
})

interface Module {
  newPilot(workings: object, argument: object): Promise<void>
}

class Address {
  readonly path: string

  constructor(path: string) {
    this.path = path
  }

  static parse(path: string): Address {
    return new Address(path)
  }

  static joinPath({ path }: Address, ...steps: readonly string[]): Address {
    return new Address([path, ...steps].join('/'))
  }

  toString(): string {
    return this.path
  }
}
