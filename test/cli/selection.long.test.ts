import assert from 'node:assert/strict'
import { pilots } from './memory-io.ts'
import { sampleRules } from './sample-rules.ts'

const files = {
  'a.pilot.yaml': 'apiVersion: pilot-as-code/v1\nname: a\ntitle: Bot\nstage: criteria\n',
}

describe('what cannot be selected', () => {
  it('is a rule of an organisation that no configuration defines', async () => {
    const config =
      'customRules:\n  - { id: acme/team, require: { required: [team] }, message: A team is named. }\n'
    const argv = ['check', 'a.pilot.yaml', '-f', 'concise', '--rule', 'acme/team']
    assert.equal((await pilots(argv, { files })).code, 2)
    const { out } = await pilots(argv, {
      files: { ...files, 'pilots.config.yaml': config },
      rules: sampleRules,
    })
    assert.match(out, /acme\/team/)
  })
})
