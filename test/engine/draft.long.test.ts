import { followDrafts } from '../support/drafts.ts'

describe('texts that are being written', () => {
  for (const seed of [1, 2, 3, 4, 5, 6])
    it(`are judged after every edit like any other (seed ${seed})`, () => followDrafts({ seed, numRuns: 20 }))

  it('say after every edit what is said of the whole text', () => {
    followDrafts({ seed: 20_261_116, numRuns: 1 })
  })
})
