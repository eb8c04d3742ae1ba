import assert from 'node:assert/strict'
import type { WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver-protocol'
import { type Errand, judgeAll, type KeptFile } from '../../server/src/lsp/errand.ts'
import type { JudgingThread, Second } from '../../server/src/lsp/second-thread.ts'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const uri = (index: number): string => `${FOLDER}/p${index}.pilot.yaml`
const text = (index: number): string =>
  `apiVersion: pilot-as-code/v1\nname: desk-${index % 20}\ntitle: Desk ${index}\nstage: rollout\nteam: desk\n`
const COUNT = 60

/** A thread that answers as it is told to, from as few files on as there can be. */
class Beside implements Second {
  readonly worth = 1
  readonly asked: string[] = []
  open_ = 0
  readonly #answer: (errands: readonly Errand[]) => readonly KeptFile[]

  constructor(answer: (errands: readonly Errand[]) => readonly KeptFile[] = judgeAll) {
    this.#answer = answer
  }

  open(): JudgingThread {
    this.open_++
    return {
      ask: async (errands) => {
        this.asked.push(...errands.map(({ uri: each }) => each))
        return structuredClone(this.#answer(structuredClone(errands)))
      },
      end: async () => {
        this.open_--
      },
    }
  }
}

interface Shown {
  readonly items: readonly WorkspaceDocumentDiagnosticReport[]
  readonly pilots: unknown
}

describe('a second thread', () => {
  let client: TestClient | undefined
  afterEach(() => client?.stop())

  const shown = async (second?: Second, options: unknown = {}): Promise<Shown> => {
    client?.stop()
    client = new TestClient(second ? { second } : {})
    for (let index = 0; index < COUNT; index++) client.files.content.set(uri(index), text(index))
    await client.start(capable, options)
    const { items } = await client.pullAll()
    return { items, pilots: await client.pilots() }
  }

  it('finds what one finds', async () => {
    const beside = new Beside()
    assert.deepEqual(await shown(beside), await shown())
    assert.ok(beside.asked.length > 0)
    assert.equal(beside.open_, 0)
  })

  const troubles: Readonly<Record<string, () => readonly KeptFile[]>> = {
    'ends in the middle': () => {
      throw new Error('gone')
    },
    'answers with less than it was asked': () => [],
  }
  for (const [what, answer] of Object.entries(troubles)) {
    it(`that ${what} changes nothing`, async () => {
      const beside = new Beside(answer)
      assert.deepEqual(await shown(beside), await shown())
      assert.equal(beside.open_, 0)
    })
  }

  it('cannot be started where the system gives none', async () => {
    const none: Second = {
      worth: 1,
      open: () => {
        throw new Error('no more threads')
      },
    }
    assert.deepEqual(await shown(none), await shown())
  })

  it('is not handed what a server before this one ended with, nor what is open', async () => {
    const beside = new Beside()
    await shown(beside, { suspects: [uri(COUNT - 1)] })
    assert.ok(!beside.asked.includes(uri(COUNT - 1)))
    await client?.open(uri(0), text(0))
    beside.asked.length = 0
    if (client) client.clock.date = '2027-06-01'
    client?.clock.pass()
    await client?.pullAll()
    assert.ok(beside.asked.length > 0)
    assert.ok(!beside.asked.includes(uri(0)))
  })

  it('is not started for a few', async () => {
    const beside = Object.assign(new Beside(), { worth: COUNT + 1 })
    await shown(beside)
    assert.deepEqual(beside.asked, [])
  })
})
