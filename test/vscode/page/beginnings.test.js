import assert from 'node:assert/strict'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openWorkbench } from '../host/workbench.js'

/** Stands for whatever lets a language model use the tools of other extensions. */
const asker = {
  manifest: {
    name: 'asker',
    publisher: 'pilots-tests',
    version: '0.0.1',
    engines: { vscode: '*' },
    capabilities: { untrustedWorkspaces: { supported: true } },
    main: './main.js',
    contributes: { commands: [{ command: 'asker.write', title: 'Asker: Write a Pilot' }] },
  },
  main: `const { commands, lm } = require('vscode')
exports.activate = ({ subscriptions }) => {
  const input = { name: 'claims-triage', template: 'minimal', write: true }
  const write = () => lm.invokeTool('pilots_template', { input, toolInvocationToken: undefined })
  subscriptions.push(commands.registerCommand('asker.write', write))
}
`,
}

describe('a folder without pilots, for a person', () => {
  /** @type {import('../host/workbench.js').Workbench} */
  let workbench
  let page

  before(async () => {
    workbench = await openWorkbench({
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
      args: [],
      prepare: empty,
      beside: asker,
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
      .click({ timeout: 5000 })
      .catch(async () =>
        console.log(
          await page.evaluate(() =>
            [...document.querySelectorAll('.codicon-close, [aria-label^="Close"]')]
              .map((x) => `${x.outerHTML.slice(0, 200)} IN ${x.closest('[class*=modal]')?.className}`)
              .join('\n'),
          ),
        ),
      )
    await welcome('There is no pilot in this folder.').waitFor()
    for (const name of ['New Pilot', 'Open Sample Portfolio'])
      await page.locator('.sidebar .welcome-view').getByRole('button', { name }).waitFor()
  })

  it('gets no pilot from a language model while the person does not agree', async () => {
    await workbench.run('Asker: Write a Pilot')
    await dialog().getByRole('button', { name: 'Cancel' }).click()
    await dialog().waitFor({ state: 'detached' })
    assert.ok(!existsSync(join(workbench.folder, 'pilots')))
  })

  it('gets one when the person agrees, and then shows it in the tree', async () => {
    await workbench.run('Asker: Write a Pilot')
    await dialog().locator('.dialog-buttons .monaco-button').first().click()
    await workbench.treeItem('claims-triage').waitFor()
    assert.match(
      workbench.read('pilots/claims-triage.pilot.yaml'),
      /^apiVersion: pilot-as-code\/v1\nname: claims-triage\n/,
    )
  })

  function welcome(text) {
    return page.locator('.sidebar .welcome-view', { hasText: text })
  }

  function dialog() {
    return page.locator('.monaco-dialog-box', {
      hasText: 'Write a new file, pilots/claims-triage.pilot.yaml?',
    })
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
