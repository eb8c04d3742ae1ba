import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { atEnd, killGroup, temporaryFolder } from './cleanup.js'
import { installedServer } from './install.js'
import { installedFile, installVsix, layOutExtension } from './installed-extension.js'
import { quietSettings } from './settings.js'

const root = resolve(import.meta.dirname, '..', '..', '..')
const fixtures = join(root, 'test', 'vscode', 'fixtures')
const guard = pathToFileURL(join(import.meta.dirname, 'guard.js')).href

/**
 * @typedef {object} Server
 * @property {number} port on 127.0.0.1, the only address that it listens to
 * @property {string} token what every request must carry
 * @property {(file: string) => string} installed where a file of our extension is
 * @property {() => string} log all that the server has printed, without the token
 * @property {Promise<number | null>} ended the exit code, once it has ended by itself or by `stop`
 * @property {() => void} stop ends the server with all its children and removes its folder
 */

/**
 * Starts the VS Code server with a folder of its own: no settings and no extensions of the user, and nothing stays behind.
 * @param {object} [options]
 * @param {number} [options.port] 0 takes a free one
 * @param {'from sources' | 'from vsix' | 'none'} [options.extension] how our extension gets into it
 * @param {string} [options.fixture] an extension under fixtures/ beside ours, which then must be from its sources
 * @param {Record<string, unknown>} [options.settings] user settings beside the quiet ones
 * @param {readonly string[]} [options.args] more arguments for the server
 * @returns {Promise<Server>}
 */
export async function startServer({ port = 0, extension = 'none', fixture, settings = {}, args = [] } = {}) {
  const { node, main } = await installedServer()
  const { path: folder, remove } = temporaryFolder()
  const token = randomBytes(24).toString('hex')
  writeSettings(folder, settings)
  if (extension === 'from sources') layOutExtension(root, join(folder, 'x'))
  if (fixture) layOutExtension(join(fixtures, fixture), join(folder, 'x'))
  if (extension === 'from vsix') await installVsix(join(folder, 'x'))

  const child = spawn(node, ['--import', guard, main, ...serverArgs(folder, token, port), ...args], {
    detached: true,
    env: environment(folder),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  // The extension host and the language server are in the group that the server leads.
  const kill = atEnd(() => killGroup(child.pid))
  const stop = () => {
    kill()
    remove()
  }
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const output = { text: '' }
  try {
    const bound = await listeningPort(child, output)
    const installed = (file) => installedFile(join(folder, 'x'), file)
    return { port: bound, token, installed, log: () => output.text.replaceAll(token, '…'), ended, stop }
  } catch (error) {
    stop()
    throw error
  }
}

/** In a file the token cannot be read from the list of processes. */
function serverArgs(folder, token, port) {
  const tokenFile = join(folder, 'token')
  writeFileSync(tokenFile, token, { mode: 0o600 })
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--connection-token-file', tokenFile],
    ...['--server-data-dir', join(folder, 'd'), '--extensions-dir', join(folder, 'x')],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
  ]
}

/** What a surrounding VS Code or npm has set must not reach this one; its sockets belong into its own folder. */
function environment(folder) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/.test(name),
  )
  const sockets = join(folder, 't')
  mkdirSync(sockets)
  return {
    ...Object.fromEntries(inherited),
    TMPDIR: sockets,
    XDG_RUNTIME_DIR: sockets,
    PILOTS_SERVER_FOLDER: folder,
  }
}

function writeSettings(folder, own) {
  const user = join(folder, 'd', 'data', 'User')
  mkdirSync(user, { recursive: true })
  writeFileSync(join(user, 'settings.json'), `${JSON.stringify({ ...quietSettings, ...own }, null, 2)}\n`)
}

function listeningPort(child, output) {
  return new Promise((resolve, reject) => {
    const collect = (chunk) => {
      output.text += chunk
      const port = /Extension host agent listening on (\d+)/.exec(output.text)?.[1]
      if (port !== undefined) resolve(Number(port))
      else if (output.text.includes('EADDRINUSE'))
        reject(new Error('The port is in use: choose another one.'))
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', reject)
    child.once('exit', () =>
      reject(new Error(`The VS Code server did not start.\n${output.text.slice(-2000)}`)),
    )
  })
}
