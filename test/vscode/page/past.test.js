import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repeated } from '../host/repeated.js'
import { openWorkbench } from '../host/workbench.js'

const FILE = 'pilots/claims-desk.pilot.yaml'
const pilot = (stage, target) => `apiVersion: pilot-as-code/v1
name: claims-desk
title: Claims at the desk
stage: ${stage}
timeline: { start: 2026-02-02, end: 2026-12-31 }
criteria:
  success:
    - metric: Cases per day
      baseline: 40
      target: ${target}
      by: 2026-12-11
`

describe('the past of a pilot, for a person', () => {
  /** @type {import('../host/workbench.js').Workbench} */
  let workbench
  let page

  before(async () => {
    workbench = await openWorkbench({ prepare: makeRepository })
    page = workbench.page
    await workbench.view('Pilots')
    await workbench.treeItem('claims-desk').waitFor()
  })
  after(() => workbench?.close())

  it('is shown as of the day that is typed, with a mark until a click on it', async () => {
    assert.equal(await stageOf('claims-desk'), 'Rollout')
    const input = await ask('Pilots: Show Findings as of…')
    await input.fill('2026-02-30')
    await page.locator('.quick-input-message', { hasText: 'There is no day 2026-02-30.' }).waitFor()
    await input.fill('2026-03-01')
    await page.keyboard.press('Enter')
    const mark = page.locator('.statusbar-item', { hasText: 'as of 2026-03-01' })
    await mark.waitFor()
    await until(async () => (await stageOf('claims-desk')) === 'Data')
    await mark.click()
    await mark.waitFor({ state: 'hidden' })
    await until(async () => (await stageOf('claims-desk')) === 'Rollout')
  })

  it('is listed by what became of its criteria, and opens as a diff', async () => {
    await workbench.open('claims-desk.pilot.yaml')
    await ask('Pilots: Show Goalposts')
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'target 70 → 55' })
    await row.waitFor()
    assert.match(
      await row.innerText(),
      /Cases per day[\s\S]*easier[\s\S]*2026-04-20, Luis Ortega, [0-9a-f]{7}/,
    )
    await row.click()
    for (const [side, target] of [
      ['original', 'target: 70'],
      ['modified', 'target: 55'],
    ]) {
      await page.locator(`.monaco-diff-editor .editor.${side} .view-line`, { hasText: target }).waitFor()
    }
  })

  it('is listed from the menu of the pilot in the tree, whatever is in the editor', async () => {
    await workbench.run('View: Close All Editors')
    await workbench.treeItem('claims-desk').click({ button: 'right' })
    const item = page.locator('.monaco-menu .action-menu-item', { hasText: 'Show Goalposts' })
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'target 70 → 55' })
    // In its first moments a menu does not hear a click.
    await repeated(
      () => item.click({ delay: 150, timeout: 5000 }),
      () => item.waitFor({ state: 'hidden', timeout: 5000 }),
    )
    await row.waitFor()
    await page.keyboard.press('Escape')
  })

  /** Runs a command that asks at once, so that the quick input never goes; gives its field. */
  async function ask(command) {
    await page.keyboard.press('F1')
    const input = page.locator('.quick-input-widget .quick-input-filter input')
    await input.fill(`>${command}`)
    await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().click()
    await until(async () => !(await input.inputValue()).startsWith('>'))
    return input
  }

  /** The group of the tree in which a pilot stands. */
  async function stageOf(name) {
    let stage
    for (const row of await workbench.treeItems()) {
      stage = /^([^,]+), \d+ pilots?/.exec(row)?.[1] ?? stage
      if (row.startsWith(name)) return stage
    }
    return undefined
  }

  /** Asks again with each change of the page, as long as a test may take. */
  async function until(holds) {
    while (!(await holds())) await page.waitForTimeout(50)
  }
})

/** The examples as a repository, with a pilot whose stage and target changed in April. */
function makeRepository(folder) {
  const git = (date, ...args) => {
    const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }
    const person = ['-c', 'user.name=Luis Ortega', '-c', 'user.email=luis@example.com']
    execFileSync('git', [...person, ...args], { cwd: folder, env })
  }
  git('', 'init', '--quiet')
  for (const [day, stage, target] of [
    ['2026-01-15', 'data', 70],
    ['2026-04-20', 'rollout', 55],
  ]) {
    writeFileSync(join(folder, FILE), pilot(stage, target))
    git(`${day}T12:00:00Z`, 'add', '.')
    git(`${day}T12:00:00Z`, 'commit', '--quiet', '-m', 'x')
  }
}
