import { readFileSync, writeFileSync } from 'node:fs'
import { workbenchUrl } from '../host/address.js'
import { openWorkbench } from '../host/workbench.js'

/** Servers that keep a window waiting. */
const silent = 'setInterval(() => undefined, 60_000)\n'
const broken = 'process.exit(1)\n'

describe('a view with nothing in it yet, for a person', () => {
  /** @type {import('../host/workbench.js').Workbench} */
  let workbench
  /** The program of our server, as it is installed. */
  let program
  let sound

  before(async () => {
    // The day that is looked at is no reason to leave out what the view says.
    workbench = await openWorkbench({ settings: { 'pilots.asOf': '2026-11-20' } })
    program = workbench.server.installed('dist/server.js')
    sound = readFileSync(program)
  })
  after(() => workbench?.close())

  it('says that the pilots are being read, as long as it takes', async () => {
    writeFileSync(program, silent)
    await openWindow(workbench.folder)
    await welcome('Reading the pilots…').waitFor()
  })

  it('says that the server is down', async () => {
    writeFileSync(program, broken)
    await workbench.run('Pilots: Restart Server')
    const down = welcome('The pilots cannot be checked because their server is down. It restarts by itself.')
    for (const name of ['Restart Now', 'Show Output']) await down.getByRole('button', { name }).waitFor()
  })

  it('shows the pilots when it has been started again by itself', async () => {
    writeFileSync(program, sound)
    await workbench.treeItem('complaint-triage').waitFor()
  })

  it('says what to do where no folder is open', async () => {
    await openWindow(undefined)
    const noFolder = welcome('Open a folder that contains pilots, or write your first one.')
    for (const name of ['Open Folder', 'New Pilot', 'Open Sample Portfolio'])
      await noFolder.getByRole('button', { name }).waitFor()
  })

  it('does not say of no pilot at all that nothing was found in it', async () => {
    await workbench.run('Pilots: Check the Whole Portfolio')
    const answer = workbench.page.locator('.notification-list-item-message').first()
    await answer
      .filter({ hasText: 'There is no pilot to check. A pilot is a file with a name such as ' })
      .waitFor()
  })

  async function openWindow(folder) {
    await workbench.page.goto(workbenchUrl(workbench.server, folder))
    await workbench.view('Pilots')
  }

  function welcome(text) {
    return workbench.page.locator('.sidebar .welcome-view', { hasText: text })
  }
})
