import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openWorkbench, root } from '../host/workbench.js'

const noGit = 'Git cannot be asked from a browser'

describe('the extension in the browser, where nothing of it runs in Node.js', () => {
  /** @type {import('../host/workbench.js').Workbench} */
  let workbench
  let page

  before(async () => {
    workbench = await openWorkbench({
      settings: { 'pilots.asOf': '2026-11-20' },
      prepare: keepBaseline,
      inBrowser: true,
    })
    page = workbench.page
  })
  after(() => workbench?.close())

  it('reads all pilots through VS Code, and shows them by stage', async () => {
    await workbench.view('Pilots')
    await workbench.treeItem('complaint-triage').waitFor()
    const rows = await workbench.treeItems()
    assert.match(rows[0], /^Criteria, 1 pilot/)
    const pilots = rows.filter((row) => !/^\w+, \d+ pilots?, /.test(row))
    assert.equal(pilots.length, 10)
  })

  it('counts what the baseline holds apart', async () => {
    const row = page.locator(
      '.monaco-list-row[aria-label^="complaint-triage"][aria-label*="in the baseline"]',
    )
    await row.waitFor()
  })

  it('shows the dashboard, without the months that only Git remembers', async () => {
    await workbench.run('Pilots: Show Dashboard')
    const board = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame')
    await board.getByRole('heading', { level: 1, name: '10 pilots: 3 in purgatory' }).waitFor()
    await board.locator('#trend', { hasText: `Not run for lack of Git history: ${noGit}.` }).waitFor()
  })

  it('underlines findings and explains them', async () => {
    await workbench.open('order-desk-assistant.pilot.yaml')
    await workbench.squiggles()
    // Lines move down for it.
    await page.locator('.codelens-decoration', { hasText: 'checks to data' }).waitFor()
    const text = await workbench.hover('Kim Alvarado', 'What to do')
    for (const part of ['are both operator', 'Why', 'What to do', 'For example'])
      assert.ok(text.includes(part), part)
    await page.keyboard.press('Escape')
  })

  it('says which rules were not run, and why', async () => {
    await page.locator('.statusbar-item[id*="languageStatus"]').first().hover()
    const status = page.locator('.hover-language-status', { hasText: 'In purgatory' })
    await status.waitFor()
    assert.match(await status.innerText(), /\. \d+ rules not run$/m)
    // What is too long VS Code cuts off, and the way to the tree with it.
    const [box, link] = await Promise.all(
      [status, status.getByText('Show Pilots')].map((part) => part.boundingBox()),
    )
    assert.ok(link.x + link.width <= box.x + box.width)
    await page.keyboard.press('Escape')
    await workbench.view('Pilots')
    await workbench.treeItem('order-desk-assistant').hover()
    const why = new RegExp(`\\. \\d+ rules not run for lack of Git history: ${noGit}`)
    await page.locator('.monaco-hover:not(.hidden)', { hasText: why }).waitFor()
  })

  it('applies a fix', async () => {
    await workbench.lightBulb('Kim Alvarado')
    await workbench.fix('Choose Kim Alvarado')
    await workbench.save()
    assert.match(workbench.read('pilots/order-desk-assistant.pilot.yaml'), /\n {4}name: Kim Alvarado {2}#/)
  })

  it('completes keys', async () => {
    await page.keyboard.press('Control+End')
    await page.keyboard.type('go')
    await page.keyboard.press('Control+Space')
    const suggestion = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'governance' })
    await suggestion.first().waitFor()
    await page.keyboard.press('Escape')
  })

  it('says nothing without being asked', async () => {
    assert.deepEqual(await workbench.notifications(), [])
    assert.deepEqual(
      workbench.log().filter((line) => /pilot/i.test(line)),
      [],
    )
  })
})

/** Keeps what is found today in one of the pilots. */
function keepBaseline(folder) {
  execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'baseline', 'create'], { cwd: folder })
  const file = join(folder, 'pilots.baseline.json')
  const baseline = JSON.parse(readFileSync(file, 'utf8'))
  const path = 'pilots/complaint-triage.pilot.yaml'
  writeFileSync(file, JSON.stringify({ ...baseline, files: { [path]: baseline.files[path] } }))
}
