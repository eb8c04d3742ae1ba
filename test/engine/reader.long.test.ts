import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { byLibrary } from '../../server/src/engine/yaml/by-library.ts'
import { readPlain } from '../../server/src/engine/yaml/reader.ts'

const root = new URL('../../', import.meta.url)
const own = [
  'examples/pilots/',
  'test/fixtures/healthy/',
  'test/fixtures/stories/stuck/',
  'test/fixtures/stories/healthy/',
]
const suite = '../shared/data/yaml-test-suite/'
const corpus = own.flatMap(read)
/** What the reader takes and few pilots have. */
const rare = [
  'a: "say \\"no\\"\\n\\\\"\nb: [\'it\'\'s\', "\\/"]\n',
  'a: |\n  x\n  y: z\n\n  # no comment\n\nb: 1\n',
  'a: >-\r\n  x\r\n  y\r\n\r\n\r\n  z\r\n# end\r\n',
  'a:\n  - >\n   x\n   y\n  - b: |-\n      z',
  'a: >-\n  x  \n  \nb: |\n  y  \n',
  'a: &b c # d\ne:\n  - &f-1 "g"\n  - h: &b 1\n    i: &j [k, l]\n    m: &n { o: p }\n    q: &r |\n      s\n',
]
const pieces = [...corpus, ...rare, ...(existsSync(new URL(suite, root)) ? read(suite) : [])].flatMap(
  (text) => chunks(text),
)

/** What turns plain YAML into something else, or into nothing. */
const disturbances = [
  ' ',
  '  ',
  '\n',
  '- ',
  ': ',
  '#',
  ' # c',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  'key: ',
  'a',
  '1',
  '-',
  '?',
  '&a',
  '&a ',
  '*a',
  '!t',
  '|',
  '>',
  ' |\n',
  ' >-\n',
  '\\',
  'é',
  '🚀',
  '~',
  'null',
  'true',
  '.5',
  '1e3',
  '0x1F',
  '2026-01-01',
  '15%',
  '<<: ',
  '...',
  '---',
  '%',
  '\r\n',
  '\t',
  '@',
  '`',
  '=',
  'x-y: 1\n',
  '\n  - b: 1\n',
  '{ a: 1 }',
  '[a, b]',
  ':a',
  '-1',
  '+1',
  '12:30',
  '\uFEFF',
  '\0',
  '\u2028',
  '\ud800',
]

describe('the reader of the plain subset', () => {
  it('reads nearly every pilot', () => {
    const read = corpus.filter((text) => readPlain(text) !== undefined)
    assert.ok(read.length >= corpus.length * 0.8, `${read.length} of ${corpus.length}`)
  })

  it('reads escapes, block scalars and anchors', () => {
    for (const text of rare) assert.ok(readPlain(text), text)
  })

  it('yields what the library yields, or gives up', () => {
    for (const text of pieces) agrees(text)
  })

  it('does so under random changes', () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      insert: fc.constantFrom('', ...disturbances),
      remove: fc.nat(3),
    })
    const texts = fc.record({
      parts: fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 2 }),
      changes: fc.array(change, { maxLength: 3 }),
    })
    fc.assert(
      fc.property(texts, ({ parts, changes }) => {
        let text = parts.join('')
        for (const { at, insert, remove } of changes) {
          const place = Math.floor(at * text.length)
          text = text.slice(0, place) + insert + text.slice(place + (insert === '' ? remove + 1 : 0))
        }
        agrees(text)
      }),
      { numRuns: 1_500 },
    )
  })
})

function agrees(text: string): void {
  const plain = readPlain(text)
  if (plain) assert.deepEqual(plain, byLibrary(text), JSON.stringify(text))
}

function read(folder: string): string[] {
  return readdirSync(new URL(folder, root)).map((name) => readFileSync(new URL(folder + name, root), 'utf8'))
}

function chunks(text: string): string[] {
  const lines = text.split('\n')
  const starts = lines.map((_, index) => index).filter((index) => index % 16 === 0)
  return starts.map((start) => `${lines.slice(start, start + 5).join('\n')}\n`)
}
