import assert from 'node:assert/strict'
import type { Syntax, SyntaxNode } from '../../server/src/engine/yaml/node.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { plainValue } from '../../server/src/engine/yaml/value.ts'
import { analysisOf } from '../support/check.ts'

describe('parse', () => {
  it('knows where keys and values stand', () => {
    const text = 'owners:\n  operator: { name: Luis Ortega }\n'
    assert.deepEqual(places(parse(text)), ['owners', 'operator', 'name', 'Luis Ortega'])
  })

  it('counts a byte order mark, CR LF and emoji as the editor does', () => {
    for (const text of ['\uFEFFa: 1\nb: x\n', 'a: 1\r\nb: x\r\n', 'a: "🚀"\nb: x # 🚀\n', '\uFEFF- a: b\n']) {
      const syntax = parse(text)
      assert.deepEqual(syntax.problems, [])
      for (const { node, text: written } of scalars(syntax)) {
        if (typeof node.value === 'string' && node.style === 'plain') assert.equal(written, node.value)
      }
    }
  })

  it('sees no problem inside of a line break', () => {
    const text = '---\r\n{\r\n{\r\n   a: [\r\n [a, b]   b, c, {\r\n\t   d`: \u0000  ]\r\n'
    const { findings } = analysisOf(text)
    assert.ok(findings.length > 0)
    for (const { span } of findings) {
      for (const at of [span.start, span.end]) assert.notEqual(text.slice(at - 1, at + 1), '\r\n')
    }
  })

  it('leaves the comment behind the first line out of what is underlined', () => {
    for (const end of ['\n', '\r\n']) {
      const text = `- plain # 1${end}- "quoted # no" # 2${end}`
      const [finding] = analysisOf(text).findings
      assert.equal(text.slice(finding?.span.start, finding?.span.end), '- plain')
    }
  })

  it('names the end of a line behind which no new one begins, once', () => {
    const texts = ['a: 1\rb: 2\rc: 3\rd: 4\r', 'a: 1\rb: 2\r\nc: 3\n', 'x: 0\r\na: 1\rb: "2"\n']
    for (const text of texts) {
      const said = parse(text).problems.map(({ rule, span, fatal }) => [rule, text.slice(span.start), fatal])
      assert.deepEqual(said, [['line-end', text.slice(text.indexOf('a: 1') + 3), true]])
    }
    assert.deepEqual(
      parse('a: 1\r\nb: c: 2\r\n').problems.map(({ rule }) => rule),
      ['colon'],
    )
  })

  it('names a limit behind a byte order mark', () => {
    for (const text of [`${'? '.repeat(200)}x\n`, `${'- '.repeat(10_000)}x\n`, '['.repeat(200)]) {
      const [plain, marked] = [text, `\uFEFF${text}`].map((each) => parse(each).problems)
      assert.equal(plain?.length, 1)
      assert.deepEqual(marked, [{ ...plain[0], span: { start: 1, end: 2 } }])
    }
  })

  it('reads comments from tokens and not from what looks like one', () => {
    const { comments } = parse('a: "# no" # one\nb: |\n  # no\nc: x#no\n# two\n')
    assert.deepEqual(
      comments.map(({ text }) => text),
      ['# one', '# two'],
    )
  })

  it('resolves aliases and merge keys, the own key first', () => {
    const { root, problems } = parse('a: &x { b: 1, c: 2 }\nd:\n  <<: *x\n  c: 3\ne: *x\n')
    assert.deepEqual(problems, [])
    assert.deepEqual(copy(root), { a: { b: 1, c: 2 }, d: { c: 3, b: 1 }, e: { b: 1, c: 2 } })
  })

  it('resolves the alias of a key, and of the anchor that stands last above it', () => {
    const { root, problems } = parse('&x a: &y 1\nb: [*x, *y]\n"<<": &y { c: 2 }\nd: *y\n')
    assert.deepEqual(problems, [])
    assert.deepEqual(copy(root), { a: 1, b: ['a', 1], '<<': { c: 2 }, d: { c: 2 } })
  })

  it('says of an alias and of a merge what is wrong with it', () => {
    const said = (text: string): readonly string[] => parse(text).problems.map(({ message }) => message)
    assert.deepEqual(said('a: *x\n'), ['The anchor "x" does not stand above. Write the value here.'])
    assert.deepEqual(said('a: &x 1\nb: &x [*x]\n'), ['The anchor "x" contains itself. Write the value here.'])
    assert.deepEqual(said('x: &x { a: 1 }\n<<: [*x, 1]\n'), [
      '"<<" takes a block, or a list of blocks, behind an alias.',
    ])
  })

  it('ends collections and block texts at their last character', () => {
    const text = 'a:\n  - x\n  - y\n\nb: |\n  text\n\n'
    const { root } = parse(text)
    assert.ok(root?.kind === 'mapping')
    assert.deepEqual(
      root.entries.map(({ value }) => text.slice(value.span.start, value.span.end)),
      ['- x\n  - y', '|\n  text'],
    )
  })

  const problems: readonly [string, string, string][] = [
    ['a duplicate key', 'a: 1\nb: 2\na: 3\n', 'duplicate-key 10-11'],
    ['an unknown alias', 'a: *x\n', 'alias 3-5'],
    ['a value that contains itself', 'a: &a [*a]\n', 'alias 7-9'],
    ['a key that is a list', '? [a]\n: b\n', 'key 2-5'],
    ['a tab', 'a:\n\tb: 1\n', 'tab 3-3'],
    ['two values on a line', 'a: b: c\n', 'colon 3-4'],
    ['a quote that is never closed, where it opens', 'a: 1\nb: "c\nd: 2\n', 'syntax 8-10'],
    ["one with 'quotes' in it", "\uFEFFa: 'it''s\nb: 2\n", 'syntax 4-10'],
    ['a list that is never closed, where it opens', 'a:\n  b: [c, [d]\n  e: 3\nf: "]"\n', 'syntax 8-9'],
    ['a block that is never closed', "a:\n  - { b: c, d: [it's]\n  - { b: d }\n", 'syntax 7-8'],
    ['one at the end of the text', '\uFEFFa: { b: { c: d }', 'syntax 4-5'],
    ['one in another one that is closed', 'a: [b, { c: d ]\ne: f\n', 'syntax 7-8'],
    ['a list whose quote swallows the end', "a: [b, 'c]\nd: e\n", 'syntax 7-10'],
    ['a line of a list that is not indented', 'a:\n  - b: c\n   d: e\n', 'indentation 15-16'],
    ['a line that is indented otherwise', 'a:\n   b: c\n  d: e\n', 'indentation 13-14'],
    ['a second document', 'a: 1\n---\nb: 2\n', 'multiple-documents 5-8'],
    ['one in a text with a byte order mark', '\uFEFFa: 1\n---\nb: 2\n', 'multiple-documents 6-9'],
    ['one that begins with its first key', 'a: 1\n...\nb', 'multiple-documents 9-10'],
  ]
  for (const [name, text, expected] of problems) {
    it(`reports ${name}`, () => {
      assert.deepEqual(
        parse(text).problems.map(({ rule, span }) => `${rule} ${span.start}-${span.end}`),
        [expected],
      )
    })
  }

  const halves: readonly [string, string, string][] = [
    ['between two blocks', 'a: 1\nne\n\nb: { c: 1 }\n', '{"a":1,"b":{"c":1}}'],
    ['on the first line', '\uFEFFne\r\na: 1\r\n', '{"a":1}'],
    ['on the last line', 'a: |\n  x\nne', '{"a":"x\\n"}'],
    ['in an item', 'a:\n  - b: 1\n    c\n  - b: 2\n', '{"a":[{"b":1},{"b":2}]}'],
    ['that is not indented as its neighbours', 'a:\n  b: &x 1\n ü\nc: *x\n', '{"a":{"b":1},"c":1}'],
  ]
  for (const [name, text, expected] of halves) {
    it(`reads what stands around a key without its colon ${name}`, () => {
      const { root, problems } = parse(text)
      assert.deepEqual(
        problems.map(({ rule, fatal }) => [rule, fatal]),
        [['colon', false]],
      )
      assert.equal(JSON.stringify(root && copy(root)), expected)
    })
  }

  it('guesses nothing where lines belong to a key without its colon, or where there are two', () => {
    const texts = [
      'a:\n  b: 1\nc\n  d: 1\n',
      'a:\n- b\nc\n# d\n- e\n',
      'a: 1\nb\nc\nd: 1\n',
      'a: 1\nb c\nd: 1\n',
    ]
    const read = texts.map((text) => {
      const { root, problems, unread } = parse(text)
      return problems.some(({ fatal }) => fatal)
        ? []
        : [root && copy(root), unread?.map(({ start }) => text.slice(start))]
    })
    assert.deepEqual(read, [[{ a: { b: 1 } }, ['c\n  d: 1\n']], [{ a: ['b'] }, ['c\n# d\n- e\n']], [], []])
  })

  it('ends a block behind the alias that ends it', () => {
    for (const end of ['d: *x', '<<: *x', 'd: [ *x ]']) {
      const text = `a: &x { b: 1 }\ne:\n  c: 1\n  ${end}\nf: 1\n`
      const { root } = parse(text)
      const block = root?.kind === 'mapping' ? root.entries[1]?.value.span : undefined
      assert.equal(block && text.slice(block.start, block.end), `c: 1\n  ${end}`)
    }
    const text = 'a: &x 1\ne:\n  - 2\n  - *x # y\n'
    const { root } = parse(text)
    const list = root?.kind === 'mapping' ? root.entries[1]?.value.span : undefined
    assert.equal(list && text.slice(list.start, list.end), '- 2\n  - *x')
  })

  it('tells lines of a list that are not indented from a list that is never closed', () => {
    const [problem] = parse('a:\n  b: [\n  c,\n  d\n  ]\n').problems
    assert.match(problem?.message ?? '', /^The indentation/)
  })

  it('yields nothing for an empty text and for comments alone', () => {
    for (const text of ['', '\n\n', '# nothing\n']) assert.equal(parse(text).root, undefined)
  })

  it('gives names such as __proto__ no meaning', () => {
    const { root } = parse('__proto__: { polluted: true }\nconstructor: 1\n<<: { toString: 2 }\n')
    assert.deepEqual(Object.keys(Object(root && plainValue(root))), ['__proto__', 'constructor', 'toString'])
    assert.equal(Reflect.get({}, 'polluted'), undefined)
  })
})

function scalars({ text, root }: Syntax): { node: Extract<SyntaxNode, { kind: 'scalar' }>; text: string }[] {
  const found: { node: Extract<SyntaxNode, { kind: 'scalar' }>; text: string }[] = []
  const visit = (node: SyntaxNode | undefined): void => {
    if (!node) return
    if (node.kind === 'scalar') found.push({ node, text: text.slice(node.span.start, node.span.end) })
    else if (node.kind === 'sequence') node.items.forEach(visit)
    else for (const { value } of node.entries) visit(value)
  }
  visit(root)
  return found
}

function places(syntax: Syntax): string[] {
  const found: string[] = []
  const visit = (node: SyntaxNode | undefined): void => {
    if (node?.kind === 'scalar') found.push(syntax.text.slice(node.span.start, node.span.end))
    if (node?.kind !== 'mapping') return
    for (const { keySpan, value } of node.entries) {
      found.push(syntax.text.slice(keySpan.start, keySpan.end))
      visit(value)
    }
  }
  visit(syntax.root)
  return found
}

function copy(node: SyntaxNode | undefined): unknown {
  return node && JSON.parse(JSON.stringify(plainValue(node)))
}
