import { followDrafts } from '../support/drafts.ts'

describe('texts that are being written', () => {
  for (const seed of [1, 2, 3, 4, 5, 6])
    it(`are judged after every edit like any other (seed ${seed})`, () => followDrafts({ seed, numRuns: 12 }))
})
