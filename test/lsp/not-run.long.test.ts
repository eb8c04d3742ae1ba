import assert from 'node:assert/strict'
import { gapText, type HistorySource, type NoHistory } from '../../server/src/engine/history/source.ts'
import { reasonOf } from '../../server/src/engine/not-run.ts'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { pilots } from '../cli/memory-io.ts'
import { complete } from '../support/check.ts'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

type Told = Readonly<Record<string, string>>

const files = { 'a.pilot.yaml': complete('name: a\n'), 'b.pilot.yaml': complete('name: b\n') }
const wantHistory = [...rules, ...portfolioRules]
  .filter(({ needs }) => needs?.includes('history'))
  .map(({ id }) => id)

async function fromCommandLine(
  history: HistorySource | undefined,
  ...argv: readonly string[]
): Promise<Told | undefined> {
  const world = { files, rules, portfolioRules, ...(history && { history }) }
  const { out } = await pilots(['check', '-f', 'json', ...argv], world)
  const { notRun }: { notRun: readonly (Parameters<typeof reasonOf>[0] & { rule: string })[] } =
    JSON.parse(out).files[0]
  return Object.fromEntries(notRun.map((each) => [each.rule, reasonOf(each)]))
}

describe('the rules that were not run', () => {
  let client: TestClient
  const fromServer = async (history: HistorySource | undefined, trusted: boolean): Promise<Told> => {
    client = new TestClient(history && { history })
    for (const [name, text] of Object.entries(files)) client.files.content.set(`${FOLDER}/${name}`, text)
    await client.start(capable, { trusted })
    if (history && trusted) await client.remembered()
    const [first] = await client.pilots()
    return Object.fromEntries(first?.notRun.map(({ rule, reason }) => [rule, reason]) ?? [])
  }
  const all = (reason: string): Told => Object.fromEntries(wantHistory.map((rule) => [rule, reason]))
  afterEach(() => client?.stop())

  for (const gap of ['shallow', 'no-git', 'empty', 'no-repository', 'foreign', 'timeout'] as const)
    it(`are those that want the past, to the editor and the command line alike: ${gap}`, async () => {
      const history = { read: async () => ({ gap }) }
      const shell = await fromCommandLine(history)
      assert.deepEqual(shell, all(`for lack of Git history: ${gapText(gap)}`))
      assert.deepEqual(await fromServer(history, true), shell)
    })

  it('are those where Git has failed, and its words are in the log once', async () => {
    const answer: NoHistory = { gap: 'failed', detail: 'bad object' }
    const told = await fromServer({ read: async () => ({ ...answer }) }, true)
    assert.deepEqual(told, all('for lack of Git history: Git could not read the repository'))
    client.clock.pass()
    await client.pullAll()
    assert.deepEqual(client.errors, ['Git could not read the history: bad object.'])
  })

  it('are those of a workspace that is not trusted, and of a server without Git', async () => {
    const history = { read: async () => ({ gap: 'empty' }) as const }
    assert.deepEqual(
      await fromServer(history, false),
      all('for lack of Git history: this workspace is not trusted'),
    )
    assert.deepEqual(
      await fromServer(undefined, true),
      all('for lack of Git history: Git cannot be asked from a browser'),
    )
  })

  it('are those over all pilots where files are named one by one', async () => {
    const told = await fromCommandLine(undefined, 'a.pilot.yaml')
    for (const { id } of portfolioRules) assert.equal(told?.[id], 'for lack of the other pilots')
  })

  it('are none that nobody wants', async () => {
    const told = await fromCommandLine(undefined, '--no-history', '--rule', 'history/verdict-missing')
    assert.deepEqual(told, {
      'history/verdict-missing': 'for lack of Git history: it is switched off',
    })
  })
})
