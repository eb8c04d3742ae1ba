import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import type { Files } from '../../server/src/engine/ports.ts'
import { Workspace } from '../../server/src/lsp/workspace.ts'

const folder = 'file:///w'
const uri = `${folder}/demand.pilot.yaml`

describe('the files of a workspace', () => {
  it('are those that Git does not ignore, whenever it is told to', async () => {
    // Listing, reading, and what is done between them take a few turns; more are listed than are read at a time.
    const uris = Array.from({ length: 20 }, (_, index) => `${folder}/${index}.pilot.yaml`)
    for (let turns = 0; turns < 16; turns++) {
      let isIgnored = false
      const files: Files = {
        ...unused,
        async list() {
          const listed = isIgnored ? [] : uris
          await pause()
          return { uris: listed, complete: true }
        },
        async read(_uri, _folder, isListed) {
          const isRefused = isIgnored && isListed !== true
          await pause()
          return isRefused ? { kind: 'missing' } : { kind: 'text', text: 'name: demand\n' }
        },
      }
      const workspace = new Workspace(files, nothing, nothing)
      workspace.addFolder(folder)
      for (let turn = 0; turn < turns; turn++) await setImmediate()
      isIgnored = true
      workspace.touch(`${folder}/.gitignore`)
      await workspace.settled()
      assert.deepEqual(workspace.all(), [], `after ${turns} turns`)
    }
  })

  it('are not searched for in a folder that is gone before it is its turn', async () => {
    const listed: string[] = []
    const files: Files = {
      ...unused,
      async list(folder) {
        listed.push(folder)
        await pause()
        return { uris: [], complete: true }
      },
    }
    const workspace = new Workspace(files, nothing, nothing)
    for (const each of [folder, 'file:///gone']) workspace.addFolder(each)
    workspace.removeFolder('file:///gone')
    await workspace.settled()
    assert.deepEqual(listed, [folder])
  })

  it('go with their folder, be it named like a pilot, or gone while they are read', async () => {
    for (const folderOfIt of [`${folder}/old`, `${folder}/old.pilot.yaml`]) {
      for (const isRead of [true, false]) {
        let isThere = true
        const files: Files = {
          ...unused,
          async read() {
            const wasThere = isThere
            await pause()
            return wasThere ? { kind: 'text', text: 'name: demand\n' } : { kind: 'missing' }
          },
        }
        const workspace = new Workspace(files, nothing, nothing)
        workspace.addFolder(folder)
        workspace.touch(`${folderOfIt}/demand.pilot.yaml`)
        if (isRead) await workspace.settled()
        else await setImmediate()
        isThere = false
        workspace.touch(folderOfIt)
        await workspace.settled()
        assert.deepEqual(workspace.all(), [], `${folderOfIt} ${isRead}`)
      }
    }
  })

  it('are news with their folder, and when one of them is another', async () => {
    let [news, text] = [0, 'name: demand\n']
    const files: Files = { ...unused, read: async () => ({ kind: 'text', text }) }
    const workspace = new Workspace(files, () => news++, nothing)
    const newsOf = async (what: () => void): Promise<number> => {
      const before = news
      what()
      await workspace.settled()
      return news - before
    }
    assert.equal(await newsOf(() => workspace.addFolder(folder)), 1)
    assert.equal(await newsOf(() => workspace.touch(uri)), 1)
    assert.equal(await newsOf(() => workspace.touch(uri)), 0)
    text = 'name: other\n'
    assert.equal(await newsOf(() => workspace.touch(uri)), 1)
  })

  it('are said to be missing, once, where there are too many or one that was found cannot be read', async () => {
    const told: string[] = []
    const files: Files = { ...unused, list: async () => ({ uris: [uri], complete: false }) }
    const workspace = new Workspace(files, nothing, (message) => told.push(message))
    workspace.addFolder(folder)
    await workspace.settled()
    workspace.touch(uri)
    workspace.touch(`${folder}/.gitignore`)
    await workspace.settled()
    assert.deepEqual(told, [
      `Not all files below ${folder} were searched for pilots: there are too many.`,
      `${uri} is not checked: it cannot be read.`,
    ])
  })
})

async function pause(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await setImmediate()
}

const nothing = (): void => undefined
const unused: Files = {
  list: async () => ({ uris: [], complete: true }),
  read: async () => ({ kind: 'missing' }),
  isThere: async () => false,
}
