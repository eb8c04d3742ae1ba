import assert from 'node:assert/strict'
import { randomOf } from '../bench/random.ts'
import { analysisOf } from '../support/check.ts'
import { repository } from '../support/git-repository.ts'
import { known, uriIn } from '../support/history.ts'
import { yearOf } from '../support/honest-year.ts'
import { withHistory } from '../support/past.ts'

/** What the history of a year is found to hold, but for the time that went by. */
async function found(seed: number, hasVillain: boolean): Promise<readonly string[]> {
  const { commits, files, end } = yearOf(randomOf(seed), hasVillain)
  const rules = withHistory.filter(({ id }) => id !== 'stage/dormant' && id !== 'stage/overstayed')
  const repo = repository(commits)
  const all = await known(repo.root)
  repo.remove()
  const gone = all.departed.map(({ file }) => `${file} is gone`)
  const messages = Array.from(files, ([path, text]) => {
    const history = all.files.get(uriIn(repo, path))
    if (!history) return [`${path} has no history`]
    return analysisOf(text, { rules, history, today: end }).findings.map(({ message }) => message)
  })
  return [...gone, ...messages.flat()]
}

const SEEDS = Array.from({ length: 25 }, (_, seed) => seed)

describe('a year of commits', () => {
  it('accuses nobody of moved goalposts where there were none', async () => {
    for (const seed of SEEDS) assert.deepEqual(await found(seed, false), [], `seed ${seed}`)
  })

  it('tells of the only change that made a target easier, and who it was', async () => {
    for (const seed of SEEDS) {
      const [message, ...others] = await found(seed, true)
      assert.match(message ?? '', /^The target of .* by Iago/, `seed ${seed}`)
      assert.deepEqual(others, [], `seed ${seed}`)
    }
  })
})
