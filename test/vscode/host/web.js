import { createReadStream, readdirSync, statSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { extname, join, sep } from 'node:path'
import { text } from 'node:stream/consumers'
import { temporaryFolder } from './cleanup.js'
import { installVsix } from './installed-extension.js'

/** Where the page finds the extension. */
const place = '/extension-of-the-browser'

/**
 * Stands before a VS Code server that does not have our extension, and lets its pages run it, as it is installed from its
 * package, in the worker where VS Code runs what is installed in a browser. All else is passed on as it is.
 * @param {import('./server.js').Server} server
 * @returns {Promise<import('./server.js').Server>} the same server at a port of its own
 */
export async function extendedInBrowser(server) {
  const { path: extensions, remove } = temporaryFolder()
  await installVsix(extensions)
  const [installed] = readdirSync(extensions, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const folder = join(extensions, installed.name)

  const front = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url, 'http://127.0.0.1')
    if (pathname.startsWith(`${place}/`)) handOut(folder, pathname.slice(place.length), answer)
    else pass(server.port, { asked, answer, isPage: pathname === '/' })
  })
  front.on('upgrade', (asked, socket, head) => passSocket(server.port, { asked, socket, head }))
  await new Promise((resolve) => front.listen(0, '127.0.0.1', resolve))
  const stop = () => {
    front.close()
    front.closeAllConnections()
    server.stop()
    remove()
  }
  return { ...server, port: front.address().port, stop }
}

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

function handOut(folder, path, answer) {
  const file = join(folder, decodeURIComponent(path))
  const isFile = file.startsWith(folder + sep) && statSync(file, { throwIfNoEntry: false })?.isFile()
  answer.writeHead(isFile ? 200 : 404, { 'content-type': types[extname(file)] ?? 'text/plain' })
  if (isFile) createReadStream(file).pipe(answer)
  else answer.end()
}

function pass(port, { asked, answer, isPage }) {
  const { method, url, headers } = asked
  // What is changed on its way must not be compressed.
  const own = isPage ? { 'accept-encoding': 'identity' } : {}
  const passed = request({ host: '127.0.0.1', port, method, path: url, headers: { ...headers, ...own } })
  passed.on('response', async (came) => {
    if (!isPage || came.statusCode !== 200) {
      answer.writeHead(came.statusCode, came.headers)
      came.pipe(answer)
      return
    }
    const page = Buffer.from(withExtension(await text(came), headers.host))
    answer.writeHead(200, { ...came.headers, 'content-length': page.length })
    answer.end(page)
  })
  passed.on('error', () => answer.destroy())
  asked.pipe(passed)
}

function passSocket(port, { asked, socket, head }) {
  const behind = connect(port, '127.0.0.1', () => {
    const { method, url, rawHeaders } = asked
    const headers = rawHeaders.map((each, at) => each + (at % 2 === 0 ? ': ' : '\r\n')).join('')
    behind.write(`${method} ${url} HTTP/1.1\r\n${headers}\r\n`)
    behind.write(head)
    socket.pipe(behind).pipe(socket)
  })
  for (const end of [socket, behind]) end.on('error', () => end.destroy())
}

/** The page of VS Code that also knows of our extension. */
function withExtension(page, authority) {
  return page.replace(
    /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/,
    (_, start, given) => {
      const settings = JSON.parse(given.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
      const extension = { scheme: 'http', authority, path: place }
      const changed = JSON.stringify({ ...settings, additionalBuiltinExtensions: [extension] })
      return start + changed.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
    },
  )
}
