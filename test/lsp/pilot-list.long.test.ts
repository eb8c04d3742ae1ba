import assert from 'node:assert/strict'
import { listPilots, type PilotList } from '../../server/src/protocol/pilots.ts'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const uriOf = (name: string): string => `${FOLDER}/${name}.pilot.yaml`
const pilot = (name: string, title: string): string =>
  `apiVersion: pilot-as-code/v1\nname: ${name}\ntitle: ${title}\nstage: criteria\n`

describe('the list of pilots', () => {
  let client: TestClient
  const ask = (since?: string): Promise<PilotList> =>
    client.connection.sendRequest(listPilots, since === undefined ? {} : { since })
  const shown = ({ pilots }: PilotList): string[] =>
    pilots.map((each) => ('uri' in each ? each.title : `the same: ${each.join(', ')}`))

  beforeEach(async () => {
    client = new TestClient()
    for (const name of ['a', 'b', 'c']) client.files.content.set(uriOf(name), pilot(name, `Pilot ${name}`))
    await client.start(capable)
  })

  it('holds all of them for whoever knows none', async () => {
    assert.deepEqual(shown(await ask()), ['Pilot a', 'Pilot b', 'Pilot c'])
    assert.deepEqual(shown(await ask()), ['Pilot a', 'Pilot b', 'Pilot c'])
  })

  it('names those that are the same as in the answer before', async () => {
    const { state } = await ask()
    await client.open(uriOf('b'), pilot('b', 'Renamed'))
    const next = await ask(state)
    assert.deepEqual(shown(next), ['Renamed', 'the same: 0, 1', 'the same: 2, 1'])
    assert.deepEqual(shown(await ask(next.state)), ['the same: 0, 3'])
  })

  it('holds a pilot as it could last be read while a line of it is written, with what is found now', async () => {
    await client.open(uriOf('b'), pilot('b', 'Renamed'))
    await ask()
    await client.change(uriOf('b'), { text: `${pilot('b', 'Renamed')}owners: {\n` })
    const [typed] = (await ask()).pilots
    assert.ok(typed && 'uri' in typed)
    assert.deepEqual([typed.title, typed.stage, typed.readable], ['Renamed', 'criteria', true])
    assert.ok(typed.findings.some(({ rule }) => rule.startsWith('yaml/')))
    await client.close(uriOf('b'))
    await client.write(uriOf('b'), `${pilot('b', 'Renamed')}owners: {\n`)
    const saved = (await ask()).pilots.find((each) => 'uri' in each && each.uri === uriOf('b'))
    assert.ok(saved && 'uri' in saved)
    assert.equal(saved.readable, false)
  })

  it('holds all of them for whoever knows an older answer', async () => {
    const { state } = await ask()
    await ask(state)
    assert.deepEqual(shown(await ask(state)), ['Pilot a', 'Pilot b', 'Pilot c'])
  })
})
