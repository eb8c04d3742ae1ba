import assert from 'node:assert/strict'
import { extensions, workspace } from 'vscode'
import { diagnosticsOf, open } from './editor.ts'
import { extensionId } from './extension-root.ts'

describe('the extension', () => {
  it('becomes active', async () => {
    const extension = extensions.getExtension(extensionId)
    await extension?.activate()
    assert.equal(extension?.isActive, true)
  })

  it('publishes diagnostics for an example', async () => {
    const [file] = await workspace.findFiles('**/*.pilot.yaml', undefined, 1)
    assert.ok(file, 'the workspace holds a pilot')
    const document = await open(workspace.asRelativePath(file))
    assert.equal(document.languageId, 'pilot-yaml')
  })
})
