import assert from 'node:assert/strict'
import { portfolioCopied } from '../../server/src/engine/rules/portfolio/copied.ts'
import { complete } from '../support/check.ts'
import { Folder } from './folder.ts'
import { sampleFiles } from './sample-files.ts'

const FILE = 'pilots.baseline.json'
const stuck = sampleFiles['pilots/b-stuck.pilot.yaml'] ?? ''
const short = sampleFiles['pilots/c-short.pilot.yml'] ?? ''

describe('a baseline of which only a part is looked at', () => {
  it('keeps what it holds of pilots that a sparse checkout leaves out', async () => {
    const folder = new Folder({ 'pilots/b-stuck.pilot.yaml': stuck, 'pilots/c-short.pilot.yml': short })
    await folder.run(['baseline', 'create'])
    const before = folder.files[FILE]
    delete folder.files['pilots/c-short.pilot.yml']
    // Nor does another pilot of that name take it over.
    folder.files['pilots/d.pilot.yml'] = short
    const away = ['pilots/c-short.pilot.yml']
    assert.equal((await folder.run(['check'], { away })).err, '')
    await folder.run(['baseline', 'prune'], { away })
    assert.equal(folder.files[FILE], before)
    delete folder.files['pilots/d.pilot.yml']
    await folder.run(['baseline', 'create', '--force'], { away })
    assert.equal(folder.files[FILE], before)
  })

  it('does not take for fixed what is only found where all pilots are looked at', async () => {
    const world = { portfolioRules: [portfolioCopied] }
    const numbers = '[{ metric: A, baseline: 9.2 }, { metric: B, baseline: 31 }, { metric: C, baseline: 14 }]'
    const pilot = (name: string): string => complete(`name: ${name}\ncriteria: { success: ${numbers} }\n`)
    const two = new Folder({ 'a/a.pilot.yaml': pilot('a'), 'b/b.pilot.yaml': pilot('b') })
    assert.match((await two.run(['baseline', 'create'], world)).out, /with 3 findings in 2 of 2/)
    for (const paths of [['b'], ['b/b.pilot.yaml'], []]) {
      const { err, code } = await two.run(['check', ...paths], world)
      assert.deepEqual([err, code], ['', 0], paths.join(' '))
    }
    delete two.files['a/a.pilot.yaml']
    const before = two.files[FILE]
    const sparse = { ...world, away: ['a/a.pilot.yaml'] }
    assert.equal((await two.run(['check'], sparse)).err, '')
    await two.run(['baseline', 'prune'], sparse)
    assert.equal(two.files[FILE], before)
    two.files['a/a.pilot.yaml'] = complete('name: a\n')
    assert.match((await two.run(['check'], world)).err, /1 finding of it is fixed/)
  })
})
