import assert from 'node:assert/strict'
import type { CustomChecks } from '../../server/src/engine/config/custom.ts'
import type { Within } from '../../server/src/engine/ports.ts'
import type { Rule } from '../../server/src/engine/rules/rule.ts'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const CONFIG = `${FOLDER}/pilots.config.yaml`
const pilot = (title: string): string =>
  `apiVersion: pilot-as-code/v1\nname: demand\ntitle: ${title}\nstage: nowhere\n`
/** Whether the check would still be running. */
let hangs = false
const within: Within = (run) => {
  hangs = false
  const value = run()
  return hangs ? undefined : { value }
}
const rule: Rule = {
  id: 'acme/evil',
  from: { criteria: 'error' },
  broken: true,
  docs: { summary: '', why: '', remedy: '', sources: [], bad: [], good: [] },
  check({ title }) {
    hangs = title?.value === 'Hang'
    if (title?.value === 'Fail') throw new Error('a fault of ours')
    return []
  },
}
const customChecks: CustomChecks = { compile: async () => ({ rules: [rule], refused: [] }) }
const custom = 'customRules:\n  - { id: acme/evil, severity: error, require: {}, message: No. }\n'

describe('a text whose check goes wrong', () => {
  let client: TestClient
  const [uri, other] = ['demand', 'other'].map((name) => `${FOLDER}/${name}.pilot.yaml`)
  assert.ok(uri && other)
  const codes = async (of = uri): Promise<readonly string[]> =>
    (await client.allOf(of)).map(({ code }) => String(code))
  const start = async (options: object = {}): Promise<void> => {
    client = new TestClient({ customChecks, within })
    client.files.content.set(CONFIG, custom)
    client.files.content.set(other, pilot('Other'))
    await client.start(capable, { trusted: true, ...options })
  }
  afterEach(() => client.stop())

  for (const [title, message] of [
    ['Hang', /takes too long/],
    ['Fail', /fails/],
  ] as const) {
    it(`is set aside until it changes, and the others are checked: ${title}`, async () => {
      await start()
      await client.open(uri, pilot(title))
      assert.deepEqual(await codes(), ['yaml/set-aside'])
      assert.match(String((await client.allOf(uri))[0]?.message), message)
      assert.ok((await codes(other)).includes('schema/word'))
      assert.equal(client.errors.length, 1)
      await client.change(uri, { text: pilot('Fine') })
      assert.ok((await codes()).includes('schema/word'))
      assert.equal(client.errors.length, 1)
    })
  }

  it('is not looked at when servers before this one ended with it', async () => {
    await start({ suspects: [uri] })
    client.files.content.set(uri, pilot('Demand'))
    await client.write(uri, pilot('Demand'))
    assert.deepEqual(await codes(), ['yaml/set-aside'])
    await client.open(uri, pilot('Demand'))
    assert.deepEqual(await codes(), ['yaml/set-aside'])
    await client.change(uri, { text: pilot('Demand forecast') })
    assert.ok((await codes()).includes('schema/word'))
    assert.deepEqual(client.errors, [])
  })
})
