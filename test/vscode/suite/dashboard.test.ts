import assert from 'node:assert/strict'
import { commands, type Tab, TabInputWebview, Uri, window, workspace } from 'vscode'
import { judgeOn, open, when } from './editor.ts'

describe('the dashboard', () => {
  before(() => judgeOn('2026-11-20'))

  it('opens beside the editor, once', async () => {
    await open('pilots/line-inspection.pilot.yaml')
    await commands.executeCommand('pilots.showDashboard')
    await commands.executeCommand('pilots.showDashboard')
    const shown = await when(
      dashboards,
      (all) => all.length > 0,
      (changed) => window.tabGroups.onDidChangeTabs(changed),
    )
    assert.deepEqual(
      shown.map(({ label, group }) => `${label} in ${group.viewColumn}`),
      ['Pilots in 2'],
    )
  })

  it('is written as one page to the file that is named', async () => {
    const file = Uri.joinPath(workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/'), 'pilots.html')
    await commands.executeCommand('pilots.exportReport', { to: file.toString() })
    const page = await workspace.decode(await workspace.fs.readFile(file))
    await workspace.fs.delete(file)
    assert.match(page, /^<!doctype html>\n/)
    const [, heading] = /<h1>([^<]*)/.exec(page) ?? []
    assert.match(heading ?? '', /^10 pilots: 3\u00a0in\u00a0purgatory,/)
    assert.doesNotMatch(page, /file:\/\//)
  })
})

function dashboards(): readonly Tab[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('pilots.dashboard'))
}
