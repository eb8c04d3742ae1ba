import assert from 'node:assert/strict'
import { type Commit, repository } from '../support/git-repository.ts'
import { known, told, uriIn } from '../support/history.ts'

const text = (name: string, target: number): string =>
  `apiVersion: pilot-as-code/v1\nname: ${name}\ntimeline: { start: 2026-02-02 }\ncriteria:\n  success:\n    - { metric: Cases, baseline: 9, target: ${target} }\n`

/** What is told of each file that a line of commits leaves, and of how many files that are gone. */
async function courses(commits: readonly Commit[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const repo = repository(commits)
  const { files, departed } = await known(repo.root)
  const alone = await known(repo.root, { within: [uriIn(repo, 'a.pilot.yaml')] })
  const all = Array.from(files, ([uri, history]) => [uri.split('/').at(-1)?.slice(0, 1), told(history)])
  assert.deepEqual(departed, [])
  assert.deepEqual(
    told(alone.files.get(uriIn(repo, 'a.pilot.yaml')) ?? { revisions: [] }),
    Object.fromEntries(all)['a'],
  )
  repo.remove()
  return Object.fromEntries(all)
}

const files = (texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).map(([name, yaml]) => [`${name}.pilot.yaml`, yaml]))

const begun: Commit = {
  date: '2026-01-20',
  files: files({ a: text('beta', 30), b: text('alpha', 70), c: text('gamma', 50) }),
}
const lowered: Commit = {
  date: '2026-03-02',
  author: 'Luis Ortega',
  mark: 'lowered',
  files: files({ b: text('alpha', 55) }),
}
const swapped = {
  date: '2026-04-06',
  author: 'Ana Ruiz',
  files: files({ a: text('alpha', 55), b: text('beta', 30) }),
}

describe('pilots whose files exchange their names in one commit', () => {
  const ALPHA = ['2026-01-20 Dana Whitfield 70', '2026-03-02 Luis Ortega 55', '2026-04-06 Ana Ruiz 55']
  const BETA = ['2026-01-20 Dana Whitfield 30', '2026-04-06 Ana Ruiz 30']
  const GAMMA = ['2026-01-20 Dana Whitfield 50']

  it('take their past along', async () => {
    assert.deepEqual(await courses([begun, lowered, swapped]), { a: ALPHA, b: BETA, c: GAMMA })
  })

  it('take it along in a round of three, and back', async () => {
    const round = {
      ...swapped,
      files: files({ a: text('alpha', 55), b: text('gamma', 50), c: text('beta', 30) }),
    }
    const [first, ...others] = GAMMA
    const gamma = [first, '2026-04-06 Ana Ruiz 50', ...others]
    assert.deepEqual(await courses([begun, lowered, round]), { a: ALPHA, b: gamma, c: BETA })
    const back = { date: '2026-05-04', files: files({ a: text('beta', 30), b: text('alpha', 55) }) }
    const since = (target: number): string => `2026-05-04 Dana Whitfield ${target}`
    assert.deepEqual(await courses([begun, lowered, swapped, back]), {
      a: [...BETA, since(30)],
      b: [...ALPHA, since(55)],
      c: GAMMA,
    })
  })

  it('take it along where that was on a line of its own', async () => {
    const joined: Commit[] = [
      begun,
      lowered,
      { ...swapped, mark: 'swapped' },
      { date: '2026-04-07', from: 'lowered', files: { 'read.me': 'x' } },
      { date: '2026-04-08', merge: 'swapped', files: swapped.files },
    ]
    assert.deepEqual(await courses(joined), { a: ALPHA, b: BETA, c: GAMMA })
  })

  it('leave it where it is if they have one name, or none, or if one of them is not exchanged', async () => {
    for (const [first, second] of [
      ['alpha', 'alpha'],
      ['""', '""'],
      ['alpha', '""'],
    ] as const) {
      const [one, other] = [text(first, 70), text(second, 30)]
      const told = await courses([
        { ...begun, files: files({ a: one, b: other }) },
        { ...swapped, files: files({ a: other, b: one }) },
      ])
      assert.deepEqual(told['a'], ['2026-01-20 Dana Whitfield 70', '2026-04-06 Ana Ruiz 30'])
    }
    const half = { ...swapped, files: files({ a: text('alpha', 55), b: text('delta', 10) }) }
    const { a } = await courses([begun, lowered, half])
    assert.deepEqual(a, ['2026-01-20 Dana Whitfield 30', '2026-04-06 Ana Ruiz 55'])
  })
})
