import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  commandData,
  commandProperty,
  sarifText,
  shellWord,
  uriPath,
  xmlAttribute,
  xmlText,
} from '../../server/src/cli/report/escape.ts'
import { workflowCommands } from '../support/workflow-commands.ts'
import { parseXml } from '../support/xml.ts'

const anything = fc.string({ unit: 'binary', maxLength: 40 })
const runs = { numRuns: 200 }

describe('escaping', () => {
  for (const [escaping, text, expected] of [
    [commandData, '100 %\r\n::error::', '100 %25%0D%0A::error::'],
    [commandProperty, 'a:b,c%3A\n', 'a%3Ab%2Cc%253A%0A'],
    [xmlText, '<a> & ]]> "b"\u0000\u001b\ufffe\ud800', '&lt;a&gt; &amp; ]]&gt; "b"'],
    [xmlAttribute, '"a"\n\t<\r', '&quot;a&quot;&#10;&#9;&lt;&#13;'],
    [sarifText, 'the {0} of [a](command:x)', 'the {{0}} of [a\\](command:x)'],
    [sarifText, '[a\\](x) [a\\\\](x)', '[a\\](x) [a\\\\\\](x)'],
    [sarifText, 'a list [1] (two)', 'a list [1] (two)'],
    [uriPath, 'a b/ü:#?%.yaml', 'a%20b/%C3%BC%3A%23%3F%25.yaml'],
    [uriPath, '\ud800', '%EF%BF%BD'],
    [shellWord, 'pilots/a.pilot.yaml', 'pilots/a.pilot.yaml'],
    [shellWord, "it's $(x).yaml", "'it'\\''s $(x).yaml'"],
    [shellWord, '-rf', './-rf'],
    [shellWord, '', "''"],
  ] as const) {
    it(`${escaping.name} of ${JSON.stringify(text)}`, () => assert.equal(escaping(text), expected))
  }

  it('keeps the data and the properties of a workflow command apart', () => {
    fc.assert(
      fc.property(anything, anything, (property, data) => {
        const line = `::error title=x${commandProperty(property)},file=f::${commandData(data)}`
        assert.deepEqual(workflowCommands(line), [
          { name: 'error', properties: { title: `x${property}`, file: 'f' }, data },
        ])
      }),
      runs,
    )
  })

  it('leaves of a text what XML can hold', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const root = parseXml(
          `<?xml version="1.0" encoding="UTF-8"?>\n<a b="${xmlAttribute(text)}">${xmlText(text)}</a>`,
        )
        assert.equal(root.text, root.attributes['b'])
        assert.equal(root.text, Array.from(text).filter(isInXml).join(''))
      }),
      runs,
    )
  })

  it('makes one relative reference of a path', () => {
    fc.assert(
      fc.property(anything, (path) => {
        const uri = uriPath(path)
        assert.match(uri, /^[\w.!~*'()%/-]*$/)
        assert.equal(decodeURIComponent(uri), path.replace(/\p{Surrogate}/gu, '\ufffd'))
      }),
      runs,
    )
  })
})

function isInXml(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}
