import assert from 'node:assert/strict'
import { jsonAround, jsonList, jsonText } from '../../server/src/cli/report/json.ts'

describe('a list in JSON that is made as it is written', () => {
  const entries = [
    { a: 1, list: [], text: 'two\nlines, "list": [] and ##vso[x]' },
    {},
    { deep: [{ hidden: '\u200b\u2028' }], gone: undefined },
  ]

  it('reads like one that was made before', () => {
    for (const list of [[], entries.slice(0, 1), entries]) {
      const deep = { tool: { name: '"list": []', list: 'x' }, runs: [{ list, more: [] }], last: true }
      const frame = { ...deep, runs: [{ list: [], more: [] }] }
      assert.equal([...jsonAround(frame, 'list', list)].join(''), jsonText(deep))
      assert.equal(`${[...jsonList(list)].join('')}\n`, jsonText(list))
    }
  })

  it('makes no entry before the one in front of it is taken', () => {
    const made: number[] = []
    function* endless(): Generator<object, void> {
      for (let at = 0; ; at++) {
        made.push(at)
        yield { at }
      }
    }
    const pieces = jsonAround({ list: [] }, 'list', endless())
    assert.deepEqual(
      [pieces.next().value, pieces.next().value],
      ['{\n  "list": ', '[\n    {\n      "at": 0\n    }'],
    )
    assert.deepEqual(made, [0])
  })
})
