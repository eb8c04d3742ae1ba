import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkbenches } from './workbench.js'

/** A hook for after each test: when it failed, shows the log of the open workbenches and where a picture of each is. */
export async function showFailure() {
  const test = this.currentTest
  if (test?.state !== 'failed') return
  const folder = join(tmpdir(), 'pilots-failures')
  mkdirSync(folder, { recursive: true })
  for (const { page, log } of openWorkbenches()) {
    const path = join(folder, `${test.fullTitle().replaceAll(/\W+/g, '-')}.png`)
    writeFileSync(path, await page.screenshot())
    console.error(`The window is in ${path}\n${log().slice(-20).join('\n')}`)
  }
}
