import assert from 'node:assert/strict'
import { loadClient } from '../support/client.ts'
import { forecast } from '../support/pilot-items.ts'

const file = 'file:///w/pilots/forecast.pilot.yaml'

describe('the pilot that a command is about', () => {
  it('is the file itself where an old revision of it is in the editor', async () => {
    const revision = new Address('git:/w/pilots/forecast.pilot.yaml?HEAD')
    for (const [argument, document] of [
      [undefined, { uri: revision, languageId: 'pilot-yaml' }],
      [revision, undefined],
    ]) {
      const { pilotFor } = await load({ activeTextEditor: document && { document } })
      const found = await pilotFor(argument, { pilots: [{ ...forecast, uri: file }] })
      assert.equal(String(found), file)
      // Of one that is no file any more, the server says so.
      assert.equal(String(await pilotFor(argument, { pilots: [] })), String(revision))
    }
  })

  it('is the one in the editor whatever language its file was mapped to', async () => {
    for (const languageId of ['pilot-yaml', 'yaml', 'ansible', 'plaintext']) {
      const { pilotFor } = await load({
        activeTextEditor: { document: { uri: new Address(file), languageId } },
      })
      assert.equal(String(await pilotFor(undefined, { pilots: [] })), file)
    }
  })

  it('is chosen from a list in the order of the titles, among those with the same name by the way to its file', async () => {
    const offered: (readonly { readonly detail: string }[])[] = []
    const showQuickPick = async (rows: readonly { readonly detail: string }[]) => {
      offered.push(rows)
    }
    const { pilotFor } = await load({ showQuickPick })
    const twins = ['b', 'a'].map((folder) => ({
      ...forecast,
      uri: `file:///w/${folder}/forecast.pilot.yaml`,
    }))
    const routes = ['10', '9'].map((wave) => ({ ...forecast, name: `route-${wave}`, title: `Route ${wave}` }))
    assert.equal(await pilotFor(undefined, { pilots: [...routes, ...twins] }), undefined)
    assert.deepEqual(
      offered[0]?.map(({ detail }) => detail),
      ['a/forecast.pilot.yaml', 'b/forecast.pilot.yaml', 'route-9', 'route-10'],
    )
  })
})

function load(window: object): Promise<Pick> {
  return loadClient<Pick>('pick-pilot.ts', { Uri: Address, window })
}

interface Pick {
  pilotFor(argument: unknown, portfolio: object): Promise<unknown>
}

/** An address as VS Code has it. */
class Address {
  readonly path: string
  readonly query: string
  readonly #text: string

  constructor(text: string) {
    const [, path = '', query = ''] = /^[\w-]+:(?:\/\/)?([^?]*)\??(.*)$/.exec(text) ?? []
    this.#text = text
    this.path = path
    this.query = query
  }

  static parse(text: string): Address {
    return new Address(text)
  }

  toString(): string {
    return this.#text
  }
}
