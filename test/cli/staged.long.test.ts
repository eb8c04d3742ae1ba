import assert from 'node:assert/strict'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { localFiles } from '../../server/src/cli/local-files.ts'
import { portfolioDuplicateName } from '../../server/src/engine/rules/portfolio/duplicate-name.ts'
import { gitOf } from '../../server/src/node/git.ts'
import { gitHistory } from '../../server/src/node/history.ts'
import { gitRevisions } from '../../server/src/node/revisions.ts'
import { type Repository, repository } from '../support/git-repository.ts'
import { type Outcome, pilots } from './memory-io.ts'
import { sampleRules } from './sample-rules.ts'

const pilot = (name: string, more = ''): string =>
  `apiVersion: pilot-as-code/v1\nname: ${name}\ntitle: Claims triage\nstage: ownership\n${more}`
const whole = pilot('a', 'team: claims\n')

describe('check --staged', () => {
  let repo: Repository
  afterEach(() => repo.remove())

  const run = (...argv: readonly string[]): Promise<Outcome> => runIn(process.env, ...argv)
  const runIn = (env: NodeJS.ProcessEnv, ...argv: readonly string[]): Promise<Outcome> => {
    const git = gitOf(env)
    const io = { cwd: repo.root, files: localFiles(), history: gitHistory(git), revisions: gitRevisions(git) }
    return pilots(['check', '--staged', '-f', 'concise', ...argv], {
      rules: sampleRules.filter(({ id }) => id === 'sample/team-missing'),
      portfolioRules: [portfolioDuplicateName],
      io,
    })
  }
  const begin = (files: Readonly<Record<string, string>>): void => {
    repo = repository([{ date: '2026-01-15', files }])
    repo.git('reset', '--quiet', '--hard')
  }
  const stage = (path: string, text: string): void => {
    repo.write(path, text)
    repo.git('add', path)
  }

  it('checks a file as it is staged, and not as it lies there', async () => {
    begin({ 'pilots/a.pilot.yaml': whole, 'pilots/b.pilot.yaml': pilot('b') })
    stage('pilots/a.pilot.yaml', pilot('a', '# staged\n'))
    repo.write('pilots/a.pilot.yaml', whole)
    const { out, err, code } = await run()
    assert.match(out, /^pilots\/a\.pilot\.yaml:4:1: error sample\/team-missing [^\n]*\n1 error in 1 file\./)
    assert.deepEqual([err, code], ['', 1])
    stage('pilots/a.pilot.yaml', `${whole}# staged\n`)
    repo.write('pilots/a.pilot.yaml', pilot('a', 'title: twice\n'))
    assert.equal((await run('pilots')).code, 0)
  })

  it('reads the index that a hook is told of, which git commit -a makes for itself', async () => {
    begin({ 'pilots/a.pilot.yaml': whole })
    stage('pilots/a.pilot.yaml', pilot('a'))
    copyFileSync(join(repo.root, '.git/index'), join(repo.root, '.git/next-index-1.lock'))
    repo.git('reset', '--quiet', '--hard')
    const told = (name: string) => ({ ...process.env, GIT_INDEX_FILE: join(repo.root, '.git', name) })
    assert.equal((await runIn(told('next-index-1.lock'))).code, 1)
    assert.equal((await runIn(told('gone.lock'))).code, 0)
  })

  it('says what to do with a pilot that is not merged', async () => {
    begin({ 'pilots/a.pilot.yaml': whole, 'pilots/b c.pilot.yaml': pilot('b-c', 'team: claims\n') })
    repo.git('checkout', '--quiet', '-b', 'other')
    stage('pilots/b c.pilot.yaml', pilot('b-c', 'team: theirs\n'))
    const person = ['-c', 'user.name=Dana', '-c', 'user.email=dana@example.com']
    repo.git(...person, 'commit', '--quiet', '-m', 'theirs')
    repo.git('checkout', '--quiet', '-')
    stage('pilots/b c.pilot.yaml', pilot('b-c', 'team: ours\n'))
    repo.git(...person, 'commit', '--quiet', '-m', 'ours')
    assert.throws(() => repo.git(...person, 'merge', '--quiet', 'other'))
    const { out, err, code } = await run()
    assert.equal(
      err,
      'pilots: The next commit cannot be checked: "pilots/b c.pilot.yaml" is not merged. Solve its conflict, and stage it by: git add \'pilots/b c.pilot.yaml\'\n',
    )
    assert.deepEqual([out, code], ['', 2])
  })

  it('knows the pilots that are not staged, and says nothing of them', async () => {
    begin({ 'pilots/a.pilot.yaml': whole, 'pilots/b.pilot.yaml': pilot('b') })
    stage('other/c.pilot.yaml', pilot('b', 'team: claims\n'))
    repo.write('pilots/b.pilot.yaml', pilot('d'))
    for (const argv of [[], ['other'], ['other/c.pilot.yaml']]) {
      const { out } = await run(...argv)
      if (argv[0] === 'other') continue
      assert.match(
        out,
        /^other\/c\.pilot\.yaml:2:7: error portfolio\/duplicate-name [^\n]*\n1 error in 1 file\./,
      )
    }
    assert.match((await run('pilots')).out, /^No findings in 0 files\./)
  })

  it('is about the staged pilots that are named, as by a hook, and passes over one that is not in Git', async () => {
    begin({ 'a.pilot.yaml': whole })
    for (const name of ['b', 'c', 'd']) stage(`${name}.pilot.yaml`, pilot(name))
    repo.write('new.pilot.yaml', pilot('new'))
    const { out, err, code } = await run('b.pilot.yaml', 'd.pilot.yaml', 'a.pilot.yaml', 'new.pilot.yaml')
    assert.deepEqual(out.match(/^\w+(?=\.pilot\.yaml:)/gm), ['b', 'd'])
    assert.match(out, /^2 errors in 2 files\./m)
    assert.deepEqual([err, code], ['', 1])
    assert.equal((await run('new.pilot.yaml')).code, 0)
  })

  it('passes where no pilot is staged, and where one is deleted', async () => {
    begin({ 'pilots/a.pilot.yaml': pilot('a'), 'pilots/b.pilot.yaml': pilot('b') })
    repo.git('rm', '--quiet', 'pilots/b.pilot.yaml')
    stage('notes.md', 'x')
    const { out, err, code } = await run()
    assert.equal(out, 'No findings in 0 files.\n')
    assert.deepEqual([err, code], ['pilots: No pilot is staged.\n', 0])
  })

  it('passes over what is only meant to be added, of which the commit holds nothing', async () => {
    begin({ 'pilots/a.pilot.yaml': whole })
    repo.write('pilots/b.pilot.yaml', pilot('b'))
    repo.git('add', '--intent-to-add', 'pilots/b.pilot.yaml')
    const { out, code } = await run()
    assert.deepEqual([out, code], ['No findings in 0 files.\n', 0])
    repo.git('add', 'pilots/b.pilot.yaml')
    assert.equal((await run()).code, 1)
  })

  it('looks at all of the first commit', async () => {
    repo = repository([])
    stage('a.pilot.yaml', pilot('a'))
    repo.write('b.pilot.yaml', pilot('b'))
    assert.match(
      (await run()).out,
      /^a\.pilot\.yaml:4:1: error sample\/team-missing [^\n]*\n1 error in 1 file\./,
    )
  })

  it('needs no more of the past than a shallow clone has', async () => {
    begin({ 'a.pilot.yaml': pilot('a') })
    repo.write('.git/shallow', `${repo.git('rev-parse', 'HEAD').trim()}\n`)
    stage('b.pilot.yaml', pilot('b'))
    const { out, code } = await run()
    assert.match(out, /^b\.pilot\.yaml:4:1: error sample\/team-missing [^\n]*\n1 error in 1 file\./)
    assert.equal(code, 1)
  })

  it('takes names of files as they are', async () => {
    begin({ 'a.pilot.yaml': whole })
    const names = ['-rf.pilot.yaml', 'new\nline.pilot.yaml', '{a => b}.pilot.yaml', 'Größe "x".pilot.yaml']
    for (const name of names) {
      repo.write(name, pilot(`p${names.indexOf(name)}`))
      repo.git('add', '--', name)
    }
    const { out } = await run()
    assert.match(out, new RegExp(`^${names.length} errors in ${names.length} files`, 'm'))
  })

  it('needs a repository, and paths that are there', async () => {
    begin({ 'a.pilot.yaml': whole })
    assert.match((await run('nope')).err, /^pilots: There is no file or folder "nope"\.\n$/)
    assert.match((await run('--as-of', '2026-01-16')).err, /cannot be used with option/)
    repo.git('config', 'core.worktree', '/')
    const { err, code } = await run()
    assert.match(
      err,
      /^pilots: --staged needs Git, and the Git repository says that its files are somewhere else\./,
    )
    assert.equal(code, 2)
  })
})
