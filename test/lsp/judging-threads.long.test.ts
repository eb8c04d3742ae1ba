import assert from 'node:assert/strict'
import type { WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver-protocol'
import { type Errand, judgeAll, type KeptFile } from '../../server/src/lsp/errand.ts'
import type { JudgingThread, Threads } from '../../server/src/lsp/judging-threads.ts'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const uri = (index: number): string => `${FOLDER}/p${index}.pilot.yaml`
const text = (index: number): string =>
  `apiVersion: pilot-as-code/v1\nname: desk-${index % 20}\ntitle: Desk ${index}\nstage: rollout\nteam: desk\n`
const COUNT = 60

/** Threads that answer as they are told to, from as few files on as there can be. */
class Beside implements Threads {
  readonly worth: number = 1
  readonly count = 2
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

describe('threads that judge', () => {
  let client: TestClient | undefined
  afterEach(() => client?.stop())

  const shown = async (threads?: Threads, options: unknown = {}): Promise<Shown> => {
    client?.stop()
    client = new TestClient(threads ? { threads } : {})
    for (let index = 0; index < COUNT; index++) client.files.content.set(uri(index), text(index))
    await client.start(capable, options)
    const { items } = await client.pullAll()
    return { items, pilots: await client.pilots() }
  }

  it('find what one finds, and are asked about no file twice', async () => {
    const beside = new Beside()
    assert.deepEqual(await shown(beside), await shown())
    assert.deepEqual(
      beside.asked.toSorted(),
      Array.from({ length: COUNT }, (_, index) => uri(index)).toSorted(),
    )
    assert.equal(beside.open_, 0)
  })

  const troubles: Readonly<Record<string, () => readonly KeptFile[]>> = {
    'end in the middle': () => {
      throw new Error('gone')
    },
    'answer with less than they were asked': () => [],
  }
  for (const [what, answer] of Object.entries(troubles)) {
    it(`that ${what} change nothing`, async () => {
      const beside = new Beside(answer)
      assert.deepEqual(await shown(beside), await shown())
      assert.equal(beside.open_, 0)
    })
  }

  it('are done without where the system gives none', async () => {
    const none: Threads = {
      worth: 1,
      count: 2,
      open: () => {
        throw new Error('no more threads')
      },
    }
    assert.deepEqual(await shown(none), await shown())
  })

  it('are not handed what a server before this one ended with, nor what is open', async () => {
    const beside = new Beside()
    await shown(beside, { suspects: [uri(COUNT - 1)] })
    assert.ok(!beside.asked.includes(uri(COUNT - 1)))
    await client?.open(uri(0), text(0))
    await client?.pull(uri(0))
    beside.asked.length = 0
    if (client) client.clock.date = '2027-06-01'
    client?.clock.pass()
    await client?.pullAll()
    assert.ok(beside.asked.length > 0)
    assert.ok(!beside.asked.includes(uri(0)))
  })

  it('are not started for a few', async () => {
    const beside = Object.assign(new Beside(), { worth: COUNT + 1 })
    await shown(beside)
    assert.deepEqual(beside.asked, [])
  })
})
