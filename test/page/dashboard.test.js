import assert from 'node:assert/strict'
import axe from 'axe-core'
import { examplesBoard, hostileWords, rewritten } from '../support/board.ts'
import { BoardPages } from '../support/board-pages.js'

/** Pixels between margins of a centimetre. */
const A4 = { width: 718, height: 1047 }

describe('the page of the dashboard, in a browser', () => {
  const board = examplesBoard()
  const pages = new BoardPages()
  let page

  before(() => pages.start())
  after(() => pages.close())
  afterEach(() => assert.deepEqual(pages.noise, []))

  for (const colorScheme of ['light', 'dark']) {
    it(`can be used by everybody, ${colorScheme}`, async () => {
      await open(board, { colorScheme })
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      })
      const violations = await check(page)
      await page.getByLabel('Dates as a table').check()
      assert.deepEqual([...violations, ...(await check(page))], [])
    })
  }

  for (const colorScheme of ['light', 'dark']) {
    it(`tells stages and verdicts apart where the reader chooses the colours, ${colorScheme}`, async () => {
      await open(board, { forcedColors: 'active', colorScheme })
      for (const kinds of ['#timeline .key rect[class^="s"]', '.verdicts rect']) {
        const fills = await page
          .locator(kinds)
          .evaluateAll((all) => all.map((each) => getComputedStyle(each).fill))
        assert.ok(fills.length > 3)
        assert.equal(new Set(fills).size, fills.length, `${kinds}: ${fills.join(', ')}`)
      }
      const [track, fill] = await page
        .locator('#delays .bar')
        .first()
        .evaluate((bar) => [
          getComputedStyle(bar).backgroundColor,
          getComputedStyle(bar.querySelector('rect')).fill,
        ])
      assert.notEqual(track, fill)
    })
  }

  it('prints on paper: no filters, and nothing cut off', async () => {
    await open(board, { viewport: A4 })
    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0)
    assert.equal(await page.locator('form.filters').isVisible(), false)
    assert.equal(await page.getByLabel('Dates as a table').isVisible(), false)
    const marks = await page.locator('#timeline .key use').evaluateAll((all) =>
      all.map((mark) => {
        const [{ top, bottom }, line] = [mark, mark.closest('.key')].map((each) =>
          each.getBoundingClientRect(),
        )
        return top >= line.top && bottom <= line.bottom
      }),
    )
    assert.deepEqual(marks, [true, true, true, true, true])
  })

  it('chooses pilots by keyboard', async () => {
    await open(board)
    await page.getByLabel('Stage', { exact: true }).focus()
    await page.keyboard.type('Roll')
    await page.locator('#chosen', { hasText: '3 of 10 pilots' }).waitFor()
    const rows = page.locator('#timeline tbody tr')
    assert.deepEqual(await rows.filter({ visible: true }).locator('th a').allInnerTexts(), [
      'complaint-triage',
      'invoice-matching',
      'line-inspection',
    ])
    assert.equal(await page.locator('#heat tbody tr').filter({ visible: true }).count(), 3)
    assert.equal(await page.locator('#owners tbody tr').filter({ visible: true }).count(), 3)
    const ownership = page.locator('#stages tr', { has: page.getByText('Ownership') })
    assert.equal(await ownership.locator('[data-count]').innerText(), '0')
    await page.getByLabel('Verdict', { exact: true }).focus()
    await page.keyboard.type('healthy')
    await page.locator('#chosen', { hasText: /^1 of 10 pilots/ }).waitFor()
    await page.getByRole('button', { name: 'Show all' }).press('Enter')
    await page.locator('#chosen', { hasText: '10 of 10 pilots' }).waitFor()
    assert.equal(await rows.filter({ visible: true }).count(), 10)
  })

  it('counts one pilot as one', async () => {
    await open({ ...board, pilots: board.pilots.slice(0, 1) })
    const status = page.locator('#chosen')
    assert.equal(await status.innerText(), '1 of 1 pilot')
    await page.locator('#by-stage').selectOption({ index: 1 })
    assert.equal(await status.innerText(), '1 of 1 pilot')
  })

  it('leads from a cell to its findings, with their lines', async () => {
    await open(board)
    const row = page.locator('#heat tr', { has: page.getByText('order-desk-assistant') })
    await row.locator('td.e a').first().press('Enter')
    const found = page.locator('details[open]')
    await found.waitFor()
    assert.equal(await found.count(), 1)
    assert.match(await found.innerText(), /pilots\/order-desk-assistant\.pilot\.yaml:23/)
    await found.locator('summary').click()
    assert.equal(await found.count(), 0)
    await row.locator('td.e a').first().press('Enter')
    assert.equal(await found.count(), 1)
  })

  it('leads from a cell of very many pilots to where the name of its row does', async () => {
    const pilots = Array.from({ length: 6 }, () => board.pilots).flat()
    await open({ ...board, pilots })
    const row = page.locator('#heat tbody tr', { has: page.getByText('order-desk-assistant') }).last()
    assert.equal(await row.locator('a').count(), 1)
    await row.locator('td.e b').first().click()
    const wanted = await row.locator('th a').getAttribute('href')
    assert.match(wanted, /^#p\d+$/)
    await page.waitForURL((url) => url.hash === wanted)
    assert.equal(await page.locator(wanted).count(), 1)
  })

  it('stays what it is whatever the files hold', async () => {
    const harmless = await elements(await open(rewritten(board, (text) => `x${text}`)))
    for (const word of hostileWords) {
      await open(rewritten(board, (text) => word + text))
      assert.deepEqual(await elements(page), harmless, JSON.stringify(word))
    }
  })

  async function open(shown, options) {
    page = await pages.open(shown, options)
    return page
  }
})

/** The violations that axe finds, each with the places. It comes in from outside, which the page's own policy does not let in. */
async function check(page) {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => globalThis.axe.run())
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** Each element with the names of its attributes, and how often it is there, as a browser understood the page. */
function elements(page) {
  return page.evaluate(() => {
    const counts = {}
    for (const { localName, attributes } of document.querySelectorAll('*')) {
      const key = [localName, ...Array.from(attributes, ({ name }) => name).sort()].join(' ')
      counts[key] = (counts[key] ?? 0) + 1
    }
    return counts
  })
}
