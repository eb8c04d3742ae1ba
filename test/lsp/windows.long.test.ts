import assert from 'node:assert/strict'
import type { HistorySource } from '../../server/src/engine/history/source.ts'
import type { Files } from '../../server/src/engine/ports.ts'
import { capable, MemoryFiles, TestClient } from '../support/lsp.ts'

/** As VS Code and Node.js spell the address of the same folder. */
const folders = [
  ['file:///c%3A/work/Pr%C3%BCfung%20%231', 'file:///c:/work/Pr%C3%BCfung%20%231'],
  ['file:///c%3A/', 'file:///c:/'],
  ['file:///c%3A', 'file:///C:'],
  ['file://server/share%24/work', 'file://server/share$/work'],
] as const

const text = 'apiVersion: pilot-as-code/v1\nname: a\ntitle: A\nstage: criteria\n'

describe('a folder of Windows', () => {
  for (const [editor, disk] of folders) {
    const at = (root: string, path: string): string => `${root.replace(/\/$/, '')}/${path}`

    it(`is one, however it is spelled: ${editor}`, async () => {
      const memory = new MemoryFiles()
      const spelled = (uri: string): string =>
        decodeURIComponent(uri).replace(/^file:\/\/\/[Cc]:/, 'file:///c:')
      const files: Files = {
        list: async (_, kind) => ({
          uris: [...memory.content.keys()].filter((uri) => kind === 'yaml' || uri.includes('.pilot.')),
          complete: true,
        }),
        read: async (uri) => {
          const own = [...memory.content.keys()].find((each) => spelled(each) === spelled(uri))
          return memory.read(own ?? uri)
        },
      }
      memory.content.set(at(disk, 'teams/a.pilot.yaml'), text)
      memory.content.set(at(disk, 'teams/b.pilot.yaml'), text.replaceAll(/\ba\b/gi, 'b'))
      memory.content.set(
        at(disk, 'pilots.config.yaml'),
        'exclude: ["teams/b*"]\noverrides:\n  - files: ["teams/**"]\n    rules:\n      file/name: off\n',
      )
      const asked: string[] = []
      const history: HistorySource = {
        async read(folder) {
          asked.push(folder)
          return { gap: 'no-repository' }
        },
      }
      const client = new TestClient({ files, history }, editor)
      await client.start(capable)
      await client.open(at(editor, 'teams/a.pilot.yaml'), text.replace('name: a', 'name: other'))
      await client.settle()
      const pilots = await client.pilots()
      assert.deepEqual(
        pilots.map(({ name, uri }) => `${name} ${uri}`),
        [`other ${at(editor, 'teams/a.pilot.yaml')}`],
      )
      const { items } = await client.pullAll()
      const rules = items.flatMap((item) =>
        item.kind === 'full' ? item.items.map(({ code }) => `${code}`) : [],
      )
      assert.ok(rules.length > 0)
      assert.ok(!rules.includes('file/name'), rules.join())
      assert.ok(!rules.some((rule) => rule.startsWith('config/')), rules.join())
      await client.close(at(editor, 'teams/a.pilot.yaml'))
      assert.deepEqual(
        (await client.pilots()).map(({ name }) => name),
        ['a'],
      )
      assert.deepEqual(client.errors, [])
      client.stop()
    })
  }
})
