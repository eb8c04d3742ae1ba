import { execFile } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { temporaryFolder } from './cleanup.js'
import { installedServer } from './install.js'

const root = resolve(import.meta.dirname, '..', '..', '..')

/** What goes into an extension's package without being named in `files`. */
const always = ['package.json', 'package.nls.json', 'CHANGELOG.md', 'LICENSE']

/**
 * Lays out an extension from its sources: the files that its package would hold.
 * @param {string} source the folder of the extension's package.json
 * @param {string} extensions the extensions folder of a VS Code that is not running yet
 */
export function layOutExtension(source, extensions) {
  const { publisher, name, version, files } = manifestOf(source)
  const folder = join(extensions, `${publisher}.${name}-${version}`)
  for (const file of [...always, ...files]) {
    const from = join(source, file)
    if (existsSync(from)) cpSync(from, join(folder, file), { recursive: true })
  }
}

/**
 * Puts our extension into an extensions folder as VS Code itself installs it from the .vsix in dist/.
 * @param {string} extensions the extensions folder of a VS Code that is not running yet
 */
export async function installVsix(extensions) {
  installed ??= install()
  cpSync(await installed, extensions, { recursive: true })
}

/**
 * Where a file of our extension is in an extensions folder.
 * @param {string} extensions
 * @param {string} file its path in the extension
 * @returns {string}
 */
export function installedFile(extensions, file) {
  const { publisher, name } = manifestOf(root)
  const folder = readdirSync(extensions).find((each) => each.startsWith(`${publisher}.${name}-`))
  return join(extensions, folder, file)
}

/** @type {Promise<string> | undefined} */
let installed

/** Once for all servers of this process, since VS Code needs seconds for it. */
async function install() {
  const { name, version } = manifestOf(root)
  const vsix = join(root, 'dist', `${name}-${version}.vsix`)
  if (!existsSync(vsix)) throw new Error('There is no .vsix yet: npm run package makes it.')
  const { node, main } = await installedServer()
  const { path: folder } = temporaryFolder()
  const extensions = join(folder, 'x')
  const places = ['--extensions-dir', extensions, '--server-data-dir', join(folder, 'd')]
  const quiet = ['--accept-server-license-terms', '--telemetry-level', 'off']
  await promisify(execFile)(node, [main, '--install-extension', vsix, ...places, ...quiet])
  return extensions
}

function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}
