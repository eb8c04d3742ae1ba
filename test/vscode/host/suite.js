import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createVSIX } from '@vscode/vsce'
import { suiteArgs, workbenchUrl } from './address.js'
import { temporaryFolder } from './cleanup.js'
import { isNoise } from './noise.js'
import { openPage, startBrowser } from './page.js'
import { hasScreen } from './screen.js'
import { startServer } from './server.js'
import { quietSettings } from './settings.js'
import { examplesCopy, root, trustArgs } from './workbench.js'

const tests = join(root, 'dist', 'test-vscode.cjs')
const fixture = join(root, 'test', 'vscode', 'fixtures', 'yaml')
/** A suite that hangs ends; a busy machine may take its time. */
const limitSeconds = 600

/**
 * Runs the suite in the extension host of a desktop VS Code: `VSCODE_PATH`, or one that can be downloaded and shown here.
 * @returns {Promise<boolean | undefined>} whether all tests passed; undefined when there is no such VS Code
 */
export async function runSuiteOnDesktop() {
  const named = process.env.VSCODE_PATH
  if (named === undefined && !(hasScreen() && (await canDownload()))) return undefined
  const { runTests } = await import('@vscode/test-electron')
  const { folder, remove } = await suiteFolder()
  const { path: data, remove: removeData } = temporaryFolder()
  mkdirSync(join(data, 'User'))
  writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify(quietSettings))
  try {
    const code = await runTests({
      ...(named === undefined ? {} : { vscodeExecutablePath: named }),
      extensionDevelopmentPath: root,
      extensionTestsPath: tests,
      launchArgs: [folder, '--user-data-dir', data, '--extensions-dir', join(data, 'x')],
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
 * Runs the same suite in the extension host of the VS Code server, with the extension installed from its .vsix.
 * @returns {Promise<boolean>} whether all tests passed
 */
export async function runSuiteInServer() {
  const { folder, remove } = await suiteFolder()
  const [server, browser] = await Promise.all([
    startServer({ extension: 'from vsix', args: [...trustArgs, ...suiteArgs] }),
    startBrowser(),
  ])
  const { path: bystander, remove: removeBystander } = emptyExtension()
  const other = []
  const onTestLog = (text) => {
    // Mocha indents all that it prints; VS Code's own log does not, and is only of interest after a failure.
    if (text.startsWith('  ')) console.log(text)
    else if (text !== '' && !isNoise(text)) other.push(text)
  }
  try {
    const url = workbenchUrl(server, folder, { extension: bystander, tests })
    const { exit } = await openPage(browser, url, { onTestLog })
    const end = await Promise.race([exit, server.ended, tooLate()])
    if (end === 0) return true
    console.error([`The suite ended with ${end}. The log of VS Code:`, ...other].join('\n'))
    if (end !== 1) console.error(server.log())
    return false
  } finally {
    await browser.close()
    server.stop()
    removeBystander()
    remove()
  }
}

/** A copy of the examples, and beside it a package that the suite installs: it stands in the place of Red Hat's extension for YAML. */
async function suiteFolder() {
  const examples = examplesCopy()
  await createVSIX({
    cwd: fixture,
    packagePath: join(dirname(examples.folder), 'yaml.vsix'),
    allowMissingRepository: true,
    skipLicense: true,
  })
  return examples
}

/** VS Code runs tests only along with an extension from its sources, and ours is installed from its package. */
function emptyExtension() {
  const folder = temporaryFolder()
  const manifest = {
    name: 'bystander',
    publisher: 'pilots-tests',
    version: '0.0.1',
    engines: { vscode: '*' },
  }
  writeFileSync(join(folder.path, 'package.json'), JSON.stringify(manifest))
  return folder
}

function tooLate() {
  return setTimeout(limitSeconds * 1000, 'no answer in time', { ref: false })
}

async function canDownload() {
  try {
    const versions = 'https://update.code.visualstudio.com/api/releases/stable'
    return (await fetch(versions, { method: 'HEAD', signal: AbortSignal.timeout(3000) })).ok
  } catch {
    return false
  }
}
