import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { byLibrary } from '../../server/src/engine/yaml/by-library.ts'
import { readMostlyPlain } from '../../server/src/engine/yaml/mostly-plain.ts'

const root = new URL('../../', import.meta.url)
const corpus = ['examples/pilots/', 'test/fixtures/healthy/', 'test/fixtures/stories/stuck/'].flatMap(read)
const blocks = corpus.flatMap((text) => text.split(/^(?=[A-Za-z_])/m))

/** What makes one entry of a pilot something that the reader of the plain subset leaves to the library. */
const faults = [
  'x: y: z\n',
  'x: [a\n',
  'x: { a: 1\n',
  'x:\n\t- a\n',
  'x:\n    a: 1\n  b: 2\n',
  'x: *y\n',
  'x: &y &y z\n',
  'x: "a\n  b"\n',
  'x: a\n  b\n',
  'x: {\n  a: 1,\n  }\n',
  'x: !t a\n',
  'x y\n',
  'x: 1\nx: 2\n',
  '"x": 1\n',
  '<<: { a: 1 }\n',
  'x:\n  a: 1\n  a: 2\n',
]

/** What may part a text elsewhere, or run on into other entries. */
const disturbances = [
  ...faults,
  '\n',
  ' ',
  '  ',
  '\t',
  '\r',
  '\r\n',
  '"',
  "'",
  '\n"\n',
  '{',
  '}',
  '[',
  ']',
  '\n}\n',
  ',',
  ': ',
  ':',
  '\n:\n',
  '#',
  '\n# c\n',
  '- ',
  '\n- a\n',
  '?',
  '\n? a\n: b\n',
  '|\n',
  ' >-\n',
  'a',
  'a ',
  '&a ',
  '*a',
  '*a: 1\n',
  '!t',
  '\n---\n',
  '\n...\n',
  '%',
  '\\',
  '\uFEFF',
  '\0',
  '\u2028',
  '\ud800',
  '\n[',
  '\n!t {',
  '\n--- [a\n',
  '\nfoo\n',
  '\nfoo bar\n',
  '\n  team: x\n',
]

describe('the reader of mostly plain texts', () => {
  it('reads what is wrong in one entry by itself', () => {
    const [first = ''] = corpus
    for (const fault of faults.filter((each) => !RUNS_ON.includes(each)))
      assert.ok(readMostlyPlain(first + fault), fault)
  })

  it('yields what the library yields wherever one entry is not plain', () => {
    for (const text of corpus)
      for (const fault of faults) {
        agrees(text + fault)
        agrees(fault + text)
      }
  })

  it('does so under random changes, or gives up', () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      isWholeLine: fc.boolean(),
      insert: fc.constantFrom('', ...disturbances),
      remove: fc.nat(3),
    })
    const texts = fc.record({
      parts: fc.array(fc.constantFrom(...blocks), { minLength: 2, maxLength: 6 }),
      isMarked: fc.nat(20),
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    })
    fc.assert(
      fc.property(texts, ({ parts, isMarked, changes }) => {
        let text = (isMarked === 0 ? '\uFEFF' : '') + parts.join('')
        for (const { at, isWholeLine, insert, remove } of changes) {
          const place = Math.floor(at * text.length)
          const from = isWholeLine ? text.indexOf('\n', place) + 1 : place
          text = text.slice(0, from) + insert + text.slice(from + (insert === '' ? remove + 1 : 0))
        }
        agrees(text)
      }),
      { numRuns: 1_500 },
    )
  })
})

/** The library may take the lines below for a part of it. */
const RUNS_ON = ['x y\n', '"x": 1\n', '<<: { a: 1 }\n']

function agrees(text: string): void {
  const read = readMostlyPlain(text)
  if (read) assert.deepEqual(read, byLibrary(text), JSON.stringify(text))
}

function read(folder: string): string[] {
  return readdirSync(new URL(folder, root)).map((name) => readFileSync(new URL(folder + name, root), 'utf8'))
}
