import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type CodeAction,
  commands,
  TabInputTextDiff,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode'
import { judgeOn, open, revertAll, untilReported, when } from './editor.ts'

const FILE = 'past/claims.pilot.yaml'
const pilot = (target: number): string => `apiVersion: pilot-as-code/v1
name: claims
title: Claims triage
stage: rollout
timeline: { start: 2026-02-02, end: 2026-12-31 }
criteria:
  success:
    - { metric: Cases per day, baseline: 40, target: ${target}, by: 2026-12-11 }
`

describe('a change of the past', () => {
  let folder: string
  let document: TextDocument
  const commit = (date: string, target: number): void => {
    writeFileSync(join(folder, 'claims.pilot.yaml'), pilot(target))
    const env = {
      ...process.env,
      GIT_AUTHOR_DATE: `${date}T12:00:00Z`,
      GIT_COMMITTER_DATE: `${date}T12:00:00Z`,
    }
    const person = ['-c', 'user.name=Luis Ortega', '-c', 'user.email=luis@example.com']
    execFileSync('git', [...person, 'add', '.'], { cwd: folder, env })
    execFileSync('git', [...person, 'commit', '--quiet', '-m', 'x'], { cwd: folder, env })
  }

  before(async () => {
    folder = join(workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', 'past')
    mkdirSync(folder)
    execFileSync('git', ['init', '--quiet'], { cwd: folder })
    commit('2026-01-15', 70)
    commit('2026-04-20', 55)
    await judgeOn('2026-11-20')
    document = await open(FILE)
  })
  after(async () => {
    await revertAll()
    // A watcher does not hear of the files in a folder that goes; the editor tells when it is the one who deletes it.
    const edit = new WorkspaceEdit()
    edit.deleteFile(Uri.file(folder), { recursive: true })
    await workspace.applyEdit(edit)
  })

  it('opens beside the text before it from the light bulb of its finding', async () => {
    const found = await untilReported(document, 'history/goalposts-moved')
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found?.range,
    )
    const action = actions.find(({ title }) => title.startsWith('Show the change of 2026-04-20'))
    assert.ok(action?.command, actions.map(({ title }) => title).join('\n'))
    await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []))
    const input = await when(
      () => window.tabGroups.activeTabGroup.activeTab?.input,
      (each) => each instanceof TabInputTextDiff,
      (changed) => window.tabGroups.onDidChangeTabs(changed),
    )
    assert.ok(input instanceof TabInputTextDiff)
    const [before, after] = await Promise.all(
      [input.original, input.modified].map(async (uri) => (await workspace.openTextDocument(uri)).getText()),
    )
    assert.deepEqual([before, after], [pilot(70), pilot(55)])
  })

  it('is not believed to come from anywhere', async () => {
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs).length
    for (const argument of [undefined, 'x', {}, { uri: document.uri.toString(), commit: '--output=x' }])
      await commands.executeCommand('pilots.showChange', argument)
    assert.equal(window.tabGroups.all.flatMap((group) => group.tabs).length, tabs)
  })
})

describe('another day', () => {
  it('ends with a command', async () => {
    await judgeOn('2026-03-01')
    await commands.executeCommand('pilots.showToday')
    const day = workspace.getConfiguration('pilots').get('asOf')
    await judgeOn('2026-11-20')
    assert.equal(day, '')
  })
})
