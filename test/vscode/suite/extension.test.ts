import assert from 'node:assert/strict'
import { extensions } from 'vscode'
import { diagnosticsOf, open } from './editor.ts'
import { extensionId } from './extension-root.ts'

describe('the extension', () => {
  it('becomes active', async () => {
    const extension = extensions.getExtension(extensionId)
    await extension?.activate()
    assert.equal(extension?.isActive, true)
  })

  it('finds the two half owners of an example', async () => {
    const document = await open('pilots/order-desk-assistant.pilot.yaml')
    assert.equal(document.languageId, 'pilot-yaml')
    const line = document.positionAt(document.getText().indexOf('Kim Alvarado')).line
    await diagnosticsOf(document, (all) => all.some(({ range }) => range.start.line === line))
  })
})
