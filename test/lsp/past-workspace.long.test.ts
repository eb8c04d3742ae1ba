import assert from 'node:assert/strict'
import type { FileHistory } from '../../server/src/engine/history/history.ts'
import { textToCommitments } from '../../server/src/engine/history/read.ts'
import type { HistorySource, NoHistory, RepositoryHistory } from '../../server/src/engine/history/source.ts'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const DAY = '2026-03-01'
const uriOf = (name: string): string => `${FOLDER}/${name}.pilot.yaml`
const pilot = (name: string, stage: string): string =>
  `apiVersion: pilot-as-code/v1\nname: ${name}\ntitle: ${name}\nstage: ${stage}\n`

/** On that day "grown" was in its first stage, "gone" was there, and "new" was not. */
const then = new Map(
  [pilot('grown', 'criteria'), pilot('gone', 'data')].map((text) => [
    uriOf(/name: (\w+)/.exec(text)?.[1] ?? ''),
    { kind: 'text', text } as const,
  ]),
)

describe('closed pilots on a day of the past', () => {
  let client: TestClient
  let gap: NoHistory['gap'] | undefined
  const history: HistorySource = {
    async read(_, { asOf, known } = {}): Promise<RepositoryHistory | NoHistory> {
      if (gap && asOf) return { gap }
      if (known && known.asOf === asOf) return known
      const past = asOf === undefined ? undefined : { commit: 'a'.repeat(40), date: asOf, texts: then }
      return { head: 'a'.repeat(40), asOf, files: files(), departed: [], past }
    },
  }
  const files = (): ReadonlyMap<string, FileHistory> => {
    const commitments = textToCommitments(pilot('grown', 'criteria'))
    assert.ok(commitments)
    const revisions = [{ commit: 'a'.repeat(40), date: '2026-01-02', author: 'Ana Ruiz', commitments }]
    return new Map([[uriOf('grown'), { revisions }]])
  }
  const start = async (): Promise<void> => {
    client = new TestClient({ history })
    for (const name of ['grown', 'new']) client.files.content.set(uriOf(name), pilot(name, 'rollout'))
    await client.start(capable, { trusted: true, asOf: DAY })
    await client.remembered()
  }
  const listed = async (): Promise<readonly string[]> => {
    const all = await client.pilots()
    return all.map(({ name, stage }) => `${name} ${stage}`).sort()
  }
  beforeEach(() => {
    gap = undefined
  })
  afterEach(() => client.stop())

  it('are those of that day, in the tree and among the findings', async () => {
    await start()
    assert.deepEqual(await listed(), ['gone data', 'grown criteria'])
    const { items } = await client.pullAll()
    assert.deepEqual(items.map(({ uri }) => uri).sort(), [uriOf('gone'), uriOf('grown')])
  })

  it('go with their folder', async () => {
    await start()
    const removed = [{ uri: FOLDER, name: 'work' }]
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed } })
    await client.settle()
    assert.deepEqual(await listed(), [])
    await client.open(uriOf('grown'), pilot('grown', 'rollout'))
    await client.settle()
    assert.deepEqual(await listed(), ['grown rollout'])
  })

  it('keep their present text while they are open', async () => {
    await start()
    await client.open(uriOf('grown'), pilot('grown', 'rollout'))
    await client.open(uriOf('new'), pilot('new', 'rollout'))
    assert.deepEqual(await listed(), ['gone data', 'grown rollout', 'new rollout'])
    await client.close(uriOf('grown'))
    await client.close(uriOf('new'))
    assert.deepEqual(await listed(), ['gone data', 'grown criteria'])
  })

  it('are the present ones where Git does not know, and again when the day is today', async () => {
    gap = 'later'
    await start()
    assert.deepEqual(await listed(), ['grown rollout', 'new rollout'])
    client.stop()
    gap = undefined
    await start()
    await client.notify('workspace/didChangeConfiguration', { settings: { pilots: { asOf: '' } } })
    await client.remembered()
    assert.deepEqual(await listed(), ['grown rollout', 'new rollout'])
  })
})
