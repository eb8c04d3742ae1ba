import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What goes into an extension's package without being named in `files`. */
const always = ['package.json', 'package.nls.json', 'README.md', 'CHANGELOG.md', 'LICENSE']

/**
 * Installs an extension from its sources: exactly the files that its package would hold, so that one which is missing there is missed here.
 * @param {string} source the folder of the extension's package.json
 * @param {string} extensions the extensions folder of a VS Code that is not running yet
 */
export function installExtension(source, extensions) {
  const { publisher, name, version, files } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  const folder = join(extensions, `${publisher}.${name}-${version}`)
  for (const file of [...always, ...files]) {
    const from = join(source, file)
    if (existsSync(from)) cpSync(from, join(folder, file), { recursive: true })
  }
}
