import assert from 'node:assert/strict'
import { commands, extensions, window, workspace } from 'vscode'
import { languageOf, open, when } from './editor.ts'
import { extensionId } from './extension-id.ts'

describe('the extension', () => {
  it('becomes active', async () => {
    const extension = extensions.getExtension(extensionId)
    await extension?.activate()
    assert.equal(extension?.isActive, true)
  })

  for (const file of ['a.pilot.yaml', 'a.pilot.yml', 'folder.yaml/A.PILOT.YAML']) {
    it(`takes ${file} for a pilot`, async () => assert.equal(await languageOf(file), 'pilot-yaml'))
  }

  for (const file of ['pilot.yaml', 'a.pilot.yaml.yaml', 'docker-compose.yaml']) {
    it(`leaves ${file} to others`, async () => assert.notEqual(await languageOf(file), 'pilot-yaml'))
  }

  it('edits pilots with blanks, two at a time', async () => {
    const document = await open('pilots/route-planning.pilot.yaml')
    const settings = workspace.getConfiguration('editor', document)
    assert.equal(settings.get('insertSpaces'), true)
    assert.equal(settings.get('tabSize'), 2)
    assert.deepEqual(settings.get('quickSuggestions'), { other: 'on', comments: 'on', strings: 'on' })
  })

  it('registers every command of its manifest', async () => {
    const known = new Set(await commands.getCommands(true))
    const manifest = extensions.getExtension(extensionId)?.packageJSON.contributes.commands
    for (const { command } of manifest) assert.ok(known.has(command), command)
  })

  it('opens the page of a rule, which comes with it', async () => {
    await commands.executeCommand('pilots.explainRule', 'owners/operator-shared')
    await when(
      () => window.tabGroups.activeTabGroup.activeTab?.label ?? '',
      (label) => label.includes('operator-shared.md'),
      (changed) => window.tabGroups.onDidChangeTabs(changed),
    )
    await commands.executeCommand('workbench.action.closeActiveEditor')
  })
})
