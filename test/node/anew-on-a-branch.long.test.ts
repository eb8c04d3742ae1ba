import assert from 'node:assert/strict'
import { type Commit, type Repository, repository } from '../support/git-repository.ts'
import { known, pilot, uriIn } from '../support/history.ts'

const START = 'timeline: { start: 2026-02-02 }\n'
const main: Commit = { date: '2026-01-25', mark: 'main', files: { 'a.pilot.yaml': pilot(70, START) } }
const made = { 'b.pilot.yaml': pilot(55, START).replace('name: a', 'name: b') }
const gone = { 'a.pilot.yaml': undefined }
const author = 'Luis Ortega'
const lowered = [
  ['Dana Whitfield', 70],
  [author, 55],
]

/** The targets that the file of a joined branch had, and who is missed. */
async function joined(...commits: readonly Commit[]): Promise<readonly [unknown, unknown]> {
  const repo = repository([main, ...commits])
  assertRenamed(repo)
  return past(repo, 'b.pilot.yaml')
}

async function past(repo: Repository, path: string): Promise<readonly [unknown, unknown]> {
  const { files, departed } = await known(repo.root)
  const history = files.get(uriIn(repo, path))
  repo.remove()
  return [
    history?.revisions.map(({ commitments, author }) => [author, commitments.criteria[0]?.target]),
    departed.map(({ file, author }) => [file.split('/').at(-1), author]),
  ]
}

function assertRenamed({ git }: Repository): void {
  const options = ['-1', '--name-status', '-M70%', '--diff-merges=first-parent', '--format=']
  assert.match(git('log', ...options), /^R/)
}

describe('a pilot that is made anew elsewhere', () => {
  const anew = { ...made, 'b.pilot.yaml': `${made['b.pilot.yaml']}${'# what nobody reads\n'.repeat(30)}` }
  const since = (...steps: readonly (Commit['files'] & object)[]): readonly Commit[] =>
    steps.map((files, index) => ({ date: `2026-04-0${index + 1}`, author, files }))

  it('keeps its past where the last text of it could not be read, and is missed where it is gone', async () => {
    const broken = { 'a.pilot.yaml': '{{{' }
    const repo = repository([main, ...since(broken, gone, anew)])
    assert.deepEqual(await past(repo, 'b.pilot.yaml'), [lowered, []])
    const deleted = repository([main, ...since({ ...broken, 'c.pilot.yaml': 'name: c\n' }, gone)])
    assert.deepEqual(await past(deleted, 'b.pilot.yaml'), [undefined, [['a.pilot.yaml', author]]])
  })

  it('keeps its past where it was stopped, and begins on the same day', async () => {
    const stopped = { 'a.pilot.yaml': `${pilot(70, START)}stage: stopped\n` }
    const repo = repository([main, ...since(stopped, gone, anew)])
    const [told, departed] = await past(repo, 'b.pilot.yaml')
    assert.deepEqual([told, departed], [[lowered[0], [author, 70], lowered[1]], []])
    const later = { 'b.pilot.yaml': anew['b.pilot.yaml'].replace('2026-02-02', '2026-04-20') }
    const another = repository([main, ...since(stopped, gone, later)])
    assert.deepEqual((await past(another, 'b.pilot.yaml'))[0], [[author, 55]])
  })
})

describe('a pilot that Git calls renamed only where a branch is joined in', () => {
  const merge: Commit = { date: '2026-04-07', from: 'main', merge: 'branch', files: { ...gone, ...made } }
  it('keeps its past where the branch deleted it and made it anew, in either order', async () => {
    for (const [one, other] of [
      [gone, made],
      [made, gone],
    ] as const) {
      const branch = [
        { date: '2026-04-05', author, files: one },
        { date: '2026-04-06', author, mark: 'branch', files: other },
      ]
      assert.deepEqual(await joined(...branch, merge), [lowered, []])
    }
  })

  it('keeps it where it was deleted by whoever joined a copy in, and that was joined in again', async () => {
    const copy: Commit = { date: '2026-04-06', author, mark: 'branch', files: made }
    assert.deepEqual(await joined(copy, merge), [lowered, []])
    const again = { ...merge, merge: 'first' }
    assert.deepEqual(await joined(copy, { ...merge, mark: 'first' }, again), [lowered, []])
  })

  it('keeps it once where the branch renamed it', async () => {
    const renamed: Commit = { date: '2026-04-06', author, mark: 'branch', files: { ...gone, ...made } }
    assert.deepEqual(await joined(renamed, merge), [lowered, []])
  })

  it('keeps it where it is put in its old place again', async () => {
    const [text] = Object.values(made)
    const branch: readonly Commit[] = [
      { date: '2026-04-05', author, files: gone },
      { date: '2026-04-06', author, files: made },
      { date: '2026-04-06', author, mark: 'branch', renames: { 'b.pilot.yaml': 'a.pilot.yaml' } },
    ]
    const files = { 'a.pilot.yaml': text }
    const repo = repository([main, ...branch, { ...merge, files }])
    assert.deepEqual(await past(repo, 'a.pilot.yaml'), [[...lowered, [author, 55]], []])
  })

  it('has none of the past of another one, which is gone', async () => {
    const other = made['b.pilot.yaml'].replace('Accuracy', 'Cost').replace('2026-02-02', '2026-04-20')
    const files = { 'b.pilot.yaml': other }
    const branch: readonly Commit[] = [
      { date: '2026-04-05', author, files: gone },
      { date: '2026-04-06', author, mark: 'branch', files },
    ]
    const past = [[[author, 55]], [['a.pilot.yaml', author]]]
    assert.deepEqual(await joined(...branch, { ...merge, files: { ...gone, ...files } }), past)
  })
})
