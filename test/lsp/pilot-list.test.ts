import assert from 'node:assert/strict'
import { listPilots, type PilotList, showPilot } from '../../server/src/protocol/pilots.ts'
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

  it('holds many in brief for whoever asks about the few that are looked at, and those that are open in full', async () => {
    for (let at = 0; at < 500; at++)
      client.files.content.set(uriOf(`more-${at}`), pilot(`more-${at}`, 'One of many'))
    client = await another(client)
    await client.open(uriOf('b'), pilot('b', 'Opened'))
    const full = new Map((await client.pilots()).map((each) => [each.uri, each]))
    assert.equal(full.size, 503)
    const { state, pilots } = await client.connection.sendRequest(listPilots, { brief: true })
    for (const each of pilots) {
      assert.ok('uri' in each)
      const whole = full.get(each.uri)
      assert.ok(whole && whole.findings.length > 0)
      const { name, title, stage, verdict, count, known, range } = whole
      const row = { ...each, ...{ name, title, stage, verdict, count, known, range } }
      assert.deepEqual(each, each.brief ? row : whole)
      assert.equal(each.brief, each.uri === uriOf('b') ? undefined : true)
      if (each.brief) assert.deepEqual([each.findings, each.outputs], [[], []])
    }
    const uri = uriOf('more-7')
    assert.deepEqual(await client.connection.sendRequest(showPilot, { uri }), full.get(uri))
    assert.equal(await client.connection.sendRequest(showPilot, { uri: uriOf('none') }), null)
    const again = await client.connection.sendRequest(listPilots, { brief: true, since: state })
    assert.deepEqual(shown(again), ['the same: 0, 503'])
  })

  it('holds all of them for whoever knows an older answer', async () => {
    const { state } = await ask()
    await ask(state)
    assert.deepEqual(shown(await ask(state)), ['Pilot a', 'Pilot b', 'Pilot c'])
  })
})

/** Another server over the same files. */
async function another({ files }: TestClient): Promise<TestClient> {
  const client = new TestClient()
  for (const [uri, content] of files.content) client.files.content.set(uri, content)
  await client.start(capable)
  return client
}
