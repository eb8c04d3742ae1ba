import assert from 'node:assert/strict'
import axe from 'axe-core'
import { openWorkbench } from '../host/workbench.js'

// Each of another kind than the one before, so that one sees when it has come.
const themes = {
  'Dark Modern': { kind: 'vscode-dark', picture: 'dashboard-dark' },
  'Light Modern': { kind: 'vscode-light', picture: 'dashboard-light' },
  'Default High Contrast': { kind: 'vscode-high-contrast' },
  'Default High Contrast Light': { kind: 'vscode-high-contrast-light' },
}

describe('the dashboard, for a person', () => {
  /** @type {import('../host/workbench.js').Workbench} */
  let workbench
  let page
  /** What the webview shows. */
  let board

  before(async () => {
    workbench = await openWorkbench({ settings: { 'pilots.asOf': '2026-11-20' } })
    page = workbench.page
    await page.setViewportSize({ width: 1600, height: 1200 })
    board = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame')
  })
  after(() => workbench?.close())

  it('opens beside the pilot', async () => {
    await workbench.run('View: Close Primary Side Bar')
    await workbench.open('order-desk-assistant.pilot.yaml')
    // VS Code drops its question for code lenses when the editor loses the focus before it is asked.
    await lens()
    await workbench.run('Pilots: Show Dashboard')
    await board.getByRole('heading', { level: 1, name: '10 pilots: 3 in purgatory' }).waitFor()
  })

  for (const [theme, { kind, picture }] of Object.entries(themes)) {
    it(`can be used by everybody in ${theme}`, async () => {
      await workbench.theme(theme)
      await board.locator(`body[data-vscode-theme-kind=${kind}]`).waitFor()
      if (picture) await show(picture)
      const unseen = board
        .locator('.marks > *')
        .evaluateAll((marks) =>
          marks.filter((mark) => getComputedStyle(mark, '::before').backgroundColor === 'rgba(0, 0, 0, 0)'),
        )
      assert.deepEqual(await unseen, [])
      assert.deepEqual(await violations(), [])
    })
  }

  it('leads from a cell to the line beside it', async () => {
    const row = board.locator('#heat tr', { hasText: 'order-desk-assistant' })
    const cell = row.locator('td.e button').last()
    const [line, column] = (await cell.getAttribute('data-go')).split(':').slice(-2)
    assert.notEqual(line, '1')
    await cell.click()
    await page.getByText(`Ln ${line}, Col ${column}`, { exact: true }).waitFor()
  })

  it('follows what is typed, and keeps the choice', async () => {
    const stage = board.getByLabel('Stage', { exact: true })
    await stage.selectOption('Ownership')
    const count = board.locator('#chosen')
    await count.filter({ hasText: '2 of 10 pilots' }).waitFor()
    await workbench.open('order-desk-assistant.pilot.yaml:8')
    await page.keyboard.press('Home')
    await page.keyboard.type('stage: data # ')
    await count.filter({ hasText: '1 of 10 pilots' }).waitFor()
    assert.equal(await stage.inputValue(), 'Ownership')
    await stage.selectOption('Data')
    await board.locator('#timeline th', { hasText: 'order-desk-assistant' }).waitFor()
  })

  /** Takes a picture of what stands above in light colours, and of what stands below in dark ones. */
  async function show(picture) {
    await board
      .locator(picture === 'dashboard-dark' ? '#timeline' : 'header')
      .evaluate((part) => part.scrollIntoView())
    await lens()
    await page.mouse.move(20, 800)
    await page.locator('.workbench-hover').waitFor({ state: 'detached' })
    await workbench.screenshot(picture)
  }

  function lens() {
    return page.locator('.codelens-decoration').first().waitFor()
  }

  /** What axe finds in the webview. */
  async function violations() {
    const frame = page.frames().findLast((each) => each.url().includes('fake.html'))
    await frame.evaluate(axe.source)
    const found = await frame.evaluate(() => globalThis.axe.run())
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' '))}`)
  }
})
