import assert from 'node:assert/strict'
import {
  DiagnosticSeverity,
  ReferencesRequest,
  RenameRequest,
  type WorkspaceClientCapabilities,
} from 'vscode-languageserver-protocol'
import { baselineJson, baselineOf } from '../../server/src/engine/baseline/baseline.ts'
import { baselineFileOf } from '../../server/src/engine/baseline/match.ts'
import type { HistorySource } from '../../server/src/engine/history/source.ts'
import { showBoard } from '../../server/src/protocol/board.ts'
import { analysisOf } from '../support/check.ts'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const text = `apiVersion: pilot-as-code/v1
name: demand
title: Demand
stage: nowhere
owners:
  operator: { name: Luis Ortega }
`
const [left, moved] = [`${FOLDER}/demand.pilot.yaml`, `${FOLDER}/moved.pilot.yaml`]
const workspaceEdit: WorkspaceClientCapabilities['workspaceEdit'] = {
  documentChanges: true,
  resourceOperations: ['rename'],
}
const position = { line: 5, character: 24 }

describe('a pilot whose file is gone while it is open', () => {
  let client: TestClient
  beforeEach(async () => {
    client = new TestClient()
    client.files.content.set(left, text)
    client.files.content.set(moved, text)
    await client.start({ ...capable, workspace: { ...capable.workspace, workspaceEdit } })
    await client.open(left, text)
    assert.match(await rulesOf(moved), /duplicate-name/)
  })
  afterEach(() => client.stop())

  async function rulesOf(uri: string): Promise<string> {
    await client.pullAll()
    return (await client.allOf(uri)).map(({ code }) => code).join(' ')
  }

  it('is no pilot that others are compared with, and is judged by itself', async () => {
    await client.write(left, undefined)
    assert.doesNotMatch(await rulesOf(moved), /duplicate-name/)
    assert.doesNotMatch(await rulesOf(left), /portfolio/)
    assert.match(await rulesOf(left), /schema/)
  })

  it('stays so while somebody writes in it, until it is saved', async () => {
    await client.write(left, undefined)
    const written = text.replace('Demand', 'Demand of a day')
    await client.change(left, { text: written })
    assert.doesNotMatch(await rulesOf(moved), /duplicate-name/)
    await client.write(left, written)
    assert.match(await rulesOf(moved), /duplicate-name/)
    assert.match(await rulesOf(left), /portfolio/)
  })

  it('is a new one when it is opened again without a file', async () => {
    await client.write(left, undefined)
    await client.close(left)
    await client.open(left, text)
    assert.match(await rulesOf(moved), /duplicate-name/)
  })

  it('is compared as before where the file is there and only not read any more', async () => {
    client.files.content.set(left, 'missing')
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: left, type: 2 }] })
    assert.match(await rulesOf(moved), /duplicate-name/)
  })

  it('stands in no list and on no dashboard until it is saved', async () => {
    const shown = async (): Promise<readonly (readonly string[])[]> => {
      const board = JSON.stringify(await client.connection.sendRequest(showBoard))
      const listed = (await client.pilots()).map(({ uri }) => uri)
      return [listed.toSorted(), [left, moved].filter((uri) => board.includes(JSON.stringify(uri)))]
    }
    await client.write(left, undefined)
    assert.deepEqual(await shown(), [[moved], [moved]])
    await client.write(left, text)
    assert.deepEqual(await shown(), [
      [left, moved],
      [left, moved],
    ])
  })

  it('leaves what a baseline knows of it to the file that it was moved to', async () => {
    const known = baselineFileOf(analysisOf(text, { name: 'demand.pilot.yaml' }))
    const baseline = baselineOf(new Map(known && [['demand.pilot.yaml', known]]))
    await client.write(moved, undefined)
    await client.write(`${FOLDER}/pilots.baseline.json`, JSON.stringify(baselineJson(baseline)))
    await client.write(left, undefined)
    await client.write(moved, text)
    const severities = (await client.allOf(moved)).flatMap(({ code, severity }) =>
      `${code}`.startsWith('schema/') ? [severity] : [],
    )
    assert.deepEqual(severities, [DiagnosticSeverity.Hint])
  })

  it('is compared again when its file is back and Git ignores it', async () => {
    await client.write(left, undefined)
    assert.doesNotMatch(await rulesOf(moved), /duplicate-name/)
    await client.write(left, 'missing')
    assert.match(await rulesOf(moved), /duplicate-name/)
  })

  it('is a new one also where it is opened again while the server looks whether its file is there', async () => {
    let reopened: Promise<void> | undefined
    client.files.isThere = async () => {
      reopened ??= client.close(left).then(() => client.open(left, text))
      await reopened
      for (let turn = 0; turn < 9; turn++) await client.clock.pause()
      return false
    }
    await client.write(left, undefined)
    assert.match(await rulesOf(moved), /duplicate-name/)
  })

  it('is one that lies outside, whose file nobody knew, when its folder leaves the workspace', async () => {
    await client.write(left, undefined)
    await client.pullAll()
    const event = { added: [], removed: [{ uri: FOLDER, name: 'work' }] }
    await client.notify('workspace/didChangeWorkspaceFolders', { event })
    assert.deepEqual(
      (await client.pilots()).map(({ uri }) => uri),
      [left],
    )
  })

  it('has names of its own', async () => {
    await client.write(left, undefined)
    await client.pullAll()
    const context = { includeDeclaration: true }
    for (const uri of [left, moved]) {
      const at = { textDocument: { uri }, position }
      const found = await client.connection.sendRequest(ReferencesRequest.type, { ...at, context })
      assert.deepEqual(
        found?.map((each) => each.uri),
        [uri],
      )
      const edit = await client.connection.sendRequest(RenameRequest.type, { ...at, newName: 'Ana Ruiz' })
      assert.equal(edit?.documentChanges?.length, 1)
    }
  })

  it('is renamed without its file, which is there no more', async () => {
    const params = { textDocument: { uri: left }, position: { line: 1, character: 8 }, newName: 'other' }
    const renamed = async (): Promise<number | undefined> =>
      (await client.connection.sendRequest(RenameRequest.type, params))?.documentChanges?.length
    assert.equal(await renamed(), 2)
    await client.write(left, undefined)
    await client.pullAll()
    assert.equal(await renamed(), 1)
  })
})

describe('the past of a pilot that was moved while it is open', () => {
  it('is asked for by the files that are there', async () => {
    const asked: (readonly string[])[] = []
    const history: HistorySource = {
      async read(_folder, request) {
        asked.push([...(request?.present?.texts.keys() ?? [])])
        return { gap: 'no-repository' }
      },
    }
    const client = new TestClient({ history })
    client.files.content.set(left, text)
    await client.start(capable, { trusted: true })
    await client.open(left, text)
    await client.settle()
    await client.write(left, undefined)
    await client.write(moved, text)
    await client.settle()
    client.stop()
    assert.deepEqual([asked.at(0), asked.at(-1)], [[left], [moved]])
  })
})
