import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openWorkbench } from '../host/workbench.js'

const FILE = 'pilots/claims-desk.pilot.yaml'

describe('a tool that writes, for the person who is asked', () => {
  /** @type {import('../host/workbench.js').Workbench} */
  let workbench
  let dialog

  before(async () => {
    workbench = await openWorkbench({ fixture: 'caller' })
    dialog = workbench.page.locator('.monaco-dialog-box')
    await workbench.view('Pilots')
    await workbench.treeItem('complaint-triage').waitFor()
  })
  after(() => workbench?.close())

  it('says which file it would write, and writes nothing without consent', async () => {
    await workbench.run('Caller: Write a Pilot')
    await dialog.waitFor()
    assert.equal(await dialog.locator('.dialog-message-text').innerText(), 'Write a new pilot')
    assert.equal(
      await dialog.locator('.dialog-message-detail').innerText(),
      `Write a new file, ${FILE}? It is not written if it exists.`,
    )
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await heard('Refused: Canceled')
    assert.equal(existsSync(join(workbench.folder, FILE)), false)
  })

  it('writes it when the person agrees', async () => {
    await workbench.run('Caller: Write a Pilot')
    await dialog.getByRole('button', { name: 'Yes' }).click()
    await heard(`Heard: Wrote ${FILE}:`)
    assert.match(workbench.read(FILE), /^name: claims-desk$/m)
    await workbench.treeItem('claims-desk').waitFor()
  })

  async function heard(text) {
    const { page } = workbench
    await page.locator('.notification-list-item-message', { hasText: text }).waitFor()
    await workbench.run('Notifications: Clear All Notifications')
  }
})
