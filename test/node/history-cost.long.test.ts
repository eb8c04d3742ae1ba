import assert from 'node:assert/strict'
import { pathToFileURL } from 'node:url'
import type { KnownTexts, ReadText, RepositoryHistory } from '../../server/src/engine/history/source.ts'
import type { Git } from '../../server/src/node/git.ts'
import { gitHistory } from '../../server/src/node/history.ts'
import { type Repository, repository } from '../support/git-repository.ts'
import { git, known, pilot, uriIn } from '../support/history.ts'

const commits = [
  {
    date: '2026-01-05',
    files: {
      'team/a.pilot.yaml': pilot(80),
      'team/gone.pilot.yaml': pilot(61, 'team: gone\n'),
      'b.pilot.yaml': pilot(80, 'team: b\n'),
      'gone.pilot.yaml': pilot(62, 'team: lost\n'),
    },
  },
  { date: '2026-02-01', files: { 'team/a.pilot.yaml': pilot(78), 'b.pilot.yaml': pilot(70, 'team: b\n') } },
  { date: '2026-02-02', files: { 'gone.pilot.yaml': undefined, 'team/gone.pilot.yaml': undefined } },
] as const

describe('what a history costs', () => {
  let repo: Repository
  let whole: RepositoryHistory
  const asked: string[] = []
  const texts: string[] = []
  const listening: Git = {
    run: (folder, call) => {
      asked.push(call.command)
      if (call.command === 'cat-file') texts.push(...(call.input?.trim().split('\n') ?? []))
      return git.run(folder, call)
    },
  }
  const uri = (): string => pathToFileURL(repo.root).href

  before(async () => {
    repo = repository(commits)
    whole = await known(repo.root)
  })
  beforeEach(() => {
    asked.length = 0
    texts.length = 0
  })
  after(() => repo.remove())

  it('is three processes, and one while there is no new commit', async () => {
    const source = gitHistory(listening)
    const first = await source.read(uri())
    assert.deepEqual(asked.splice(0), ['rev-parse', 'log', 'cat-file'])
    assert.ok(first.gap === undefined)
    assert.equal(await source.read(uri(), { known: first }), first)
    assert.deepEqual(asked.splice(0), ['rev-parse'])
    await source.read(uri())
    assert.deepEqual(asked, ['rev-parse', 'log'], 'Every text is read once')
  })

  it('is the texts of those files and folders alone that somebody asks about', async () => {
    const file = uriIn(repo, 'b.pilot.yaml')
    const some = await gitHistory(listening).read(uri(), { within: [file] })
    assert.ok(some.gap === undefined)
    assert.deepEqual([...some.files], [[file, whole.files.get(file)]])
    assert.deepEqual(some.departed, [])
    assert.equal(texts.length, 2)
    const folder = await known(repo.root, { within: [uriIn(repo, 'team')] })
    assert.deepEqual([...folder.files.keys()], [uriIn(repo, 'team/a.pilot.yaml')])
    assert.deepEqual(
      folder.departed.map((each) => each.file),
      [uriIn(repo, 'team/gone.pilot.yaml')],
    )
    const all = await known(repo.root, { within: [`${uri()}/`] })
    assert.deepEqual([all.files, all.departed], [whole.files, whole.departed])
  })

  it('is no text that an earlier run has read', async () => {
    const known = new Map<string, ReadText>()
    const recall = async (wanted: number): Promise<KnownTexts> => {
      assert.equal(wanted, 6)
      return {
        take: (id) => known.get(id),
        put: (id, text) => known.set(id, text),
        save: async () => undefined,
      }
    }
    const first = await gitHistory(listening).read(uri(), { recall })
    assert.equal(texts.splice(0).length, 6)
    const second = await gitHistory(listening).read(uri(), { recall })
    assert.deepEqual(texts, [])
    assert.deepEqual([first, second], [whole, whole])
  })

  it('is no text of another file, of a day in the past', async () => {
    const file = uriIn(repo, 'b.pilot.yaml')
    const then = await gitHistory(listening).read(uri(), { within: [file], asOf: '2026-01-10' })
    assert.ok(then.gap === undefined)
    assert.deepEqual([...(then.past?.texts.keys() ?? [])], [file])
    assert.equal(texts.length, 1)
  })
})
