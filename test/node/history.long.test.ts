import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stepsOf } from '../../server/src/engine/history/history.ts'
import type { RepositoryHistory } from '../../server/src/engine/history/source.ts'
import { type Commit, type Repository, repository } from '../support/git-repository.ts'
import { gapOf, known, pilot, read, told, uriIn } from '../support/history.ts'

const oddNames = [
  '-rf.pilot.yaml',
  '--output=x.pilot.yaml',
  'new\nline.pilot.yaml',
  '{a => b}/c => d.pilot.yaml',
  '"quoted" \\ tab\t.pilot.yml',
  'ümläut 🚀.pilot.yaml',
  'LOUD.Pilot.YAML',
]

const commits: readonly Commit[] = [
  {
    date: '2026-01-05',
    files: {
      'a.pilot.yaml': pilot(80),
      'b.pilot.yaml': pilot(80, 'team: b\n'),
      'both.pilot.yaml': pilot(80, 'team: both\n'),
      'gone.pilot.yaml': pilot(61, 'team: gone\n'),
      'gone-aside.pilot.yaml': pilot(62, 'team: aside\n'),
      'back.pilot.yaml': pilot(80, 'team: back\n'),
      'notes.yaml': 'a: 1\n',
    },
  },
  { date: '2026-01-20', files: Object.fromEntries(oddNames.map((name, index) => [name, pilot(index + 1)])) },
  {
    date: '2026-02-01',
    author: 'Luis Ortega',
    renames: { 'a.pilot.yaml': 'team/a.pilot.yaml' },
    files: { 'team/a.pilot.yaml': pilot(78) },
  },
  { date: '2026-02-05', files: { 'notes.yaml': 'a: 2\n' } },
  {
    date: '2026-02-10',
    mark: 'fork',
    author: 'Formatter',
    files: {
      'team/a.pilot.yaml': `# formatted\n${pilot(78).replaceAll('metric: Accuracy', 'metric: "Accuracy"')}`,
      'b.pilot.yaml': `# formatted\n${pilot(80, 'team:   b\n')}`,
    },
  },
  {
    date: '2026-02-15',
    mark: 'side',
    author: 'Priya Nair',
    files: { 'b.pilot.yaml': pilot(70, 'team: b\n') },
  },
  { date: '2026-02-16', mark: 'aside', author: 'Kim', files: { 'gone-aside.pilot.yaml': undefined } },
  {
    date: '2026-02-17',
    mark: 'half',
    author: 'Sam',
    files: { 'both.pilot.yaml': pilot(80, 'team: both\nuseCase: x\n') },
  },
  {
    date: '2026-02-20',
    from: 'fork',
    files: { 'team/a.pilot.yaml': pilot(76), 'both.pilot.yaml': pilot(75, 'team: both\n') },
  },
  {
    date: '2026-03-01',
    mark: 'merge',
    author: 'Merger',
    merge: 'half',
    files: {
      'b.pilot.yaml': pilot(70, 'team: b\n'),
      'gone-aside.pilot.yaml': undefined,
      'both.pilot.yaml': pilot(75, 'team: both\nuseCase: x\n'),
    },
  },
  {
    date: '2026-03-10',
    mark: 'deletion',
    author: 'Rosa',
    files: { 'gone.pilot.yaml': undefined, 'back.pilot.yaml': undefined },
  },
  {
    date: '2026-03-12',
    files: { 'back.pilot.yaml': pilot(60, 'team: back\n'), 'broken.pilot.yaml': 'a: [\n' },
  },
  { date: '0 +0000', author: '=1+1', files: { 'b.pilot.yaml': pilot(69, 'team: b\n') } },
  {
    date: '4102444800 +0000',
    author: '\x1b]0;pwned\x07 & "x"',
    files: { 'b.pilot.yaml': pilot(68, 'team: b\n') },
  },
  { date: '253402300799 +9999', author: '', files: { 'b.pilot.yaml': pilot(67, 'team: b\n') } },
  { date: '18446744073709551 -0100', files: { 'b.pilot.yaml': pilot(66, 'team: b\n') } },
]

describe('the history of a repository', () => {
  let repo: Repository
  let history: RepositoryHistory
  const of = (path: string): readonly string[] =>
    told(history.files.get(uriIn(repo, path)) ?? { revisions: [] })

  before(async () => {
    repo = repository(commits)
    history = await known(repo.root)
  })
  after(() => repo.remove())

  it('follows a file through its names', () => {
    assert.deepEqual(of('team/a.pilot.yaml'), [
      '2026-01-05 Dana Whitfield 80',
      '2026-02-01 Luis Ortega 78',
      '2026-02-10 Formatter 78',
      '2026-02-20 Dana Whitfield 76',
    ])
    assert.equal(history.files.has(uriIn(repo, 'a.pilot.yaml')), false)
  })

  it('holds commits that change no value, which are no steps', () => {
    const file = history.files.get(uriIn(repo, 'team/a.pilot.yaml'))
    const last = file?.revisions.at(-1)
    assert.ok(file && last)
    const steps = stepsOf(file, last.commitments, '2026-06-01')
    assert.deepEqual(
      steps.map(({ date }) => date),
      ['2026-02-01', '2026-02-20'],
    )
  })

  it('says who changed a file on a line of its own, and not who joined it in', () => {
    assert.deepEqual(of('b.pilot.yaml').slice(0, 3), [
      '2026-01-05 Dana Whitfield 80',
      '2026-02-10 Formatter 80',
      '2026-02-15 Priya Nair 70',
    ])
  })

  it('takes what each of two lines changed in a text as theirs, and the text that they make as the one who joined them', () => {
    assert.deepEqual(of('both.pilot.yaml'), [
      '2026-01-05 Dana Whitfield 80',
      '2026-02-20 Dana Whitfield 75',
      '2026-03-01 Sam 75',
      '2026-03-01 Merger 75',
    ])
  })

  it('knows the deleted files, what they said last and who deleted them', () => {
    const departed = history.departed.map(({ file, date, author, commit, commitments }) => {
      return { file, date, author, commit, target: commitments.criteria[0]?.target }
    })
    assert.deepEqual(departed, [
      {
        file: uriIn(repo, 'gone-aside.pilot.yaml'),
        date: '2026-02-16',
        author: 'Kim',
        commit: repo.hash('aside'),
        target: 62,
      },
      {
        file: uriIn(repo, 'gone.pilot.yaml'),
        date: '2026-03-10',
        author: 'Rosa',
        commit: repo.hash('deletion'),
        target: 61,
      },
    ])
  })

  it('goes on behind a deletion that was taken back', () => {
    assert.deepEqual(of('back.pilot.yaml'), ['2026-01-05 Dana Whitfield 80', '2026-03-12 Dana Whitfield 60'])
  })

  it('leaves out texts that cannot be read and files that are no pilots', () => {
    assert.equal(history.files.has(uriIn(repo, 'broken.pilot.yaml')), false)
    assert.deepEqual([...(history.unreadable ?? [])], [uriIn(repo, 'broken.pilot.yaml')])
    assert.equal(history.files.has(uriIn(repo, 'notes.yaml')), false)
  })

  for (const [index, name] of oddNames.entries())
    it(`knows a file called ${JSON.stringify(name)}`, () => {
      assert.deepEqual(of(name), [`2026-01-20 Dana Whitfield ${index + 1}`])
    })

  it('takes dates and authors as data', () => {
    assert.deepEqual(of('b.pilot.yaml').slice(3), [
      '2026-02-15 =1+1 69',
      '2100-01-01 \x1b]0;pwned\x07 & "x" 68',
      '9999-12-31 an unknown author 67',
      '9999-12-31 Dana Whitfield 66',
    ])
  })

  it('is that of the first line of commits up to a day, with the texts of then', async () => {
    const then = await known(repo.root, { asOf: '2026-02-18' })
    assert.equal(then.past?.commit, repo.hash('fork'))
    assert.equal(then.past?.date, '2026-02-10')
    const texts = [...(then.past?.texts ?? [])].map(([uri]) => uri).sort()
    assert.ok(texts.includes(uriIn(repo, 'gone.pilot.yaml')))
    assert.ok(!texts.includes(uriIn(repo, 'broken.pilot.yaml')))
    assert.deepEqual(then.past?.texts.get(uriIn(repo, 'b.pilot.yaml')), {
      kind: 'text',
      text: `# formatted\n${pilot(80, 'team:   b\n')}`,
    })
    assert.deepEqual(then.departed, [])
    assert.deepEqual(told(then.files.get(uriIn(repo, 'b.pilot.yaml')) ?? { revisions: [] }), [
      '2026-01-05 Dana Whitfield 80',
      '2026-02-10 Formatter 80',
    ])
    assert.deepEqual(await read(repo.root, { asOf: '2026-01-04' }), { gap: 'later' })
  })

  it('is found from a folder inside it, and with a detached head', async () => {
    repo.write('team/x', '')
    assert.deepEqual([...(await known(join(repo.root, 'team'))).files.keys()], [...history.files.keys()])
    writeFileSync(join(repo.root, '.git/HEAD'), `${repo.hash('fork')}\n`)
    assert.equal((await known(repo.root)).head, repo.hash('fork'))
    writeFileSync(join(repo.root, '.git/HEAD'), 'ref: refs/heads/main\n')
  })

  it('is not taken from a part of one', async () => {
    const clone = join(repo.root, 'clone')
    repo.git('clone', '--quiet', '--no-checkout', '--depth=1', `file://${repo.root}`, clone)
    assert.equal(await gapOf(clone), 'shallow')
    rmSync(clone, { recursive: true })
  })
})
