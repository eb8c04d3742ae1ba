import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { workbenchUrl } from './host/address.js'
import { atEnd, killGroup, onSignalExitWith, temporaryFolder } from './host/cleanup.js'
import { command } from './host/command.js'
import { hasScreen } from './host/screen.js'
import { startServer } from './host/server.js'
import { quietSettings } from './host/settings.js'

/*
 * Opens the examples in a VS Code with the extension in it: the desktop one where there is one, else one in the browser.
 * Ctrl+C ends all that was started.
 */
const root = resolve(import.meta.dirname, '..', '..')
const examples = join(root, 'examples')
const onWindows = process.platform === 'win32'

/** Its server is not made for Windows. */
const NO_BROWSER =
  'The build is done. On Windows the examples open in the desktop VS Code alone: install it, so that `code` is on the path.'

onSignalExitWith(0)
try {
  const { open, port } = options()
  build()
  if (open && hasScreen() && hasCode()) await onDesktop()
  else if (onWindows) throw new Error(NO_BROWSER)
  else await inBrowser(port, open)
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
process.exit(0)

function options() {
  const { values } = parseArgs({
    options: { 'no-open': { type: 'boolean', default: false }, port: { type: 'string', default: '0' } },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} is not a port number.`)
  return { open: !values['no-open'] && process.env.CI === undefined, port }
}

function build() {
  const { status } = spawnSync(process.execPath, [join(root, 'esbuild.js')], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('The build failed.')
}

/** With a folder of its own for settings, so that it is a program of its own, which can be ended, and no other window is touched. */
async function onDesktop() {
  const { path: data } = temporaryFolder()
  mkdirSync(join(data, 'User'))
  writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify(quietSettings))
  atEnd(() => endProgramOf(data))
  const args = [
    examples,
    `--extensionDevelopmentPath=${root}`,
    '--user-data-dir',
    data,
    '--new-window',
    '--wait',
  ]
  const code = command('code', args)
  const child = spawn(code.program, code.args, { stdio: 'inherit', shell: code.shell, detached: !onWindows })
  atEnd(() => (onWindows ? child.kill() : killGroup(child.pid)))
  console.log('VS Code shows the examples. Ctrl+C or closing the window ends it.')
  await new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', done)
  })
}

/** `code` hands over to a program that is not its child and writes its process id into its folder. */
function endProgramOf(data) {
  let pid
  try {
    pid = Number.parseInt(readFileSync(join(data, 'code.lock'), 'utf8'), 10)
  } catch {
    return
  }
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

async function inBrowser(port, open) {
  const server = await startServer({ port, extension: 'from sources' })
  const url = workbenchUrl(server, examples)
  console.log(`VS Code with the examples, for this machine only:\n\n  ${url}\n\nCtrl+C ends it.`)
  if (open && hasScreen()) openBrowser(url)
  const code = await server.ended
  throw new Error(`The VS Code server ended by itself (${code}).\n${server.log().slice(-2000)}`)
}

function openBrowser(url) {
  const [program, ...args] = {
    darwin: ['open', url],
    win32: ['rundll32', 'url.dll,FileProtocolHandler', url],
  }[process.platform] ?? ['xdg-open', url]
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.once('error', () => console.log('No browser could be opened: open the address above yourself.'))
  child.unref()
}

function hasCode() {
  const { program, args, shell } = command('code', ['--version'])
  return spawnSync(program, args, { stdio: 'ignore', shell }).status === 0
}
