import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { orderEdits } from '../../server/src/engine/order.ts'
import { keysOf, propertyOf } from '../../server/src/engine/schema/describe.ts'
import { applyEdits } from '../../server/src/engine/text/edit.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { type Plain, plainValue } from '../../server/src/engine/yaml/value.ts'

const ordered = (text: string): string => applyEdits(text, orderEdits(parse(text)))

const cases: readonly { name: string; before: string; after: string }[] = [
  {
    name: 'keys in the order of the schema, at every depth',
    before: 'stage: data\nowners:\n  it:\n    title: CIO\n    name: A\n  operator: { name: B }\nname: x\n',
    after: 'name: x\nstage: data\nowners:\n  operator: { name: B }\n  it:\n    name: A\n    title: CIO\n',
  },
  {
    name: 'comments above and behind with their keys',
    before: '# of the stage\n# and more\nstage: data # here\n# of the name\nname: x # there\n',
    after: '# of the name\nname: x # there\n# of the stage\n# and more\nstage: data # here\n',
  },
  {
    name: 'a comment within a block with the block',
    before:
      'criteria:\n  agreed: 2026-01-01\n  # still open\nowners:\n  it: { name: A }\n  # nobody else\n\n# last\n',
    after:
      'owners:\n  it: { name: A }\n  # nobody else\ncriteria:\n  agreed: 2026-01-01\n  # still open\n\n# last\n',
  },
  {
    name: 'blank lines where they are',
    before: 'stage: data\n\nname: x\nowners:\n  it: { name: A }\n\n\ntimeline: { end: 2026-01-01 }\n',
    after: 'name: x\n\nstage: data\ntimeline: { end: 2026-01-01 }\n\n\nowners:\n  it: { name: A }\n',
  },
  {
    name: 'the head of a file at its head',
    before: '# yaml-language-server: $schema=x.json\n# of the stage\nstage: data\nname: x\n',
    after: '# yaml-language-server: $schema=x.json\nname: x\n# of the stage\nstage: data\n',
  },
  {
    name: 'what stands apart above the first key',
    before: '# Halden Foods\n\nstage: data\nname: x\n',
    after: '# Halden Foods\n\nname: x\nstage: data\n',
  },
  {
    name: 'items of lists, with and without indentation',
    before: 'gates:\n- due: 2026-01-01 # soon\n  stage: data\n- stage: rollout\n  due: 2026-02-02\n',
    after: 'gates:\n- stage: data\n  due: 2026-01-01 # soon\n- stage: rollout\n  due: 2026-02-02\n',
  },
  {
    name: 'a comment inside of an item above its dash',
    before: 'gates:\n  - due: 2026-01-01\n    # which one\n    stage: data\n',
    after: 'gates:\n  # which one\n  - stage: data\n    due: 2026-01-01\n',
  },
  {
    name: 'braces on one line',
    before: 'gates:\n  - { due: 2026-01-01,  stage: data } # a\n',
    after: 'gates:\n  - { stage: data,  due: 2026-01-01 } # a\n',
  },
  {
    name: 'unknown keys last, in their order',
    before: 'x-b: 1\nzz: 2\nname: x\nx-a: { c: 1, b: 2 }\n',
    after: 'name: x\nx-b: 1\nzz: 2\nx-a: { c: 1, b: 2 }\n',
  },
  {
    name: 'texts over several lines, with the blank lines in them',
    before: 'summary: |\n  one\n\n  # two\ntitle: >-\n  a\n  b\nname: x\n',
    after: 'name: x\ntitle: >-\n  a\n  b\nsummary: |\n  one\n\n  # two\n',
  },
  {
    name: 'a file with Windows line ends, a mark and no last line end',
    before: '\ufeff# a\r\nstage: data\r\n\r\n# b\r\nname: x',
    after: '\ufeff# b\r\nname: x\r\n\r\n# a\r\nstage: data',
  },
]

describe('the order of keys', () => {
  for (const { name, before, after } of cases) {
    it(`puts ${name}`, () => assert.equal(ordered(before), after))
  }

  for (const [name, text] of [
    ['does not parse', 'stage: data\nname: [\n'],
    ['names a key twice', 'stage: data\nname: x\nstage: data\n'],
    ['uses an alias', 'stage: &s data\nname: *s\n'],
    ['merges', 'vendor: &v { name: A }\ngovernance: { <<: *v }\nname: x\n'],
    ['has a key of its own kind', '? stage\n: data\n? name\n: x\n'],
    ['has braces over several lines', 'owners: {\n  it: { name: A },\n  # why\n  sponsor: { name: B }\n}\n'],
    ['is no pilot', '- stage: data\n  name: x\n'],
    ['is empty', ''],
  ] as const) {
    it(`leaves a file alone that ${name}`, () => assert.equal(ordered(text), text))
  }

  it('leaves every line of the examples alone that is in order', () => {
    const folder = new URL('../../examples/pilots/', import.meta.url)
    const files = readdirSync(folder)
    assert.ok(files.length >= 10)
    for (const file of files) {
      const text = readFileSync(new URL(file, folder), 'utf8')
      assert.deepEqual(linesOf(ordered(text)), linesOf(text), file)
      assert.equal(ordered(ordered(text)), ordered(text))
    }
  })

  it('is that of a part alone when only a part is asked for', () => {
    const text =
      'stage: data\nowners:\n  it: { title: B, name: A }\n  sponsor: { title: B, name: A }\nname: x\n'
    const start = text.indexOf('  sponsor')
    const edits = orderEdits(parse(text), { start, end: text.indexOf('name: x') })
    assert.equal(
      applyEdits(text, edits),
      'stage: data\nowners:\n  it: { title: B, name: A }\n  sponsor: { name: A, title: B }\nname: x\n',
    )
  })

  it('loses nothing, changes no meaning, keeps comments with their keys, and is found once and for all', () => {
    fc.assert(
      fc.property(block('pilot', 0), fc.constantFrom('\n', '\r\n'), (lines, eol) => {
        const text = number(lines).join(eol) + eol
        assert.deepEqual(parse(text).problems, [], text)
        const after = ordered(text)
        assert.deepEqual(linesOf(after), linesOf(text))
        assert.deepEqual(inOrder(parse(after)), inOrder(parse(text)))
        assert.deepEqual(belongings(after), belongings(text), text)
        assert.equal(ordered(after), after)
        assert.ok(isInOrder(plainOf(after), 'pilot'), after)
      }),
      { numRuns: 100 },
    )
  })
})

/** Lines of a block of the format, with comments, blank lines and keys in any order. */
function block(def: string, depth: number): fc.Arbitrary<readonly string[]> {
  const entries = keysOf(def).map((key) => entry(def, key, depth))
  return fc
    .shuffledSubarray(entries, { minLength: 1, maxLength: Math.min(5, entries.length) })
    .chain((chosen) => fc.tuple(...chosen))
    .map((all) => all.flat())
}

function entry(def: string, key: string, depth: number): fc.Arbitrary<readonly string[]> {
  const inner = depth < 2 ? propertyOf(def, key) : undefined
  const above = fc.constantFrom<readonly string[]>([], [], ['# above'], ['', '# above', '# above'], [''])
  const behind = fc.constantFrom('', ' # behind')
  const own = fc.constantFrom(
    [`${key}: x`],
    [`${key}:`],
    [`${key}: |`, '  # text', '', '  more'],
    [`${key}: [a, b]`],
  )
  const value = inner?.block === undefined ? own : nested(key, inner.block, inner.list, depth)
  return fc.tuple(above, value, behind).map(([comments, [first = '', ...rest], comment]) => {
    return [...comments, first.endsWith('|') ? first : first + comment, ...rest]
  })
}

function nested(key: string, def: string, list: boolean, depth: number): fc.Arbitrary<readonly string[]> {
  const tail = fc.constantFrom<readonly string[]>([], [], ['  # tail'])
  const inner = fc.array(block(def, depth + 1), { minLength: 1, maxLength: list ? 3 : 1 })
  return fc.tuple(inner, tail).map(([blocks, comments]) => {
    const lines = blocks
      .flatMap((each) => (list ? item(each) : each))
      .map((line) => (line === '' ? '' : `  ${line}`))
    return [`${key}:`, ...lines, ...comments]
  })
}

/** The dash goes in front of the first key; what stands above it stands above the dash, and belongs to the item. */
function item(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line !== '' && !line.startsWith('#'))
  return lines.map((line, index) => {
    if (line === '' || index < first) return line.replace('above', 'of the item')
    return (index === first ? '- ' : '  ') + line
  })
}

/** Makes every comment and every value one of its own. */
function number(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) =>
    line.replace(/# (above|behind|tail)$/, `$&${index}`).replace(/: x/, `: x${index}`),
  )
}

/** A dash and the indentation of a comment that went above it are not counted. */
function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^( *)- /, '$1  ').replace(/^ *(?=#)/, ''))
    .sort()
}

/** The key under each comment above, and in front of each behind. */
function belongings(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^[ -]+/, ''))
  return lines
    .flatMap((line, index) => {
      const [comment] = /# above\d+$/.exec(line) ?? []
      const below = lines.slice(index).find((each) => each !== '' && !each.startsWith('#'))
      return comment ? [`${comment} ${below?.replace(/ # .*/, '')}`] : []
    })
    .sort()
}

function plainOf(text: string): Plain {
  const { root } = parse(text)
  return root ? plainValue(root) : null
}

function inOrder({ root }: ReturnType<typeof parse>): unknown {
  return root && sorted(plainValue(root))
}

function sorted(value: Plain): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sorted(inner)]))
}

function isInOrder(value: Plain, def: string): boolean {
  if (Array.isArray(value)) return value.every((each) => isInOrder(each, def))
  if (typeof value !== 'object' || value === null) return true
  const keys = keysOf(def)
  const ranks = Object.keys(value).map((key) => keys.indexOf(key))
  return (
    ranks.every((rank, index) => index === 0 || rank > (ranks[index - 1] ?? -1)) &&
    Object.entries(value).every(([key, inner]) => {
      const block = propertyOf(def, key)?.block
      return block === undefined || isInOrder(inner, block)
    })
  )
}
