import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'mocha'
import { HeldText, held, Packer } from '../../server/src/cli/held-text.ts'

/** As different as texts of pilots are: a mark in front, breaks of all kinds, signs of one to four bytes, and nothing at all. */
const texts = Array.from({ length: 50 }, (_, at) => {
  const end = ['\n', '\r\n', '\r'][at % 3] ?? ''
  const title = ['Routing', '\uFEFFPrüfung', '配送', '🚚 Touren', 'e\u0301'][at % 5] ?? ''
  return at % 7 === 0 ? '' : `name: pilot-${at}${end}title: ${title}${end}`.repeat(1 + (at % 4))
})

test('a text that is packed is still the same, in whatever order it is asked for', () => {
  const packer = new Packer()
  const all = texts.map((text) => held({ kind: 'text', text }))
  for (const each of all) packer.take(each)
  const read = (): readonly unknown[] => all.map((each) => each.kind === 'text' && each.text)
  deepEqual(read(), texts)
  deepEqual(read(), texts)
  const textAt = (at: number): unknown => {
    const each = all[at]
    return each?.kind === 'text' && each.text
  }
  for (const at of [31, 2, 17, 31, 1, 48, 15, 16]) equal(textAt(at), texts[at])
})

test('the length of a text is known without unpacking', () => {
  const all = texts.map((text) => new HeldText(text))
  const packer = new Packer()
  for (const each of all) packer.take(each)
  deepEqual(
    all.map(({ length }) => length),
    texts.map(({ length }) => length),
  )
})
