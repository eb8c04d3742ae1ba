import { openWorkbench } from '../host/workbench.js'

describe('the keys of a person who writes', () => {
  /** @type {import('../host/workbench.js').Workbench} */
  let workbench
  let page

  before(async () => {
    workbench = await openWorkbench({ settings: { 'pilots.asOf': '2026-11-20' } })
    page = workbench.page
    await workbench.open('promo-forecast.pilot.yaml')
    await workbench.squiggles()
  })
  after(() => workbench?.close())

  it('keeps on Enter what is typed where it shows examples', async () => {
    const suggestions = page.locator('.suggest-widget.visible .monaco-list-row')
    for (const [key, value] of [
      ['metric', 'Use'],
      ['unit', 'h'],
      ['within', '3 days'],
    ]) {
      await page.keyboard.press('Control+A')
      await page.keyboard.type(`criteria: { success: [{ ${key}: `)
      await suggestions.first().waitFor()
      await page.keyboard.type(value, { delay: 50 })
      await suggestions.first().waitFor({ state: 'hidden' })
      await page.keyboard.press('Enter')
      await page
        .locator('.view-line', { hasText: RegExp(`${key}:\\s${value.replace(' ', '\\s')}`) })
        .waitFor()
    }
    await page.keyboard.press('Escape')
  })

  it('leads with the key of Format Document to the setting that turns it on', async () => {
    await page.keyboard.press('Control+Shift+I')
    const answer = page.locator('.notification-list-item', { hasText: 'pilots.format.enable' })
    await answer.getByRole('button', { name: 'Open the Setting' }).click()
    await page.locator('.settings-editor .setting-item', { hasText: 'Format: Enable' }).waitFor()
  })
})
