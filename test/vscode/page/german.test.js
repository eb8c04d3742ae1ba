import { Inputs } from '../host/inputs.js'
import { openWorkbench } from '../host/workbench.js'

describe('the extension, for a person who reads German', () => {
  /** @type {import('../host/workbench.js').Workbench} */
  let workbench

  before(async () => {
    workbench = await openWorkbench({ settings: { 'pilots.asOf': '2026-11-20' }, language: 'de' })
  })
  after(() => workbench?.close())

  it('names its view and what stands in it in German', async () => {
    const { page } = workbench
    await workbench.view('Piloten')
    await page.locator('.sidebar .monaco-list-row[aria-label^="Kriterien, 1 Pilot, "]').waitFor()
    await page.locator('.sidebar', { hasText: 'Stand 2026-11-20, nicht heute' }).waitFor()
  })

  it('asks in German', async () => {
    await workbench.run('Piloten: Piloten öffnen…')
    const input = workbench.page.locator('.quick-input-widget input[placeholder="Welcher Pilot?"]')
    await input.waitFor()
    await workbench.page.keyboard.press('Escape')
  })

  it('has its tour in German, with the page of the last step', async () => {
    const { page } = workbench
    const inputs = new Inputs(page)
    // A narrow window shows the steps alone.
    await workbench.run('View: Close Primary Side Bar')
    await page.keyboard.press('F1')
    await inputs.answer('>Welcome: Open Walkthrough...')
    await inputs.row('Erste Schritte mit Piloten').click()
    await page.locator('.getting-started-step', { hasText: 'Jeden Pull Request prüfen' }).click()
    const media = page.frameLocator('.getting-started-media iframe').frameLocator('#active-frame')
    await media.getByText('führt für jeden Pull Request einen Befehl aus').waitFor()
  })
})

describe('the extension in the browser, for a person who reads German', () => {
  /** @type {import('../host/workbench.js').Workbench} */
  let workbench

  before(async () => {
    workbench = await openWorkbench({ language: 'de', inBrowser: true })
  })
  after(() => workbench?.close())

  // The manifest stays English: VS Code cannot list the files of an extension that is only named to it, and looks for no translation.
  it('names what stands in its view in German', async () => {
    await workbench.view('Pilots')
    await workbench.page.locator('.sidebar .monaco-list-row[aria-label^="Kriterien, 1 Pilot, "]').waitFor()
  })
})
