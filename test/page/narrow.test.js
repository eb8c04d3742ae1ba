import assert from 'node:assert/strict'
import { examplesBoard, rewritten } from '../support/board.ts'
import { BoardPages } from '../support/board-pages.js'

describe('the page of the dashboard, in a window of any width', () => {
  const board = examplesBoard()
  const pages = new BoardPages()
  let page

  before(() => pages.start())
  after(() => pages.close())
  afterEach(() => assert.deepEqual(pages.noise, []))

  it('fits into a narrow window', async () => {
    // 320 pixels are what a page has of 1280 at four times its size.
    for (const width of [320, 500, 800, 1280]) {
      page = await pages.open(board, { viewport: { width, height: 900 } })
      for (const summary of await page.locator('summary').all()) await summary.click()
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      assert.equal(beyond, 0, `${width} pixels wide`)
    }
  })

  it('fits into it with names of any length', async () => {
    const long = 'W'.repeat(200)
    for (const width of [320, 500, 800, 1280]) {
      page = await pages.open(
        rewritten(board, () => long),
        { viewport: { width, height: 900 } },
      )
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      assert.equal(beyond, 0, `${width} pixels wide`)
    }
  })

  it('names its filters and leaves room for what they show, and for the page, in a small window', async () => {
    // What 1280 x 1024 pixels are at four times their size.
    page = await pages.open(board, { viewport: { width: 320, height: 256 } })
    for (const label of ['Stage', 'Verdict', 'Owner', 'Team']) {
      const { width } = await page.getByLabel(label, { exact: true }).boundingBox()
      assert.ok(width > 120, `${label} is ${width} pixels wide`)
      const named = await page.locator('.filters label', { hasText: label }).boundingBox()
      assert.ok(named.width > 20, `the label ${label} is seen`)
    }
    await page.locator('#pilots').scrollIntoViewIfNeeded()
    const { bottom } = await page.evaluate(() =>
      document.querySelector('.filters').getBoundingClientRect().toJSON(),
    )
    assert.ok(bottom < 0, 'the filters do not cover the page')
  })

  it('shows whole what its filters say, in a window of any width', async () => {
    for (const width of [320, 501, 620, 760, 901, 1280]) {
      page = await pages.open(board, { viewport: { width, height: 900 } })
      await page.getByLabel('Verdict', { exact: true }).selectOption('in production')
      assert.deepEqual(
        await page.locator('.filters select').evaluateAll(cutChoices),
        [],
        `${width} pixels wide`,
      )
    }
  })

  it('lets headings and findings be read without scrolling sideways', async () => {
    for (const width of [320, 500, 620, 800]) {
      page = await pages.open(board, { viewport: { width, height: 900 } })
      for (const summary of await page.locator('#pilots summary').all()) await summary.click()
      const beyond = await page
        .locator('#pilots th[colspan] *, #pilots .found td *')
        .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().right > innerWidth).length)
      assert.equal(beyond, 0, `${width} pixels wide`)
    }
  })

  it('shows names to their end, by which similar ones are told apart', async () => {
    const pilots = board.pilots.map((each, at) => ({ ...each, name: `${'document-check-'.repeat(6)}${at}` }))
    for (const width of [320, 800, 1280]) {
      page = await pages.open({ ...board, pilots }, { viewport: { width, height: 900 } })
      const heads = page.locator('#heat tbody th')
      const cut = heads.evaluateAll(
        (all) =>
          all.filter((each) => each.scrollWidth > each.clientWidth || !/\d$/.test(each.textContent)).length,
      )
      assert.equal(await cut, 0, `${width} pixels wide`)
    }
  })

  it('shows what has the focus, also on the way back', async () => {
    for (const width of [500, 800, 1280]) {
      page = await pages.open(board, { viewport: { width, height: 700 } })
      await page.locator('#pilots summary').last().focus()
      const covered = []
      for (let step = 0; step < 60; step++) {
        await page.keyboard.press('Shift+Tab')
        covered.push(...(await page.evaluate(coveredFocus)))
      }
      assert.deepEqual(covered, [], `${width} pixels wide`)
    }
  })
})

/** Runs in the page: the lists that are narrower than what is chosen in them. */
function cutChoices(lists) {
  return lists.flatMap((list) => {
    const alone = list.cloneNode()
    alone.append(new Option(list.value))
    alone.style.cssText = 'position: absolute; width: auto; max-width: none'
    list.after(alone)
    const wanted = alone.getBoundingClientRect().width
    alone.remove()
    const { width } = list.getBoundingClientRect()
    return wanted > width + 1 ? [`${list.value}: ${width} of ${wanted}`] : []
  })
}

/** Runs in the page: what has the focus where the filters hide it. */
function coveredFocus() {
  const { activeElement: own } = document
  const { top, bottom } = own.getBoundingClientRect()
  const filters = document.querySelector('.filters')
  const isHidden = !filters.contains(own) && bottom <= filters.getBoundingClientRect().bottom && bottom > 0
  return isHidden ? [`${own.textContent || own.title} at ${Math.round(top)}`] : []
}
