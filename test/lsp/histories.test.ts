import assert from 'node:assert/strict'
import type { FileHistory } from '../../server/src/engine/history/history.ts'
import { textToCommitments } from '../../server/src/engine/history/read.ts'
import type { RepositoryHistory } from '../../server/src/engine/history/source.ts'
import { Histories } from '../../server/src/lsp/histories.ts'

const FOLDER = 'file:///work'
const uris = ['a', 'b'].map((name) => `${FOLDER}/${name}.pilot.yaml`)

function historyOf(...commits: readonly string[]): FileHistory {
  const commitments = textToCommitments('stage: criteria\n')
  assert.ok(commitments)
  return {
    revisions: commits.map((commit) => ({ commit, date: '2026-01-02', author: 'Ana Ruiz', commitments })),
  }
}

describe('the histories of many files', () => {
  it('stay the same for a file that a new commit left alone', async () => {
    const answers: RepositoryHistory[] = [[['1'], ['1']] as const, [['1'], ['1', '2']] as const].map(
      (files, index) => ({
        head: String(index),
        asOf: undefined,
        files: new Map(files.map((commits, at) => [uris[at] ?? '', historyOf(...commits)])),
        departed: [],
        past: undefined,
      }),
    )
    let changes = 0
    const read = async (): Promise<RepositoryHistory> => answers[changes] ?? assert.fail()
    const histories = new Histories({ read }, () => {
      changes++
    })
    histories.trust()
    const files = uris.map((uri) => ({ uri, content: { kind: 'too-large' } as const }))
    const ask = async (): Promise<readonly unknown[]> => {
      histories.refresh({ folders: [FOLDER], files, asOf: undefined })
      await histories.settled()
      return uris.map((uri) => histories.of(uri))
    }
    const [first, second] = [await ask(), await ask()]
    assert.equal(changes, 2)
    assert.equal(first[0], second[0])
    assert.notEqual(first[1], second[1])
  })

  it('are wanting where no text can be read, which is not to be in no commit', async () => {
    const read = async (): Promise<RepositoryHistory> => {
      const unreadable = new Set(uris.slice(0, 1))
      return { head: '1', asOf: undefined, files: new Map(), unreadable, departed: [], past: undefined }
    }
    const histories = new Histories({ read }, () => undefined)
    histories.trust()
    histories.refresh({ folders: [FOLDER], files: [], asOf: undefined })
    await histories.settled()
    assert.deepEqual(
      uris.map((uri) => histories.of(uri)),
      [{ noHistory: 'unreadable' }, { noHistory: 'uncommitted' }],
    )
  })

  it('are asked for again when that is wished for just as the last answer is taken', async () => {
    const asked: string[] = []
    const read = async (folder: string): Promise<RepositoryHistory> => {
      asked.push(folder)
      return { head: folder, asOf: undefined, files: new Map(), departed: [], past: undefined }
    }
    const ask = (folder: string): void => histories.refresh({ folders: [folder], files: [], asOf: undefined })
    const histories = new Histories({ read }, () => {
      if (asked.length === 1) queueMicrotask(() => ask('file:///other'))
    })
    histories.trust()
    ask(FOLDER)
    await histories.settled()
    assert.deepEqual(asked, [FOLDER, 'file:///other'])
  })
})
