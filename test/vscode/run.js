import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Mocha from 'mocha'
import { installedChromium } from './host/chromium.js'
import { showFailure } from './host/failure.js'
import { installedServer } from './host/install.js'
import { runSuiteInServer, runSuiteOnDesktop } from './host/suite.js'

/*
 * The tests in a real VS Code: first the suite in its extension host, then a person at its window.
 * `--screenshots` also renews the pictures in docs/images; `--suite` and `--page` run one part alone, and `--page NAME` one of its files.
 */
if (process.argv.includes('--screenshots')) process.env.PILOTS_SCREENSHOTS = 'write'
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const only = ['suite', 'page'].filter((name) => process.argv.includes(`--${name}`))

const results = [await timed('getting ready', getReady)]
if (only[0] !== 'page') results.push(await timed('in the extension host', runSuite))
if (only[0] !== 'suite') results.push(await timed('at the window', runPageTests))
console.log(results.map(({ text }) => text).join('\n'))
process.exit(results.every(({ passed }) => passed) ? 0 : 1)

async function timed(name, work) {
  const started = performance.now()
  let passed = false
  try {
    passed = await work()
  } catch (error) {
    console.error(error.stack)
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  return { passed, text: `${name}: ${passed ? 'ok' : 'FAILED'} in ${seconds} s` }
}

async function getReady() {
  await Promise.all([installedServer(), installedChromium()])
  return true
}

async function runSuite() {
  return (await runSuiteOnDesktop()) ?? runSuiteInServer()
}

async function runPageTests() {
  const folder = join(import.meta.dirname, 'page')
  const mocha = new Mocha({ color: process.stdout.isTTY, timeout: 240_000, slow: 10_000, forbidOnly: true })
  mocha.rootHooks({ afterEach: showFailure })
  for (const file of readdirSync(folder)) {
    const isNamed = named.length === 0 || named.includes(file.replace('.test.js', ''))
    if (file.endsWith('.test.js') && isNamed) mocha.addFile(join(folder, file))
  }
  await mocha.loadFilesAsync()
  const failures = await new Promise((resolve) => {
    mocha.run(resolve)
  })
  return failures === 0
}
