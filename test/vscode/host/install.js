import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { atEnd, killGroup, removeFolder } from './cleanup.js'

const pins = join(import.meta.dirname, 'packages')
const pinned = ['package.json', 'package-lock.json']
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
/** Native modules of the VS Code server that only keep its log quiet; it runs without them. */
const optionalModules = ['@vscode/spdlog', '@vscode/native-watchdog']

/**
 * Where the VS Code server and the Node.js that runs it are, installed first when they are not there yet.
 * The folder is shared by all clones and named after the pinned versions, so it never needs an update.
 * @returns {Promise<{ node: string, main: string }>}
 */
export async function installedServer() {
  const folder = join(cacheFolder(), `vscode-server-${fingerprint()}`)
  if (!existsSync(folder)) await install(folder)
  removeChat(folder)
  return { node: nodeIn(folder), main: join(vscodeIn(folder), 'out', 'server-main.js') }
}

/**
 * Where the AI features are off, VS Code disables its chat extension soon after the start of each window. As its code reads, it then
 * stops every running extension that is not in its list of installed ones yet: on a busy machine one that is only named to it.
 */
function removeChat(folder) {
  removeFolder(join(vscodeIn(folder), 'extensions', 'copilot'))
}

/** A folder is renamed to its final name when everything is in it: a broken install leaves nothing half done behind. */
async function install(folder) {
  mkdirSync(dirname(folder), { recursive: true })
  const unfinished = mkdtempSync(`${folder}.`)
  const remove = atEnd(() => removeFolder(unfinished))
  for (const file of pinned) copyFileSync(join(pins, file), join(unfinished, file))

  await step('VS Code server', () => npm(['ci', ...quiet], unfinished))
  await step('its libraries', () => npm(['install', '--omit=dev', ...quiet], vscodeIn(unfinished)))
  await step('its log modules', () => buildOptionalModules(unfinished)).catch(({ message }) =>
    console.log(`  not built, which does no harm: ${message.split('\n')[0]}`),
  )
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    // Somebody else was quicker and has put the same content there.
    if (!existsSync(folder)) throw error
  }
  remove()
}

/** Without optimisation they are built in half the time, and nobody waits for a log. */
async function buildOptionalModules(folder) {
  const node = nodeIn(folder)
  const env = {
    npm_config_nodedir: dirname(dirname(node)),
    CXXFLAGS: '-O0',
    JOBS: 'max',
    PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
  }
  // Whoever runs the tests with npm hands its settings on, and ours is to run no scripts.
  const options = ['--ignore-scripts=false', '--loglevel=error']
  await npm(['rebuild', ...optionalModules, ...options], vscodeIn(folder), env)
}

async function step(what, work) {
  const started = performance.now()
  await work()
  console.log(`  installed ${what} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

function npm(args, cwd, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const stop = atEnd(() => killGroup(child.pid))
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
      })
    }
    child.on('error', reject)
    child.on('close', (code) => {
      stop()
      if (code === 0) resolve(undefined)
      else reject(new Error(`npm ${args[0]} failed in ${cwd}\n${output.slice(-2000)}`))
    })
  })
}

function vscodeIn(folder) {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode')
}

/** The pinned Node.js where it is published for this machine, else the running one when it is new enough. */
function nodeIn(folder) {
  const own = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(own)) return own
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  throw new Error('The VS Code server needs Node.js 24 on this kind of machine: run this command with it.')
}

/** `PILOTS_VSCODE_CACHE` names another place. */
function cacheFolder() {
  const { PILOTS_VSCODE_CACHE, XDG_CACHE_HOME } = process.env
  return PILOTS_VSCODE_CACHE ?? join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'pilot-as-code')
}

function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`)
  for (const file of pinned) hash.update(readFileSync(join(pins, file)))
  return hash.digest('hex').slice(0, 12)
}
