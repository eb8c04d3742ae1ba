import assert from 'node:assert/strict'
import axe from 'axe-core'
import { openWorkbench } from '../host/workbench.js'

describe('the dashboard, for a person', () => {
  /** @type {import('../host/workbench.js').Workbench} */
  let workbench
  let page
  /** What the webview shows. */
  let board

  before(async () => {
    workbench = await openWorkbench({ settings: { 'pilots.asOf': '2026-11-20' } })
    page = workbench.page
    await page.setViewportSize({ width: 1600, height: 1000 })
    board = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame')
  })
  after(() => workbench?.close())

  it('opens beside the pilot', async () => {
    await workbench.run('View: Close Primary Side Bar')
    await workbench.open('order-desk-assistant.pilot.yaml')
    await workbench.run('Pilots: Show Dashboard')
    await board.getByRole('heading', { level: 1, name: '10 pilots: 3 in purgatory' }).waitFor()
  })

  it('leads from a cell to the line beside it', async () => {
    await board
      .locator('#heat tr', { hasText: 'order-desk-assistant' })
      .locator('td.e button')
      .first()
      .click()
    await page.getByText(/^Ln 23, Col \d+/).waitFor()
  })

  it('follows what is typed, and keeps the choice', async () => {
    await board.getByLabel('Stage', { exact: true }).selectOption('Ownership')
    const chosen = board.locator('#chosen')
    const before = await chosen.innerText()
    assert.match(before, /^\d of 10 pilots$/)
    await workbench.open('order-desk-assistant.pilot.yaml:1')
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('stage: : x\n')
    await board.locator('#pilots details summary', { hasText: /error/ }).first().waitFor()
    assert.equal(await board.getByLabel('Stage', { exact: true }).inputValue(), 'Ownership')
    await page.keyboard.press('Control+Z')
  })

  for (const theme of [
    'Light Modern',
    'Dark Modern',
    'Default High Contrast',
    'Default High Contrast Light',
  ]) {
    it(`can be used by everybody in ${theme}`, async () => {
      await workbench.theme(theme)
      const picture = { 'Light Modern': 'dashboard-light', 'Dark Modern': 'dashboard-dark' }[theme]
      if (picture) await workbench.screenshot(picture)
      assert.deepEqual(await violations(), [])
    })
  }

  /** What axe finds in the webview. */
  async function violations() {
    const frame = page.frames().findLast((each) => each.url().includes('fake.html'))
    await frame.evaluate(axe.source)
    const found = await frame.evaluate(() => globalThis.axe.run())
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' '))}`)
  }
})
