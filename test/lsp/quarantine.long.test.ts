import assert from 'node:assert/strict'
import type { CustomChecks } from '../../server/src/engine/config/custom.ts'
import { portfolioOf } from '../../server/src/engine/portfolio/portfolio.ts'
import type { Within } from '../../server/src/engine/ports.ts'
import type { PortfolioRule, Rule } from '../../server/src/engine/rules/rule.ts'
import { Quarantine } from '../../server/src/lsp/quarantine.ts'
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

describe('a rule over all pilots that fails', () => {
  it('is told of, and takes neither what it has said nor what others say', () => {
    const docs = { summary: '', why: '', remedy: '', sources: [], bad: [], good: [] }
    const report = { file: 'a', at: 'name', message: 'Said.' } as const
    const failing: PortfolioRule = {
      ...{ id: 'acme/failing', docs, from: { criteria: 'error' } },
      *check() {
        yield report
        throw new Error('a fault of ours')
      },
    }
    const other: PortfolioRule = { ...failing, id: 'acme/other', check: () => [report] }
    const told: string[] = []
    const quarantine = new Quarantine(
      undefined,
      { warn: assert.fail, failed: (name, error) => told.push(`${name}: ${error}`) },
      [failing, other],
    )
    const scene = {
      today: '2026-06-01',
      isOn: () => true,
      currencyOf: () => 'EUR',
      option: () => 0,
      hasRegistry: () => false,
      registry: undefined,
      departed: undefined,
    }
    const portfolio = portfolioOf([])
    const said = quarantine.portfolioRules.map((each) => [...each.check(portfolio, scene)])
    assert.deepEqual(said, [[report], [report]])
    assert.deepEqual(told, ['acme/failing: Error: a fault of ours'])
  })
})
