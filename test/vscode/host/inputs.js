import { repeated } from './repeated.js'

/** The quick input and the menus of a window, as a person uses them. */
export class Inputs {
  #page

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page
  }

  /** A row of the quick input. */
  row(text) {
    return this.#page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first()
  }

  /** Waits for a question by its number. */
  async asked(number, total) {
    await this.#page.locator('.quick-input-title', { hasText: `(${number}/${total})` }).waitFor()
  }

  /** Types an answer. */
  async answer(text) {
    const input = this.#page.locator('.quick-input-widget input[type="text"]:visible')
    await input.fill(text)
    await this.#page.keyboard.press('Enter')
  }

  /** The entries of the open menu, in their order. */
  async menu(menu = '.monaco-menu') {
    const entries = this.#page.locator(`${menu} .action-menu-item .action-label:not(.separator)`)
    await entries.first().waitFor()
    return entries.allInnerTexts()
  }

  /** Takes an entry of a menu in the title of the view. */
  async choose(menu, entry) {
    // A menu that opens when the button goes down is closed by a release in the same moment.
    const button = this.#page.locator(`.sidebar .actions-container [aria-label^="${menu}"]`)
    const item = this.#page.locator('.monaco-menu .action-menu-item', { hasText: entry }).first()
    await repeated(
      () => button.first().click({ delay: 50, timeout: 5000 }),
      () => item.waitFor({ timeout: 5000 }),
    )
    // In its first moments a menu does not hear a click, and then it would stay and cover the window.
    await repeated(
      () => item.click({ delay: 150, timeout: 5000 }),
      () => item.waitFor({ state: 'hidden', timeout: 5000 }),
    )
  }
}
