import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { openWorkbench } from '../host/workbench.js'

describe('the server of VS Code', () => {
  /** @type {import('../host/workbench.js').Workbench} */
  let workbench
  let address

  before(async () => {
    workbench = await openWorkbench()
    address = `http://127.0.0.1:${workbench.server.port}`
  })
  after(() => workbench?.close())

  it('refuses requests without its token', async () => {
    const status = async (path) => (await fetch(`${address}${path}`, { redirect: 'manual' })).status
    assert.equal(await status('/'), 403)
    assert.equal(await status('/?tkn=guess'), 403)
    assert.equal(await status(`/vscode-remote-resource?path=${import.meta.filename}`), 403)
    assert.equal(
      await status(`/vscode-remote-resource?path=${import.meta.filename}&tkn=${workbench.server.token}`),
      200,
    )
  })

  it('listens on no other address', async () => {
    const others = Object.values(networkInterfaces())
      .flat()
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address: host } of others) {
      assert.equal(await accepts(host, workbench.server.port), false, host)
    }
    assert.equal(await accepts('127.0.0.1', workbench.server.port), true)
  })

  it('is closed to pages of other origins, even in the browser that holds its cookie', async () => {
    const stranger = createServer((_request, response) => response.end('<title>stranger</title>'))
    await new Promise((resolve) => stranger.listen(0, '127.0.0.1', resolve))
    const page = await workbench.page.context().newPage()
    try {
      await page.goto(`http://127.0.0.1:${stranger.address().port}/`)
      const answers = await page.evaluate(
        readFromServer,
        `${address}/vscode-remote-resource?path=/etc/hostname`,
      )
      assert.deepEqual(answers, { omit: 'unreadable', include: 'unreadable' })
    } finally {
      await page.close()
      stranger.close()
    }
  })
})

/** Runs in the page. */
async function readFromServer(url) {
  const read = (credentials) =>
    fetch(url, { credentials }).then(
      (answer) => answer.text(),
      () => 'unreadable',
    )
  return { omit: await read('omit'), include: await read('include') }
}

function accepts(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 })
    const answer = (result) => {
      socket.destroy()
      resolve(result)
    }
    socket.once('connect', () => answer(true))
    socket.once('error', () => answer(false))
    socket.once('timeout', () => answer(false))
  })
}
