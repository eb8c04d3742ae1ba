import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Commit, repository } from '../support/git-repository.ts'
import { gapOf, known, pilot, told, uriIn } from '../support/history.ts'

const first: Commit = { date: '2026-01-20', files: { 'pilots/a.pilot.yaml': pilot(70) } }

/** What is told of the only file that a line of commits leaves. */
async function course(path: string, ...commits: readonly Commit[]): Promise<readonly string[]> {
  const repo = repository([first, ...commits])
  const { files } = await known(repo.root)
  const history = files.get(uriIn(repo, path))
  repo.remove()
  return history ? told(history) : []
}

describe('a pilot that is made anew', () => {
  const LOWERED = ['2026-01-20 Dana Whitfield 70', '2026-04-06 Luis Ortega 55']
  const author = 'Luis Ortega'
  const gone = { 'pilots/a.pilot.yaml': undefined }
  const other = { 'ai/a.pilot.yaml': `${pilot(55)}${'# what nobody reads\n'.repeat(30)}` }

  it('keeps its past where it was deleted and is written anew in another folder', async () => {
    const deleted = { date: '2026-04-05', author, files: gone }
    assert.deepEqual(
      await course('ai/a.pilot.yaml', deleted, { date: '2026-04-06', author, files: other }),
      LOWERED,
    )
  })

  it('keeps it under another name where it started on the same day from the same baseline', async () => {
    const START = 'timeline: { start: 2026-02-02 }\n'
    const dated = { date: '2026-01-25', files: { 'pilots/a.pilot.yaml': pilot(70, START) } }
    const deleted = { date: '2026-04-05', author, files: gone }
    const text = `${pilot(55, START).replace('name: a', 'name: b')}${'# what nobody reads\n'.repeat(30)}`
    const made = (yaml: string): Commit => ({
      date: '2026-04-06',
      author,
      files: { 'ai/b.pilot.yaml': yaml },
    })
    const [begun, last] = LOWERED
    assert.deepEqual(await course('ai/b.pilot.yaml', dated, deleted, made(text)), [
      begun,
      '2026-01-25 Dana Whitfield 70',
      last,
    ])
    const repo = repository([first, dated, deleted, made(text)])
    const { departed, files } = await known(repo.root, { within: [uriIn(repo, 'ai/b.pilot.yaml')] })
    assert.deepEqual(
      [departed, [...files.values()].map(told)],
      [[], [[begun, '2026-01-25 Dana Whitfield 70', last]]],
    )
    repo.remove()
    const another = text.replace('baseline: 50', 'baseline: 30')
    assert.deepEqual(await course('ai/b.pilot.yaml', dated, deleted, made(another)), [last])
  })

  it('keeps it where so much was written anew that Git takes it for another file', async () => {
    const moved = { date: '2026-04-06', author, files: { ...gone, ...other } }
    assert.deepEqual(await course('ai/a.pilot.yaml', moved), LOWERED)
  })

  it('keeps it where it was copied first', async () => {
    const copied = { date: '2026-04-06', author, files: other }
    assert.deepEqual(
      await course('ai/a.pilot.yaml', copied, { date: '2026-04-07', author, files: gone }),
      LOWERED,
    )
  })

  it('keeps it where a copy has taken its name since', async () => {
    const START = 'timeline: { start: 2026-02-02 }\n'
    const dated = { date: '2026-01-25', files: { 'pilots/a.pilot.yaml': pilot(70, START) } }
    const other = pilot(55, START).replace('name: a', 'name: other')
    const copied = { date: '2026-02-06', author, files: { 'ai/b.pilot.yaml': other } }
    const deleted = { date: '2026-04-05', author, files: gone }
    const called = { date: '2026-04-06', author, files: { 'ai/b.pilot.yaml': pilot(55, START) } }
    const repo = repository([first, dated, copied, deleted, called])
    const { files, departed } = await known(repo.root)
    repo.remove()
    const whole = ['2026-01-20 Dana Whitfield 70', '2026-01-25 Dana Whitfield 70']
    const since = ['2026-02-06 Luis Ortega 55', '2026-04-06 Luis Ortega 55']
    assert.deepEqual([[...files.values()].map(told), departed], [[[...whole, ...since]], []])
  })

  it('keeps it where it was copied long before under its own name and start', async () => {
    const START = 'timeline: { start: 2026-02-02 }\n'
    const dated = { date: '2026-01-25', files: { 'pilots/a.pilot.yaml': pilot(70, START) } }
    const copied = { date: '2026-02-06', author, files: { 'ai/a-2.pilot.yaml': pilot(55, START) } }
    const deleted = { date: '2026-04-05', author, files: gone }
    const repo = repository([first, dated, copied, deleted])
    const { files, departed } = await known(repo.root)
    repo.remove()
    const whole = [
      '2026-01-20 Dana Whitfield 70',
      '2026-01-25 Dana Whitfield 70',
      '2026-02-06 Luis Ortega 55',
    ]
    assert.deepEqual([[...files.values()].map(told), departed], [[whole], []])
  })

  it('keeps that of all its moves', async () => {
    const move = (date: string, from: string, to: string, target: number): Commit => {
      const text = `${pilot(target)}${`# ${to}\n`.repeat(target)}`
      return { date, author, files: { [`${from}/a.pilot.yaml`]: undefined, [`${to}/a.pilot.yaml`]: text } }
    }
    const moves = [move('2026-02-06', 'pilots', 'tried', 60), move('2026-02-20', 'tried', 'work', 55)]
    assert.deepEqual(await course('work/a.pilot.yaml', ...moves), [
      '2026-01-20 Dana Whitfield 70',
      '2026-02-06 Luis Ortega 60',
      '2026-02-20 Luis Ortega 55',
    ])
  })

  it('keeps its own where each pilot has a folder and all files have one name', async () => {
    const named = (name: string, target: number): string => pilot(target).replace('name: a', `name: ${name}`)
    const long = (name: string): string => `${named(name, 55)}${'# what nobody reads\n'.repeat(30)}`
    const repo = repository([
      {
        date: '2026-01-20',
        files: { 'old/a/it.pilot.yaml': named('a', 60), 'old/b/it.pilot.yaml': named('b', 70) },
      },
      {
        date: '2026-04-05',
        author,
        files: { 'old/a/it.pilot.yaml': undefined, 'old/b/it.pilot.yaml': undefined },
      },
      {
        date: '2026-04-06',
        author,
        files: { 'new/a/it.pilot.yaml': long('a'), 'new/b/it.pilot.yaml': long('b') },
      },
    ])
    const { files } = await known(repo.root)
    const courses = ['a', 'b'].map((each) => files.get(uriIn(repo, `new/${each}/it.pilot.yaml`)))
    repo.remove()
    assert.deepEqual(
      courses.map((each) => each && told(each)[0]),
      ['2026-01-20 Dana Whitfield 60', '2026-01-20 Dana Whitfield 70'],
    )
  })

  it('has none where it is another pilot, another round, or stood beside the other', async () => {
    const alone = (date: string): readonly string[] => [`${date} Luis Ortega 55`]
    const unlike = { 'ai/a.pilot.yaml': pilot(55).replaceAll('Accuracy', 'Cost') }
    const deleted = { date: '2026-04-05', author, files: gone }
    assert.deepEqual(
      await course('ai/a.pilot.yaml', deleted, { date: '2026-04-06', author, files: unlike }),
      alone('2026-04-06'),
    )
    assert.deepEqual(
      await course('ai/a.pilot.yaml', deleted, { date: '2026-09-06', author, files: other }),
      alone('2026-09-06'),
    )
    const beside = { date: '2026-02-06', author, files: other }
    assert.deepEqual(await course('ai/a.pilot.yaml', beside, deleted), alone('2026-02-06'))
    const START = 'timeline: { start: 2026-02-02 }\n'
    const dated = { date: '2026-01-25', files: { 'pilots/a.pilot.yaml': pilot(70, START) } }
    const template = { 'ai/b.pilot.yaml': pilot(55, START).replace('name: a', 'name: b') }
    const copied = { date: '2026-02-06', author, files: template }
    assert.deepEqual(await course('ai/b.pilot.yaml', dated, copied, deleted), alone('2026-02-06'))
  })
})

describe('a pilot in the place of another one', () => {
  const claims = pilot(70, 'timeline: { start: 2026-02-02 }\n')
  const mail = claims
    .replace('name: a', 'name: mail')
    .replace('Accuracy', 'Cost')
    .replace('2026-02-02', '2026-04-20')
  const texts = { 'a.pilot.yaml': undefined, 'mail.pilot.yaml': mail.replace('target: 70', 'target: 60') }

  it('has none of its past, though Git calls it renamed, and the other one is gone', async () => {
    const repo = repository([
      { date: '2026-01-20', files: { 'a.pilot.yaml': claims } },
      { date: '2026-04-05', author: 'Luis Ortega', files: texts },
    ])
    assert.match(repo.git('log', '-1', '--name-status', '-M70%', '--format='), /^R/)
    const { files, departed } = await known(repo.root)
    const one = await known(repo.root, { within: [uriIn(repo, 'mail.pilot.yaml')] })
    repo.remove()
    assert.deepEqual([...files.values()].map(told), [['2026-04-05 Luis Ortega 60']])
    assert.deepEqual(
      departed.map(({ file, date, author }) => [file, date, author]),
      [[uriIn(repo, 'a.pilot.yaml'), '2026-04-05', 'Luis Ortega']],
    )
    assert.deepEqual([[...one.files.values()].map(told), one.departed], [[['2026-04-05 Luis Ortega 60']], []])
  })
})

describe('a change behind a text that cannot be read', () => {
  it('may be that of the commit that broke it', async () => {
    const repo = repository([
      first,
      {
        date: '2026-04-05',
        mark: 'broken',
        author: 'Luis Ortega',
        files: { 'pilots/a.pilot.yaml': `${pilot(55)}x: [` },
      },
      { date: '2026-04-06', author: 'Sam', files: { 'pilots/a.pilot.yaml': `${pilot(55)}y: [` } },
      { date: '2026-04-07', files: { 'pilots/a.pilot.yaml': pilot(55) } },
      { date: '2026-04-08', files: { 'pilots/a.pilot.yaml': pilot(50) } },
    ])
    const history = (await known(repo.root)).files.get(uriIn(repo, 'pilots/a.pilot.yaml'))
    const unread = `commit ${repo.hash('broken').slice(0, 7)} by Luis Ortega`
    assert.deepEqual(
      history?.revisions.map((revision) => revision.unread),
      [undefined, unread, undefined],
    )
    repo.remove()
  })
})

describe('a repository of which something is hidden', () => {
  const lowered: Commit = { date: '2026-04-05', files: { 'pilots/a.pilot.yaml': pilot(55) } }

  it('has its whole past whatever its grafts say', async () => {
    const repo = repository([first, lowered])
    mkdirSync(join(repo.root, '.git/info'), { recursive: true })
    writeFileSync(join(repo.root, '.git/info/grafts'), `${repo.head}\n`)
    const { files } = await known(repo.root)
    assert.equal(files.get(uriIn(repo, 'pilots/a.pilot.yaml'))?.revisions.length, 2)
    repo.remove()
  })

  it('says that it lacks the earlier texts', async () => {
    const repo = repository([first, lowered])
    repo.git('config', 'uploadpack.allowFilter', 'true')
    const clone = join(repo.root, 'clone')
    repo.git('clone', '--quiet', '--filter=blob:none', `file://${repo.root}`, clone)
    assert.equal(await gapOf(clone), 'partial')
    rmSync(clone, { recursive: true })
    repo.remove()
  })
})
