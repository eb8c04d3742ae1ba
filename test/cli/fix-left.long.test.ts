import assert from 'node:assert/strict'
import { Folder } from './folder.ts'

const pilot = (name: string, stage: string, more = ''): string =>
  `apiVersion: pilot-as-code/v1\nname: ${name}\ntitle: Demand forecast\nstage: ${stage}\ntem: supply\n${more}`

describe('pilots fix', () => {
  it('mends the pilots that were chosen alone, and counts what is left in them', async () => {
    const files = {
      'a.pilot.yaml': pilot('a', 'criteria'),
      'b.pilot.yaml': pilot('b', 'data', 'team: [1]\ncurrency: usd\n'),
    }
    const folder = new Folder(files)
    const { code, out } = await folder.run(['fix', '--stage', 'criteria'])
    assert.equal(out.split('\n')[0], 'a.pilot.yaml')
    assert.match(out, /^Applied 1 fix in 1 file\.$/m)
    assert.equal(code, 0)
    assert.deepEqual(folder.files, {
      ...files,
      'a.pilot.yaml': files['a.pilot.yaml'].replace('tem:', 'team:'),
    })
    assert.equal((await folder.run(['fix', '--stage', 'data'])).code, 1)
    assert.match(folder.files['b.pilot.yaml'] ?? '', /^currency: USD$/m)
  })

  it('mends what it can under a configuration with errors', async () => {
    const folder = new Folder({
      'a.pilot.yaml': pilot('a', 'criteria'),
      'pilots.config.yaml': 'extends: everything\n',
    })
    const { code } = await folder.run(['fix'])
    assert.match(folder.files['a.pilot.yaml'] ?? '', /^team: supply$/m)
    assert.equal(code, 2)
  })

  it('counts a file that could not be written as it is', async () => {
    const files = { 'a.pilot.yaml': pilot('a', 'criteria'), 'b.pilot.yaml': pilot('b', 'criteria') }
    const refusals = { 'a.pilot.yaml': { kind: 'changed' } } as const
    const { out } = await new Folder(files).run(['fix', '--rule', 'schema'], { refusals })
    assert.match(out, /^Applied 1 fix in 1 file\. 1 finding left, 1 error among them\.$/m)
  })
})
