import assert from 'node:assert/strict'
import { gitOf } from '../../server/src/node/git.ts'
import { type Repository, repository } from '../support/git-repository.ts'
import { known, pilot, told } from '../support/history.ts'
import { addPack, beginning, type Delta, repeated } from '../support/pack.ts'

const MB = 1 << 20

describe('a repository that is small and holds texts of any size', () => {
  let repo: Repository
  /** Written as changes of a text that would have to be read first. */
  let small: Delta
  let huge: Delta

  before(() => {
    repo = repository([{ date: '2026-01-01', files: { 'a.pilot.yaml': pilot(1) } }])
    const base = Buffer.alloc(MB, 'a')
    const large = Array.from({ length: 11 }, (_, index) => repeated(base, index + 3))
    huge = repeated(base, 130)
    small = beginning(huge.bytes, 40)
    addPack(repo, base, [...large, huge, small])
    commit({ 'large.pilot.yaml': huge.id })
    for (const { id } of large) commit({ 'large.pilot.yaml': id })
    commit({ 'small.pilot.yaml': small.id })
    repo.write('text', pilot(2))
    commit({ 'a.pilot.yaml': repo.git('hash-object', '-w', 'text') })
  })

  function commit(texts: Readonly<Record<string, string>>): void {
    const entries = Object.entries(texts).flatMap(([path, id]) => ['--cacheinfo', `100644,${id},${path}`])
    repo.git('read-tree', 'HEAD')
    repo.git('update-index', '--add', ...entries)
    const tree = repo.git('write-tree')
    const person = ['-c', 'user.name=Dana', '-c', 'user.email=dana@example.com']
    repo.git('update-ref', 'HEAD', repo.git(...person, 'commit-tree', '-p', 'HEAD', '-m', 'next', tree))
  }

  it('does not make Git ask for that much memory', async () => {
    const git = gitOf(process.env)
    for (const { id } of [huge, small]) {
      const result = await git.run(repo.root, { command: 'cat-file', options: ['--batch'], input: `${id}\n` })
      assert.ok(result.kind === 'failed')
      assert.equal(result.reason, 'an object of it takes more than 128 MB')
    }
  })

  it('has the histories of the files that can be read', async () => {
    const { files } = await known(repo.root)
    const read = [...files].map(([uri, file]) => [uri.split('/').at(-1), told(file).length])
    assert.deepEqual(read, [['a.pilot.yaml', 2]])
  })

  after(() => repo.remove())
})
