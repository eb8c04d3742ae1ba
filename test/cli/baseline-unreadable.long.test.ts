import assert from 'node:assert/strict'
import { Folder } from './folder.ts'
import { sampleFiles } from './sample-files.ts'

const FILE = 'pilots.baseline.json'
const stuck = sampleFiles['pilots/b-stuck.pilot.yaml'] ?? ''

describe('a baseline that is made anew', () => {
  it('keeps what it held of a file that cannot be read for now, and tells of one of which it holds nothing', async () => {
    const folder = new Folder({ 'pilots/b-stuck.pilot.yaml': stuck })
    await folder.run(['baseline', 'create'])
    const before = folder.files[FILE]
    folder.files['pilots/b-stuck.pilot.yaml'] = `<<<<<<< HEAD\n${stuck}=======\n>>>>>>> other\n`
    const kept = await folder.run(['baseline', 'create', '--force'])
    assert.deepEqual([kept.err, kept.code], ['', 0])
    assert.equal(folder.files[FILE], before)
    folder.files['pilots/d.pilot.yaml'] = 'name: [\n'
    const { err, code } = await folder.run(['baseline', 'create', '--force'])
    assert.equal(
      err,
      'pilots: pilots/d.pilot.yaml cannot be read as a pilot, so nothing of it is in the baseline. Mend it, then run pilots baseline create --force.\n',
    )
    assert.equal(code, 0)
  })
})
