import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pageOf } from '../../server/src/dashboard/page.ts'
import { startBrowser } from '../vscode/host/page.js'

/** A browser that shows the page of one board after the other. */
export class BoardPages {
  /** What the page asked for and complained of; there should be nothing. */
  noise = []
  #browser
  #folder
  #page

  async start() {
    this.#browser = await startBrowser()
    this.#folder = mkdtempSync(join(tmpdir(), 'pilots-page-'))
  }

  async close() {
    await this.#browser?.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** Opens a board from the disk, and writes down all that should not happen. */
  async open(board, options = {}) {
    const noise = []
    this.noise = noise
    await this.#page?.close()
    const file = join(this.#folder, 'pilots.html')
    writeFileSync(file, pageOf(board))
    const page = await this.#browser.newPage({ viewport: { width: 1280, height: 900 }, ...options })
    page.on('console', (message) => noise.push(message.text()))
    page.on('pageerror', (error) => noise.push(error.message))
    page.on('dialog', (dialog) => noise.push(`dialog ${dialog.message()}`))
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(file).href) noise.push(request.url())
    })
    await page.goto(pathToFileURL(file).href)
    this.#page = page
    return page
  }
}
