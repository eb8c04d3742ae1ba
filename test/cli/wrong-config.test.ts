import assert from 'node:assert/strict'
import { pilots } from './memory-io.ts'

const files = {
  'a.pilot.yaml': 'apiVersion: pilot-as-code/v1\nname: a\ntitle: Demand forecast\nstage: criteria\n',
  'pilots.config.yaml': 'extends: everything\n',
}

/** What it was to ask for is unknown: nothing may seem to be fine for that. */
describe('a configuration with errors', () => {
  for (const argv of [
    ['check', '--fail-on', 'never'],
    ['fix', '--fail-on', 'never'],
    ['gate', 'a', '--to', 'criteria'],
    ['forecast'],
    ['status'],
    ['report'],
    ['rules'],
    ['baseline', 'create'],
    ['baseline', 'prune'],
  ])
    it(`ends pilots ${argv.join(' ')} with 2`, async () => {
      const { code, err } = await pilots(argv, { files })
      assert.equal(code, 2)
      assert.match(err, /^pilots: pilots\.config\.yaml has errors\./)
    })
})

describe('what the parser says of a configuration', () => {
  for (const text of ['extends: minimal\n---\na: 1\n', 'extends: !!x minimal\n', '%YAML\nextends: minimal\n'])
    it(`is true of it: ${JSON.stringify(text)}`, async () => {
      const { code, err } = await pilots(['rules'], { files: { ...files, 'pilots.config.yaml': text } })
      assert.equal(code, 2)
      assert.match(err, /pilots\.config\.yaml:\d/)
      assert.doesNotMatch(err, /a pilot|one pilot/)
    })
})
