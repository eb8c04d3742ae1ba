import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { workbenchUrl } from './address.js'
import { temporaryFolder } from './cleanup.js'
import { openPage, startBrowser } from './page.js'
import { startServer } from './server.js'
import { quietSettings } from './settings.js'
import { examplesCopy, root, testArgs } from './workbench.js'

const tests = join(root, 'dist', 'test-vscode.cjs')
const limitSeconds = 180

/**
 * Runs the suite in the extension host of a desktop VS Code: `VSCODE_PATH`, or one that can be downloaded and shown here.
 * @returns {Promise<boolean | undefined>} whether all tests passed; undefined when there is no such VS Code
 */
export async function runSuiteOnDesktop() {
  const named = process.env.VSCODE_PATH
  if (named === undefined && !(hasScreen() && (await canDownload()))) return undefined
  const { runTests } = await import('@vscode/test-electron')
  const { folder, remove } = examplesCopy()
  const { path: data, remove: removeData } = temporaryFolder()
  mkdirSync(join(data, 'User'))
  writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify(quietSettings))
  try {
    const code = await runTests({
      ...(named === undefined ? {} : { vscodeExecutablePath: named }),
      extensionDevelopmentPath: root,
      extensionTestsPath: tests,
      launchArgs: [
        folder,
        ...['--user-data-dir', data, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    })
    return code === 0
  } catch (error) {
    console.error(error.message)
    return false
  } finally {
    remove()
    removeData()
  }
}

/**
 * Runs the same suite in the extension host of the VS Code server.
 * @returns {Promise<boolean>} whether all tests passed
 */
export async function runSuiteInServer() {
  const { folder, remove } = examplesCopy()
  const [server, browser] = await Promise.all([startServer({ args: testArgs }), startBrowser()])
  const onTestLog = (line) => console.log(line)
  const { page, log, exit } = await openPage(browser, workbenchUrl(server, { folder, extension: root, tests }), { onTestLog })
  const code = await Promise.race([exit, server.ended, tooLate()])
  if (code !== 0) console.error([...log(), server.log()].join('\n'))
  await browser.close()
  server.stop()
  remove()
  return code === 0
}

function tooLate() {
  return new Promise((_resolve, reject) => {
    const fail = () => reject(new Error(`The suite in VS Code did not end within ${limitSeconds} s.`))
    setTimeout(fail, limitSeconds * 1000).unref()
  })
}

function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
}

async function canDownload() {
  try {
    const versions = 'https://update.code.visualstudio.com/api/releases/stable'
    return (await fetch(versions, { method: 'HEAD', signal: AbortSignal.timeout(3000) })).ok
  } catch {
    return false
  }
}
