import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { pageOf } from '../../server/src/dashboard/page.ts'
import type { Board } from '../../server/src/engine/board/board.ts'
import { BROKEN, boardFrom, examplesBoard, hostileWords, pilotText, rewritten } from '../support/board.ts'

describe('the page of the dashboard', () => {
  let examples: Board
  let page = ''
  before(() => {
    examples = examplesBoard()
    page = pageOf(examples)
  })

  it('begins with how the pilots stand and what waiting has cost', () => {
    const [, heading] = /<h1>([^<]*)</.exec(page) ?? []
    assert.equal(
      heading?.replaceAll('\u00a0', ' '),
      '10 pilots: 3 in purgatory, 4 at risk, 1 healthy, 1 in production, 1 stopped well',
    )
    assert.match(page, /Waiting has cost [\d,]+ USD so far: 2 pilots past/)
  })

  it('is the same for the same board', () => {
    assert.equal(pageOf(examplesBoard()), page)
  })

  it('allows its own style and script and nothing else', () => {
    const [, policy] = /http-equiv=Content-Security-Policy content="([^"]*)"/.exec(page) ?? []
    assert.equal(
      policy,
      `default-src 'none'; style-src '${hashIn(page, 'style')}'; script-src '${hashIn(page, 'script')}'; base-uri 'none'; form-action 'none'`,
    )
    assert.ok(page.indexOf('Content-Security-Policy') < page.indexOf('<style>'))
  })

  it('asks for nothing, and runs nothing in attributes', () => {
    assert.doesNotMatch(page, /\b(?:src|srcset|action|formaction|style|on\w+)=/)
    assert.doesNotMatch(page, /https?:|url\(|@import|javascript:/)
    assert.deepEqual(new Set(page.match(/href="?[^ ">]/g)), new Set(['href=#']))
  })

  it('names no place of this machine', () => {
    assert.doesNotMatch(page, /file:|\/home|\/tmp|\/root/)
  })

  it('has the same elements whatever its texts are', () => {
    const harmless = shape(pageOf(rewritten(examples, (text) => `x${text}`)))
    for (const word of hostileWords) {
      const hostile = shape(pageOf(rewritten(examples, (text) => word + text)))
      assert.deepEqual(hostile, harmless, JSON.stringify(word))
    }
  })

  it('shows a text of any length as one that can be read', () => {
    const long = 'x'.repeat(100_000)
    const text = pageOf(rewritten(examples, () => long))
    assert.ok(text.length < 400_000, String(text.length))
  })

  it('stays under 300 kB for 200 pilots', () => {
    const bytes = Buffer.byteLength(pageOf(multiplied(examples, 20)))
    assert.ok(bytes < 300_000, `${bytes} bytes`)
  })

  it('leads to a pilot once in a row of many pilots, and to its findings from each cell of a few', () => {
    const rowsOf = (text: string): string =>
      /<section id=heat.*?<tbody>(.*?)<\/section>/s.exec(text)?.[1] ?? ''
    const many = rowsOf(pageOf(multiplied(examples, 20)))
    assert.equal(many.match(/<a /g)?.length, 200)
    assert.ok((rowsOf(page).match(/<a href=#f/g)?.length ?? 0) > 30)
  })

  it('tells pilots of one name apart by their files, wherever it names them', () => {
    const page = pageOf(inTwoFolders(examples)).replace(/<details.*?<\/details>/gs, '')
    const sections = [...page.matchAll(/<section id=(\w+).*?<\/section>/gs)]
    const naming = sections.map(([text, id]) => [id, new Set(text.match(/\b(?:north|south)\/[\w-]+/g)).size])
    const late = examples.pilots.filter(({ delay }) => delay).length
    const all = 2 * examples.pilots.length
    assert.deepEqual(naming, [
      ['stages', all],
      ['delays', 2 * late],
      ['timeline', all],
      ['heat', all],
      ['owners', all],
      ['trend', 0],
      ['pilots', all],
    ])
    assert.doesNotMatch(pageOf(examples), /<small>pilots\//)
  })

  it('is a page without pilots as well', () => {
    const lead = '<p class=lead>A pilot is a file with a name such as demand-forecast.pilot.yaml.'
    assert.ok(pageOf(boardFrom({})).includes(`<h1>No pilots</h1>${lead}`))
  })

  it('names what cannot be read, without a way there, and says nothing else where nothing can', () => {
    const page = pageOf(boardFrom({ a: BROKEN, b: '' }))
    const named =
      'pilots/a.pilot.yaml (it cannot be read as a pilot), pilots/b.pilot.yaml (it cannot be read as a pilot).'
    assert.ok(page.includes(`<h1>No pilot can be read</h1><p class=unread>Not read: ${named}`))
  })

  it('does not let one odd date flatten the calendar', () => {
    const odd = pilotText('b', 'timeline: { start: 0001-01-01, end: 9999-12-31 }')
    const even = pilotText('a', 'timeline: { start: 2026-03-02, end: 2026-09-30 }')
    const bars = pageOf(boardFrom({ a: even, b: odd })).match(/class=plan [^/]*width=([\d.]+)%/)
    assert.ok(Number(bars?.[1]) > 20, bars?.[0])
  })
})

function hashIn(page: string, tag: 'style' | 'script'): string {
  const [, text = ''] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page) ?? []
  assert.ok(text.length > 100)
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** The elements with the names of their attributes, each with how often it is there. */
function shape(page: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [tag] of page.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '').matchAll(/<[^>]*>/g)) {
    const bare = tag.replace(/"[^"]*"/g, '').replace(/=[^\s>]*/g, '')
    counts.set(bare, (counts.get(bare) ?? 0) + 1)
  }
  return counts
}

/** The same pilots in two folders. */
function inTwoFolders(board: Board): Board {
  const folders = ['north', 'south']
  return {
    ...board,
    pilots: folders.flatMap((folder) =>
      board.pilots.map((pilot) => ({ ...pilot, file: `${folder}/${pilot.name}.pilot.yaml` })),
    ),
    owners: board.owners.map((owner) => {
      return { ...owner, pilots: owner.pilots.flatMap((at) => [at, at + board.pilots.length]) }
    }),
  }
}

/** The same pilots so many times over, under names of their own. */
function multiplied(board: Board, times: number): Board {
  const copies = Array.from({ length: times }, (_, copy) => copy)
  const size = board.pilots.length
  const months = Array.from({ length: 12 }, (_, month) => ({
    month: `2026-${String(month + 1).padStart(2, '0')}`,
    stages: { criteria: 40, ownership: 30, data: 30, rollout: 40, adoption: 20, production: 20, stopped: 20 },
  }))
  return {
    ...board,
    trend: { months, unknown: 0 },
    pilots: copies.flatMap((copy) =>
      board.pilots.map((pilot) => ({
        ...pilot,
        name: `${pilot.name}-${copy}`,
        file: `pilots/${copy}/${pilot.name}`,
      })),
    ),
    owners: board.owners.map((owner) => ({
      ...owner,
      pilots: copies.flatMap((copy) => owner.pilots.map((index) => index + copy * size)),
    })),
  }
}
