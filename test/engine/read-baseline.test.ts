import assert from 'node:assert/strict'
import { readBaseline } from '../../server/src/engine/baseline/read-baseline.ts'

describe('a baseline that holds in the place of a fingerprint', () => {
  const problemOf = (value: string): string =>
    readBaseline(`{"version":1,"files":{"a":{"findings":{"x/y":[${value}]}}}}`).problem ?? ''

  for (const [what, value, shown] of [
    ['a number', '1', '1'],
    ['null', 'null', 'null'],
    ['a text', '"x"', '"x"'],
    ['an object', '{"a":1}', 'an object'],
    ['lists without end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'a list'],
    ['objects without end', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 'an object'],
  ] as const)
    it(`${what} is wrong and ends nothing`, () =>
      assert.ok(problemOf(value).includes(`"x/y" holds ${shown}, which is no fingerprint.`)))
})

describe('a baseline', () => {
  it('may begin with the mark that an editor put there', () => {
    assert.equal(readBaseline('\uFEFF{"version":1,"files":{}}').problem, undefined)
  })

  for (const [where, text] of [
    ['at its top', '{"version":1,"files":{},"extra":1}'],
    ['in a file', '{"version":1,"files":{"a":{"findings":{},"extra":1}}}'],
  ] as const)
    it(`is not taken with a key that nobody knows ${where}: a newer one may mean something by it`, () =>
      assert.match(readBaseline(text).problem ?? '', /"extra" is no key of a baseline\./))
})
