import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { BROKEN, boardFrom, examplesBoard, hostileWords, rewritten } from '../support/board.ts'
import { startBrowser } from '../vscode/host/page.js'

const root = resolve(import.meta.dirname, '..', '..')

/** What VS Code gives to a webview. A text: a function would come with what the loader of the tests adds to it. */
const EDITOR = `acquireVsCodeApi = () => ({
  postMessage: (message) => sent.push(message),
  getState: () => kept,
  setState: (now) => { kept = now },
})`

describe('the dashboard of the editor, in a browser', () => {
  const examples = withAddresses(examplesBoard())
  let browser
  let folder
  let page
  let errors

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pilots-webview-'))
    await build({
      entryPoints: [
        join(root, 'client/src/webview/main.ts'),
        join(root, 'server/src/dashboard/style/webview.css'),
      ],
      bundle: true,
      entryNames: '[name]',
      outdir: folder,
    })
    writeFileSync(
      join(folder, 'shell.html'),
      '<!doctype html><html lang=en><title>Pilots</title><link rel=stylesheet href=webview.css><body class=vscode-light><main><p>Wait</main><script src=main.js></script>',
    )
    browser = await startBrowser()
  })
  after(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(() => assert.deepEqual(errors, []))

  it('leads from each cell to its line', async () => {
    await open()
    await draw(examples)
    const row = page.locator('#heat tr', { has: page.getByText('order-desk-assistant') })
    await row.locator('td.e button').first().press('Enter')
    const pilot = examples.pilots.find(({ name }) => name === 'order-desk-assistant')
    const { line, column } = pilot.heat.find(({ errors }) => errors > 0).at
    const start = { line: line - 1, character: column - 1 }
    assert.deepEqual(await sent(), [
      { type: 'ready' },
      { type: 'open', uri: pilot.uri, range: { start, end: start } },
    ])
  })

  it('leads to a file that cannot be read', async () => {
    const { unread } = boardFrom({ 'a:1': BROKEN })
    await open()
    await draw(withAddresses({ ...examples, unread }))
    const names = page.locator('.unread button')
    assert.deepEqual(await names.allInnerTexts(), ['pilots/a:1.pilot.yaml'])
    await names.press('Enter')
    const start = { line: 0, character: 0 }
    const uri = `file:///work/${unread[0].file}`
    assert.deepEqual((await sent()).slice(1), [{ type: 'open', uri, range: { start, end: start } }])
  })

  it('keeps the choice, the focus, the place and what is unfolded while the pilots change', async () => {
    await open()
    await draw(examples)
    await page.getByLabel('Stage', { exact: true }).selectOption('Rollout')
    await page.locator('#pilots summary').filter({ visible: true }).first().click()
    await page.getByLabel('Dates as a table').check()
    const cell = page.locator('#heat td.e button').filter({ visible: true }).first()
    await cell.focus()
    const before = await look()
    assert.ok(before.top > 100, 'the page is scrolled')
    const change = (text) => `${text} indeed`
    await draw({
      ...examples,
      pilots: examples.pilots.map((each) => ({ ...each, title: change(each.title) })),
    })
    assert.match(await page.locator('#pilots b').first().textContent(), / indeed$/)
    assert.deepEqual(await look(), before)
    assert.equal(before.chosen, '3 of 10 pilots')
    assert.equal(before.unfolded.length, 1)
  })

  it('leaves every pilot as it is when one comes that stands before it', async () => {
    await open()
    await draw(examples)
    await page.locator('#pilots tbody', { hasText: 'promo-forecast' }).locator('summary').click()
    await page.locator('#heat tr', { hasText: 'order-desk-assistant' }).locator('button').last().focus()
    await page.evaluate(() => {
      const all = { attributes: true, characterData: true, childList: true, subtree: true }
      globalThis.changes = []
      new MutationObserver((changes) => globalThis.changes.push(...changes)).observe(document.body, all)
    })
    await draw({
      ...examples,
      pilots: [
        { ...examples.pilots[4], name: 'a-copy', file: 'a.pilot.yaml', uri: 'file:///work/a.pilot.yaml' },
        ...examples.pilots,
      ],
      owners: examples.owners.map((owner) => ({ ...owner, pilots: owner.pilots.map((at) => at + 1) })),
    })
    const touched = await page.evaluate(() =>
      globalThis.changes
        .map(({ target }) => (target instanceof Element ? target : target.parentElement).closest('[data-p]'))
        .flatMap((own) => own?.textContent.slice(0, 40) ?? []),
    )
    assert.deepEqual(touched, [])
    assert.match(await page.locator('#pilots tbody:has(details[open])').innerText(), /promo-forecast/)
    assert.match(await page.locator('#heat tr:focus-within').innerText(), /^order-desk-assistant/)
    assert.match(await page.locator('#heat tbody tr').first().innerText(), /^a-copy/)
    assert.equal(await page.locator('#chosen').innerText(), '11 of 11 pilots')
  })

  it('shows after any change what it would show from the start', async () => {
    const some = { ...examples, pilots: examples.pilots.slice(0, 4) }
    const fewer = {
      ...some,
      pilots: examples.pilots.slice(2, 4).toReversed(),
      groups: examples.groups.slice(2),
    }
    const hostile = rewritten(some, (text) => hostileWords[1] + text)
    const none = { ...examples, pilots: [], owners: [], delays: [] }
    const states = [some, fewer, hostile, none]
    const fresh = []
    for (const state of states) {
      await open()
      await draw(state)
      fresh.push(await elements())
    }
    // Every change from one to another, in one go.
    let before = states.length - 1
    for (const after of [0, 1, 0, 2, 0, 3, 1, 2, 1, 3, 2, 3]) {
      await draw(states[after])
      assert.deepEqual(await elements(), fresh[after], `from ${before} to ${after}`)
      before = after
    }
  })

  it('is in a new webview as it was left in the one before', async () => {
    await open()
    await draw(examples)
    await page.getByLabel('Verdict', { exact: true }).selectOption('in purgatory')
    await page.locator('#pilots summary').filter({ visible: true }).first().click()
    await page.getByLabel('Dates as a table').check()
    await page.evaluate(() => scrollTo(0, 700))
    await page.waitForFunction(() => globalThis.kept?.scroll === 700)
    const before = await look()
    const kept = await page.evaluate(() => globalThis.kept)
    await open(kept)
    await draw(examples)
    assert.deepEqual({ ...(await look()), focus: '' }, { ...before, focus: '' })
    await open({ chosen: 5, open: 'all', scroll: {} })
    await draw(examples)
    assert.equal((await look()).chosen, '10 of 10 pilots')
  })

  it('shows where each stage and each bar ends in high contrast', async () => {
    await open()
    await draw(examples)
    const strokes = () =>
      page
        .locator('#timeline rect[class^="s"]')
        .evaluateAll((all) => all.map((each) => getComputedStyle(each).stroke))
    assert.deepEqual([...new Set(await strokes())], ['none'])
    await page.evaluate(() => {
      const { style } = document.body
      for (const name of ['contrastBorder', 'charts-red']) style.setProperty(`--vscode-${name}`, 'cyan')
      for (const name of ['foreground', 'charts-blue']) style.setProperty(`--vscode-${name}`, 'white')
      style.setProperty('--vscode-editor-background', 'black')
      document.body.classList.add('vscode-high-contrast')
    })
    assert.ok(!(await strokes()).includes('none'))
    const tracks = page
      .locator('#delays .bar')
      .evaluateAll((all) => all.map((each) => getComputedStyle(each).backgroundColor))
    assert.deepEqual([...new Set(await tracks)], ['rgb(0, 0, 0)'])
  })

  it('draws nothing else than boards', async () => {
    await open()
    for (const data of [
      undefined,
      5,
      { type: 'board' },
      { type: 'board', board: { kind: 'board', version: 2 } },
    ])
      await page.evaluate((message) => dispatchEvent(new MessageEvent('message', { data: message })), data)
    assert.equal(await page.locator('main').innerText(), 'Wait')
  })

  /** Opens a webview as the editor does, with what it kept of the one before. */
  async function open(state) {
    await page?.close()
    page = await browser.newPage({ viewport: { width: 700, height: 900 } })
    errors = []
    page.on('pageerror', ({ message }) => errors.push(message))
    await page.addInitScript(`sent = []; kept = ${JSON.stringify(state)}; ${EDITOR}`)
    await page.goto(pathToFileURL(join(folder, 'shell.html')).href)
  }

  function draw(board) {
    return page.evaluate(
      (data) => dispatchEvent(new MessageEvent('message', { data: { type: 'board', board: data } })),
      board,
    )
  }

  function sent() {
    return page.evaluate(() => globalThis.sent)
  }

  /** What a person sees of the page and where they are in it. */
  function look() {
    return page.evaluate(() => ({
      chosen: document.getElementById('chosen').textContent,
      unfolded: Array.from(document.querySelectorAll('details[open]'), ({ id }) => id),
      focus: document.activeElement?.dataset?.go,
      dates: document.getElementById('dates').checked,
      top: scrollY,
    }))
  }

  /** Each element and text in its order, as a browser holds it. */
  function elements() {
    return page.evaluate(() =>
      Array.from(document.body.querySelectorAll('*'), ({ localName, attributes, childNodes }) => {
        const named = Array.from(attributes, ({ name, value }) => `${name}=${value}`).sort()
        const text = Array.from(childNodes, (node) => (node.nodeType === 3 ? node.data : '')).join('|')
        return `${localName} ${named.join(' ')}: ${text}`
      }),
    )
  }
})

function withAddresses(board) {
  const addressed = (each) => ({ ...each, uri: `file:///work/${each.file}` })
  return { ...board, pilots: board.pilots.map(addressed), unread: board.unread.map(addressed) }
}
