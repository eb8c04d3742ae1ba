import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { workbenchUrl } from './address.js'
import { temporaryFolder } from './cleanup.js'
import { placeOf, textDiffersFrom, visibleText } from './in-page.js'
import { openPage, startBrowser } from './page.js'
import { repeated } from './repeated.js'
import { startServer } from './server.js'
import { extendedInBrowser } from './web.js'

/** The repository, which is also the folder of the extension under test. */
export const root = resolve(import.meta.dirname, '..', '..', '..')
/** Tests do not stop at the question whether the folder is trusted. */
export const trustArgs = ['--disable-workspace-trust']

/** Themes and the class by which the page shows them. */
const themes = {
  'Dark Modern': 'vs-dark',
  'Light Modern': 'vs',
  'Default High Contrast': 'hc-black',
  'Default High Contrast Light': 'hc-light',
}

/** @type {Set<Workbench>} */
const open = new Set()

/** A copy of `examples/`, so that no test changes the originals. */
export function examplesCopy() {
  const { path, remove } = temporaryFolder()
  const folder = join(path, 'examples')
  cpSync(join(root, 'examples'), folder, { recursive: true })
  return { folder, remove }
}

/**
 * Opens a VS Code of its own with the extension and a copy of the examples. Close it when done.
 * @param {object} [options]
 * @param {Record<string, unknown>} [options.settings] user settings from the start
 * @param {string} [options.language] another language than English
 * @param {(folder: string) => void} [options.prepare] what is done to the copy before it is opened
 * @param {readonly string[]} [options.args] arguments for the server, instead of those that trust every folder
 * @param {string} [options.fixture] an extension under fixtures/ that is there beside ours
 * @param {boolean} [options.inBrowser] whether the extension runs in the browser, as on vscode.dev, and not in Node.js
 * @returns {Promise<Workbench>}
 */
export async function openWorkbench({ language, prepare, inBrowser = false, ...options } = {}) {
  const { folder, remove } = examplesCopy()
  prepare?.(folder)
  const [server, browser] = await Promise.all([start(options, inBrowser), startBrowser()])
  const close = async () => {
    await browser.close()
    server.stop()
    remove()
  }
  /** @type {Workbench | undefined} */
  let workbench
  const openWindow = async () => {
    open.delete(workbench)
    await workbench?.page.context().close()
    const { page, log } = await openPage(browser, workbenchUrl(server, folder), { language })
    workbench = new Workbench({ page, log, server, folder, close })
    open.add(workbench)
  }
  await repeated(openWindow, () => untilReady(workbench.page, inBrowser))
  return workbench
}

/**
 * VS Code shows the folder first, and what an extension adds when it has read it. One that is only named to it, as ours is in the
 * browser, it has lost again on a busy machine: there it has to run, or another window is opened that remembers nothing.
 */
async function untilReady(page, inBrowser) {
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 180_000 })
  const item = page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Pilot"]') })
  const sign = inBrowser ? item.locator('.badge-content') : item
  await sign.first().waitFor({ timeout: 60_000 })
}

async function start({ settings, args = trustArgs, fixture }, inBrowser) {
  const options = { args, settings: { 'files.exclude': { '**/.vscode': true }, ...settings }, fixture }
  if (!inBrowser) return startServer({ ...options, extension: fixture ? 'from sources' : 'from vsix' })
  return extendedInBrowser(await startServer(options))
}

/** The workbenches that are open now, for pictures and logs of a failure. */
export function openWorkbenches() {
  return [...open]
}

/** What a person does with VS Code, by keyboard and mouse. Every method waits until VS Code shows the result. */
export class Workbench {
  #settings = {}
  #close

  constructor({ page, log, server, folder, close }) {
    /** The Playwright page, for what the methods here do not cover. */
    this.page = page
    this.log = log
    this.server = server
    /** The absolute path of the copied examples. */
    this.folder = folder
    this.#close = close
  }

  async close() {
    open.delete(this)
    await this.#close()
  }

  /** Runs a command by its full title, such as `Pilots: Show Stages`. */
  async run(command) {
    await this.#pick('F1', `>${command}`, command)
  }

  /** Opens a file by quick open. `name:12` puts the cursor into line 12 and makes it visible. */
  async open(name) {
    const file = basename(name.replace(/:\d+$/, ''))
    await this.#pick('Control+P', name, file)
    await this.page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor()
    await this.page.locator('.editor-instance .view-line').first().waitFor()
  }

  async save() {
    await this.page.keyboard.press('Control+S')
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' })
  }

  /** The content on the disk of a file under the copied examples. */
  read(file) {
    return readFileSync(join(this.folder, file), 'utf8')
  }

  /** Waits for findings under the visible text; gives how many pieces of it are underlined. Do this before a hover. */
  async squiggles() {
    const pieces = this.page.locator('.squiggly-error, .squiggly-warning, .squiggly-info')
    await pieces.first().waitFor()
    return pieces.count()
  }

  /** Moves the mouse over visible text of the editor, waits for a part of the explanation; gives all that the hover says and leaves it open. */
  async hover(text, explanation) {
    await this.#atText(text, (x, y) => this.page.mouse.move(x, y, { steps: 4 }))
    const rows = this.page.locator('.monaco-hover:not(.hidden) .hover-row')
    // What VS Code knows itself is there before the answer of the server.
    await rows.filter({ hasText: explanation }).first().waitFor()
    return (await rows.allInnerTexts()).join('\n')
  }

  /** Clicks visible text of the editor and opens the menu of the light bulb there; gives its entries. */
  async lightBulb(text) {
    await this.#atText(text, (x, y) => this.page.mouse.click(x, y))
    const entries = this.page.locator('.action-widget .monaco-list-row.action')
    // Findings that arrive in this moment make VS Code drop the question.
    await repeated(
      () => this.page.keyboard.press('Control+.'),
      () => entries.first().waitFor({ timeout: 5000 }),
    )
    return entries.allInnerTexts()
  }

  /** Takes an entry of the open light bulb and waits until the text on screen has changed. */
  async fix(title) {
    const before = await this.page.evaluate(visibleText)
    await this.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first().click()
    await this.page.waitForFunction(textDiffersFrom, before)
  }

  /** Opens the Problems view; gives the accessible text of its visible rows, files and problems. */
  async problems() {
    await this.run('Problems: Focus on Problems View')
    return this.#labels('.markers-panel .monaco-list-row')
  }

  /** Opens a view container by its title in the Activity Bar. */
  async view(title) {
    const item = this.page.locator('.activitybar .action-item', { has: this.page.getByLabel(title) }).first()
    if (!(await item.getAttribute('class'))?.includes('checked')) await item.click()
    await this.page.locator('.sidebar .composite.title', { hasText: new RegExp(title, 'i') }).waitFor()
  }

  /** A row of a tree in the side bar by its visible text. */
  treeItem(text) {
    return this.page.locator('.sidebar .monaco-list-row', { hasText: text }).first()
  }

  /** The accessible text of all visible rows of the trees in the side bar. */
  treeItems() {
    return this.#labels('.sidebar .monaco-list-row')
  }

  /** The texts of all notifications on screen; there should be none. */
  notifications() {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts()
  }

  /** Changes settings of the open folder; VS Code watches their file, which it does not do with the user's. */
  configure(settings) {
    this.#settings = { ...this.#settings, ...settings }
    mkdirSync(join(this.folder, '.vscode'), { recursive: true })
    writeFileSync(join(this.folder, '.vscode', 'settings.json'), JSON.stringify(this.#settings))
  }

  /**
   * Switches the colour theme through the settings.
   * @param {keyof typeof themes} name
   */
  async theme(name) {
    this.configure({ 'workbench.colorTheme': name })
    await this.page.locator(`.monaco-workbench.${themes[name]}`).waitFor()
  }

  /**
   * Takes a picture of the window; with `--screenshots` it replaces docs/images/NAME.png, else nothing is written.
   * @param {string} name
   */
  async screenshot(name) {
    const picture = await this.page.screenshot({ animations: 'disabled', caret: 'hide' })
    if (process.env.PILOTS_SCREENSHOTS === 'write') {
      const images = join(root, 'docs', 'images')
      mkdirSync(images, { recursive: true })
      writeFileSync(join(images, `${name}.png`), picture)
    }
    return picture
  }

  /** Opens the quick input with a key, types into it and takes the row that says exactly what is wanted. */
  async #pick(key, typed, wanted) {
    const input = this.page.locator('.quick-input-widget .quick-input-filter input')
    const row = this.page.locator('.quick-input-list .monaco-list-row', {
      has: this.page.locator('.label-name', { hasText: exactly(wanted) }),
    })
    // Its list is made when it opens: what VS Code adds a moment later is not in it.
    await repeated(
      async () => {
        if (await input.isVisible()) await this.page.keyboard.press('Escape')
        await this.page.keyboard.press(key)
        await input.waitFor()
        await input.fill(typed)
      },
      () => row.first().waitFor({ timeout: 10_000 }),
    )
    await row.first().click()
    // The row and not the quick input: what was taken may ask its own question there at once.
    await row.first().waitFor({ state: 'hidden' })
  }

  /** Does something at the first visible place of a text, as soon as there is one. */
  async #atText(text, act) {
    const place = await this.page.waitForFunction(placeOf, text)
    const { x, y } = await place.jsonValue()
    await act(x, y)
  }

  async #labels(rows) {
    await this.page.locator(rows).first().waitFor()
    return this.page
      .locator(rows)
      .evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? row.textContent))
  }
}

/** Icons may stand before and behind the text of a row. */
function exactly(text) {
  return new RegExp(`^\\W*${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}\\W*$`)
}
