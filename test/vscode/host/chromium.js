import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
/** The two fonts are what screenshots need: text of any kind, and emoji. */
const packages = ['chromium', 'fonts-dejavu-core', 'fonts-noto-color-emoji']

/**
 * The path of a Chromium; `CHROMIUM_PATH` names one that is elsewhere. Debian's is installed when there is none and this process may.
 * @returns {Promise<string>}
 */
export async function installedChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined) {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM_PATH is ${named}, and there is no such file.`)
  }
  if (chromiumInPlace() === undefined && canInstall()) await install()
  const path = chromiumInPlace()
  if (path !== undefined) return path
  throw new Error(
    `The tests need Chromium. Install it (Debian: apt-get install ${packages.join(' ')}) or set CHROMIUM_PATH.`,
  )
}

function chromiumInPlace() {
  return places.find((path) => existsSync(path))
}

function canInstall() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
}

async function install() {
  const started = performance.now()
  await apt(['update', '-qq'])
  await apt(['install', '-y', '-qq', '--no-install-recommends', ...packages])
  console.log(`  installed Chromium in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

function apt(args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const child = spawn('apt-get', args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
    let complaints = ''
    child.stderr.on('data', (chunk) => {
      complaints += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(undefined)
      else reject(new Error(`apt-get ${args[0]} failed\n${complaints.slice(-1000)}`))
    })
  })
}
