import assert from 'node:assert/strict'
import { commitmentsReader } from '../../server/src/engine/history/read.ts'
import { anew } from '../../server/src/node/renamed.ts'

const pilotsIn = (folder: string, pilots: number): ReadonlyMap<string, string> => {
  const metric = 'criteria: { success: [{ metric: Accuracy }] }'
  return new Map(
    Array.from({ length: pilots }, (_, at) => {
      return [`file:///${folder}/${at}/it.pilot.yaml`, `name: n${at}\n${metric}\n# ${folder}\n`]
    }),
  )
}

describe('pilots that are in another folder, and in no commit yet', () => {
  it('go on with the one of their name, where all files are called alike', () => {
    const pairs = anew(pilotsIn('new', 3), [...pilotsIn('old', 3)], commitmentsReader())
    assert.deepEqual(
      pairs.map((uris) => uris.map((uri) => uri.split('/')[4])),
      ['0', '1', '2'].map((at) => [at, at]),
    )
  })

  it('are each read once', () => {
    const read = commitmentsReader()
    let reads = 0
    const pairs = anew(pilotsIn('new', 20), [...pilotsIn('old', 20)], (text) => {
      reads++
      return read(text)
    })
    assert.equal(pairs.length, 20)
    assert.equal(reads, 40)
  })
})
