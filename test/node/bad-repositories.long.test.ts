import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { localFiles } from '../../server/src/cli/local-files.ts'
import { gitOf } from '../../server/src/node/git.ts'
import { gitHistory } from '../../server/src/node/history.ts'
import { gitRevisions } from '../../server/src/node/revisions.ts'
import { type Repository, repository } from '../support/git-repository.ts'
import { gapOf, known, pilot, told } from '../support/history.ts'

describe('a repository that cannot be read', () => {
  it('is a gap, whatever is wrong with it', async () => {
    assert.equal(await gapOf(tmpdir()), 'no-repository')
    assert.equal(await gapOf('/does/not/exist'), 'no-repository')
    const repo = repository([])
    assert.equal(await gapOf(repo.root), 'empty')
    writeFileSync(join(repo.root, '.git/refs/heads/loop'), 'ref: refs/heads/loop\n')
    writeFileSync(join(repo.root, '.git/HEAD'), 'ref: refs/heads/loop\n')
    assert.equal(await gapOf(repo.root), 'empty')
    writeFileSync(join(repo.root, '.git/HEAD'), 'nonsense')
    assert.notEqual(await gapOf(repo.root), undefined)
    assert.deepEqual(await gitHistory(gitOf({ PATH: '' })).read(pathToFileURL(repo.root).href), {
      gap: 'no-git',
    })
    repo.remove()
  })

  it('is not asked about files elsewhere', async () => {
    const repo = repository([{ date: '2026-01-01', files: { 'a.pilot.yaml': pilot(1) } }])
    repo.git('config', 'core.worktree', '/')
    assert.equal(await gapOf(repo.root), 'foreign')
    repo.remove()
  })

  it('has the histories of the files that are whole', async () => {
    const repo = repository([
      { date: '2026-01-01', files: { 'a.pilot.yaml': pilot(1), 'b.pilot.yaml': pilot(2, 'team: b\n') } },
      {
        date: '2026-01-02',
        renames: { 'a.pilot.yaml': 'c.pilot.yaml' },
        files: { 'c.pilot.yaml': pilot(3) },
      },
    ])
    const damaged = repo.git('rev-parse', 'main~1:a.pilot.yaml')
    const object = join(repo.root, '.git/objects', damaged.slice(0, 2), damaged.slice(2))
    rmSync(object)
    writeFileSync(object, 'garbage')
    const { files } = await known(repo.root)
    const targets = [...files].map(([uri, file]) => [uri.split('/').at(-1), told(file).length])
    assert.deepEqual(targets.sort(), [
      ['b.pilot.yaml', 1],
      ['c.pilot.yaml', 1],
    ])
    repo.remove()
  })

  it('is read at once, however long its configuration goes on about nothing', async () => {
    const repo = repository([
      { date: '2026-01-01', files: { 'a.pilot.yaml': pilot(1) } },
      { date: '2026-01-02', files: { 'a.pilot.yaml': pilot(2) } },
    ])
    const blob = repo.git('rev-parse', 'main~1:a.pilot.yaml')
    rmSync(join(repo.root, '.git/objects', blob.slice(0, 2), blob.slice(2)))
    const config = join(repo.root, '.git/config')
    appendFileSync(config, `${'\n'.repeat(1_000_000)}${' '.repeat(500_000)}\n`)
    assert.equal((await known(repo.root)).files.size, 1)
    appendFileSync(config, '[extensions]\n\tpartialClone = origin\n')
    renameSync(config, join(repo.root, 'elsewhere'))
    symlinkSync(join(repo.root, 'elsewhere'), config)
    assert.equal(await gapOf(repo.root), 'partial')
    repo.remove()
  })

  it('is read at once, whatever it says people are called', async () => {
    const repo = repository([{ date: '2026-01-01', files: { 'a.pilot.yaml': pilot(1) } }])
    // Whoever reads a pipe into which nobody writes waits without end.
    spawnSync('mkfifo', [join(repo.root, '.mailmap'), join(repo.root, 'names')])
    repo.git('config', 'mailmap.file', join(repo.root, 'names'))
    assert.equal((await known(repo.root)).files.size, 1)
    repo.remove()
  })

  it('is a gap when a commit is damaged', async () => {
    const repo = repository([
      { date: '2026-01-01', files: { 'a.pilot.yaml': pilot(1) } },
      { date: '2026-01-02', files: { 'a.pilot.yaml': pilot(2) } },
    ])
    const [commit = '', last = ''] = repo.git('rev-parse', 'main~1', 'main').split('\n')
    rmSync(join(repo.root, '.git/objects', commit.slice(0, 2), commit.slice(2)))
    assert.equal(await gapOf(repo.root), 'failed')
    const object = join(repo.root, '.git/objects', last.slice(0, 2), last.slice(2))
    chmodSync(object, 0o644)
    writeFileSync(object, 'garbage')
    assert.equal(await gapOf(repo.root), 'failed')
    repo.remove()
  })
})

describe('a hostile repository', () => {
  let repo: Repository
  /** The traps that have sprung since the last look. */
  const sprung = (): readonly string[] => {
    const names = readdirSync(repo.root).filter((name) => name.startsWith('CANARY-'))
    for (const name of names) rmSync(join(repo.root, name))
    return names.map((name) => name.replace('CANARY-', '')).sort()
  }
  const byPlainGit = (...args: readonly string[]): void => {
    spawnSync('git', args, { cwd: repo.root, env: { PATH: process.env['PATH'] } })
  }

  before(() => {
    const attributes = '*.yaml diff=evil filter=evil\n'
    repo = repository([
      { date: '2026-01-01', files: { 'a.pilot.yaml': pilot(1), '.gitattributes': attributes } },
    ])
    repo.write('.gitattributes', attributes)
    repo.write('canary.sh', `#!/bin/sh\ntouch "${repo.root}/CANARY-\${1#--}"\n`)
    chmodSync(join(repo.root, 'canary.sh'), 0o755)
    repo.git('read-tree', 'main')
    setTraps(repo, join(repo.root, 'canary.sh'))
    writeFileSync(join(repo.root, '.git/refs/heads/main'), `${signedCommit(repo)}\n`)
    sprung()
  })
  after(() => repo.remove())

  it('runs no program that its configuration names', async () => {
    assert.equal((await known(repo.root)).files.size, 1)
    await known(repo.root, { asOf: '2026-01-01' })
    const revisions = gitRevisions(gitOf(process.env))
    repo.write('a.pilot.yaml', pilot(2))
    const index = readFileSync(join(repo.root, '.git/index'))
    const folder = pathToFileURL(repo.root).href
    const [base, staged] = [await revisions.mergeBase(folder, 'main'), await revisions.staged(folder)]
    assert.ok('commit' in base && 'texts' in staged)
    assert.equal(staged.texts.size, 1)
    repo.write('.gitignore', '*.pilot.yaml\n')
    assert.deepEqual((await localFiles(gitOf(process.env)).list(repo.root)).paths, [
      `${repo.root}/a.pilot.yaml`,
    ])
    assert.deepEqual(readFileSync(join(repo.root, '.git/index')), index)
    assert.deepEqual(sprung(), [])
    byPlainGit('-c', 'log.showRoot=true', 'log', '-p')
    byPlainGit('status')
    const traps = sprung().join()
    for (const trap of ['fsmonitor', 'keyid-format', 'textconv']) assert.match(traps, new RegExp(trap))
  })

  it('fetches no text that is missing', async () => {
    const blob = repo.git('rev-parse', 'main:a.pilot.yaml')
    rmSync(join(repo.root, '.git/objects', blob.slice(0, 2), blob.slice(2)))
    assert.equal(await gapOf(repo.root), 'partial')
    assert.deepEqual(sprung(), [])
    byPlainGit('cat-file', 'blob', blob)
    assert.deepEqual(sprung(), ['fetch'])
  })
})

/** Names the canary wherever a configuration may name a program. */
function setTraps({ root }: Repository, canary: string): void {
  const program = (name: string): string => `sh '${canary}' ${name}`
  const config = `[core]
	fsmonitor = ${program('fsmonitor')}
	pager = ${program('pager')}
	sshCommand = ${program('ssh')}
	hooksPath = ${join(root, 'hooks')}
	alternateRefsCommand = ${program('alternate')}
	repositoryformatversion = 1
[log]
	showSignature = true
	showRoot = false
[gpg]
	program = ${canary}
[diff]
	external = ${program('external')}
	orderFile = ${canary}
[diff "evil"]
	textconv = ${program('textconv')}
	command = ${program('command')}
[filter "evil"]
	clean = ${program('clean')}
	smudge = ${program('smudge')}
[protocol]
	allow = always
[protocol "ext"]
	allow = always
[extensions]
	partialClone = evil
[remote "evil"]
	url = "ext::sh ${canary} fetch"
	promisor = true
	uploadpack = ${program('uploadpack')}
`
  writeFileSync(join(root, '.git/config'), config)
}

function signedCommit(repo: Repository): string {
  const [head = '', ...message] = repo.git('cat-file', 'commit', repo.head).split('\n\n')
  const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----'
  repo.write('signed', `${head}\n${signature}\n\n${message.join('\n\n')}\n`)
  return repo.git('hash-object', '-t', 'commit', '-w', 'signed', '--no-filters')
}
