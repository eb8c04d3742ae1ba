import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openWorkbench } from '../host/workbench.js'

describe('a folder without pilots, for a person', () => {
  /** @type {import('../host/workbench.js').Workbench} */
  let workbench
  let page

  before(async () => {
    workbench = await openWorkbench({
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
      args: [],
      prepare: empty,
    })
    page = workbench.page
  })
  after(() => workbench?.close())

  it('which is not trusted, is told from one in which a pilot can be written', async () => {
    await workbench.view('Pilots')
    await welcome('In Restricted Mode pilots are checked, but none is written.').waitFor()
    await page.keyboard.press('F1')
    await page.locator('.quick-input-widget .quick-input-filter input').fill('>Pilots: New Pilot')
    await rows('Pilots: Open Pilot…').waitFor()
    assert.equal(await rows('Pilots: New Pilot…').count(), 0)
    await page.keyboard.press('Escape')
  })

  it('says how to begin as soon as it is trusted', async () => {
    await workbench.run('Workspaces: Manage Workspace Trust')
    await page
      .locator('.workspace-trust-editor')
      .getByRole('button', { name: /^Trust/ })
      .first()
      .click()
    await page
      .locator('.modal-editor-action-container, .monaco-modal-editor-block')
      .locator('[aria-label^="Close"]')
      .first()
      .click()
    await welcome('There is no pilot in this folder.').waitFor()
    for (const name of ['New Pilot', 'Open Sample Portfolio'])
      await page.locator('.sidebar .welcome-view').getByRole('button', { name }).waitFor()
  })

  function welcome(text) {
    return page.locator('.sidebar .welcome-view', { hasText: text })
  }

  function rows(text) {
    return page.locator('.quick-input-list .monaco-list-row', { hasText: text })
  }
})

function empty(folder) {
  rmSync(folder, { recursive: true })
  mkdirSync(folder)
  writeFileSync(join(folder, 'notes.md'), '')
}
