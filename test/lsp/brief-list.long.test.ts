import assert from 'node:assert/strict'
import { listPilots, showPilot } from '../../server/src/protocol/pilots.ts'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const uriOf = (name: string): string => `${FOLDER}/${name}.pilot.yaml`
const pilot = (name: string, title: string): string =>
  `apiVersion: pilot-as-code/v1\nname: ${name}\ntitle: ${title}\nstage: criteria\n`
/** More than are sent in full. */
const MANY = 501

describe('the list of many pilots', () => {
  it('holds them in brief for whoever asks about the few that are looked at, and those that are open in full', async () => {
    const client = new TestClient()
    for (let at = 0; at < MANY; at++)
      client.files.content.set(uriOf(`more-${at}`), pilot(`more-${at}`, 'One of many'))
    await client.start(capable)
    await client.open(uriOf('more-3'), pilot('more-3', 'Opened'))
    const full = new Map((await client.pilots()).map((each) => [each.uri, each]))
    assert.equal(full.size, MANY)
    const { state, pilots } = await client.connection.sendRequest(listPilots, { brief: true })
    for (const each of pilots) {
      assert.ok('uri' in each)
      const whole = full.get(each.uri)
      assert.ok(whole && whole.findings.length > 0)
      const { name, title, stage, verdict, count, known, range } = whole
      const row = { ...each, ...{ name, title, stage, verdict, count, known, range } }
      assert.deepEqual(each, each.brief ? row : whole)
      assert.equal(each.brief, each.uri === uriOf('more-3') ? undefined : true)
      if (each.brief) assert.deepEqual([each.findings, each.outputs], [[], []])
    }
    const uri = uriOf('more-7')
    assert.deepEqual(await client.connection.sendRequest(showPilot, { uri }), full.get(uri))
    assert.equal(await client.connection.sendRequest(showPilot, { uri: uriOf('none') }), null)
    const again = await client.connection.sendRequest(listPilots, { brief: true, since: state })
    assert.deepEqual(again.pilots, [[0, MANY]])
  })
})
