import { format } from 'node:util'
import { chromium } from 'playwright-core'
import { installedChromium } from './chromium.js'
import { isNoise } from './noise.js'

/**
 * A headless Chromium that talks to nobody but the server that its pages name.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function startBrowser() {
  return chromium.launch({
    executablePath: await installedChromium(),
    // Chromium cannot have its sandbox as root; everybody else keeps it.
    chromiumSandbox: process.getuid?.() !== 0,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--font-render-hinting=none',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  })
}

/**
 * @typedef {object} OpenPage
 * @property {import('playwright-core').Page} page
 * @property {() => readonly string[]} log warnings and errors of the page, without the known noise
 * @property {Promise<number | string> | undefined} exit the exit code of the suite inside, for a page with `onTestLog`
 * @property {() => Promise<void>} close
 */

/**
 * Opens an address of the VS Code server.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {{ onTestLog?: (line: string) => void, language?: string }} [options] `onTestLog` gets what the suite inside prints
 * @returns {Promise<OpenPage>}
 */
export async function openPage(browser, url, { onTestLog, language } = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  })
  // A shared machine may stand still for a while; whoever waits longer than this waits for nothing.
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  const log = []
  page.on('pageerror', (error) => log.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type()) && !isNoise(message.text())) log.push(message.text())
  })
  const suite = onTestLog === undefined ? undefined : await listenToSuite(page, onTestLog)
  if (language !== undefined) await speak(page, language)
  await page.goto(url)
  return { page, log: () => log, exit: suite?.exit, close: () => context.close() }
}

/** Without its language pack VS Code itself stays English, and yet tells extensions that it speaks a language. */
async function speak(page, language) {
  await page.route('**/nls.messages.js', async (route) => {
    const response = await route.fetch()
    const body = `${await response.text()}\nglobalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)}`
    await route.fulfill({ response, body })
  })
}

/** VS Code calls these two functions of its page when it runs tests: one with what is logged, one with the exit code. */
async function listenToSuite(page, onTestLog) {
  let end
  const exit = new Promise((resolve) => {
    end = resolve
  })
  await page.exposeFunction('codeAutomationLog', (_type, args) => onTestLog(format(...args)))
  await page.exposeFunction('codeAutomationExit', end)
  page.once('crash', () => end('the page crashed'))
  return { exit }
}
