import assert from 'node:assert/strict'
import { htmlOf, htmlParts } from '../../server/src/dashboard/html.ts'
import { el, elOfMany, type MarkupElement } from '../../server/src/dashboard/markup.ts'

describe('an element with a part for each of many things', () => {
  const before = el('thead', {}, 'All')
  const tableOf = (beside: 'page' | 'editor', made: number[] = []): MarkupElement =>
    elOfMany('table', { beside, before }, [1, 2, 3], (thing) => {
      made.push(thing)
      return el('tbody', {}, `<${thing}`)
    })

  it('makes none on a page before the one in front of it is written', () => {
    const made: number[] = []
    const parts = htmlParts([el('div', {}, tableOf('page', made))])
    const first = [parts.next(), parts.next(), parts.next(), parts.next()].map(({ value }) => value)
    assert.deepEqual(first, ['<div>', '<table>', '<thead>All', '<tbody>&#60;1'])
    assert.deepEqual(made, [1])
  })

  it('is the same as a whole, in pieces and beside an editor', () => {
    const html = '<table><thead>All<tbody>&#60;1<tbody>&#60;2<tbody>&#60;3</table>'
    const [page, editor] = [[tableOf('page')], [tableOf('editor')]]
    assert.deepEqual([htmlOf(page), [...htmlParts(page)].join(''), htmlOf(editor)], [html, html, html])
    assert.ok(Array.isArray(editor[0]?.children))
  })
})
