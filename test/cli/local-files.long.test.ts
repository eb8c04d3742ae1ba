import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { localFiles } from '../../server/src/cli/local-files.ts'
import { type Git, gitOf } from '../../server/src/node/git.ts'
import { writeIn } from '../support/write-in.ts'
import { type Outcome, pilots } from './memory-io.ts'

describe('the files of this machine', () => {
  let root = ''
  const write = (path: string, text = 'name: x\n'): void => writeIn(root, path, text)
  const listed = async (folder = root): Promise<readonly string[]> => {
    const { paths } = await localFiles().list(folder)
    return paths.map((path) => relative(root, path)).sort()
  }

  const check = (...argv: readonly string[]): Promise<Outcome> =>
    pilots(['check', ...argv], { io: { files: localFiles(), cwd: root } })

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'pilots-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('are the pilots of a folder and those below, with no Git anywhere', async () => {
    for (const path of ['a.pilot.yaml', 'deep/er/b.pilot.yml', 'c.yaml', 'node_modules/p/d.pilot.yaml'])
      write(path)
    assert.deepEqual(await listed(), ['a.pilot.yaml', 'deep/er/b.pilot.yml'])
  })

  it('are not those that .gitignore names, in any folder of the repository', async () => {
    mkdirSync(join(root, '.git'))
    write('.gitignore', 'drafts/\n*.old.pilot.yaml\n/only-here.pilot.yaml\n')
    write('team/.gitignore', '!keep.old.pilot.yaml\nsecret.pilot.yaml\n')
    write('drafts/.gitignore', '!a.pilot.yaml\n')
    const all = [
      'drafts/a.pilot.yaml',
      'x.old.pilot.yaml',
      'only-here.pilot.yaml',
      'team/keep.old.pilot.yaml',
      'team/secret.pilot.yaml',
      'team/only-here.pilot.yaml',
    ]
    for (const path of all) write(path)
    assert.deepEqual(await listed(), ['team/keep.old.pilot.yaml', 'team/only-here.pilot.yaml'])
    assert.deepEqual(await listed(join(root, 'team')), [
      'team/keep.old.pilot.yaml',
      'team/only-here.pilot.yaml',
    ])
  })

  it('are those that Git holds, whatever .gitignore names', async () => {
    const asked: string[] = []
    const real = gitOf(process.env)
    const git: Git = {
      run(folder, call) {
        asked.push(call.command)
        return real.run(folder, call)
      },
    }
    const files = localFiles(git)
    const found = async (folder = root): Promise<readonly string[]> => {
      const { paths, ignored } = await files.list(folder)
      return [...paths.map((path) => relative(root, path)), `${ignored} ignored`]
    }
    for (const path of ['a.pilot.yaml', 'drafts/B.Pilot.yaml', 'drafts/new.pilot.yaml']) write(path)
    execFileSync('git', ['init', '--quiet', root])
    assert.deepEqual((await found()).length, 4)
    assert.deepEqual(asked, [])
    write('.gitignore', 'a.pilot.yaml\ndrafts/\n')
    assert.deepEqual(await found(), ['3 ignored'])
    execFileSync('git', ['-C', root, 'add', '--force', 'a.pilot.yaml', 'drafts/B.Pilot.yaml'])
    assert.deepEqual(await found(), ['a.pilot.yaml', 'drafts/B.Pilot.yaml', '1 ignored'])
    assert.deepEqual(await found(join(root, 'drafts')), ['drafts/B.Pilot.yaml', '1 ignored'])
    execFileSync('git', ['-C', root, 'rm', '--quiet', '--cached', 'a.pilot.yaml'])
    assert.deepEqual(await found(), ['drafts/B.Pilot.yaml', '2 ignored'])
    assert.deepEqual(asked, ['ls-files', 'ls-files', 'ls-files'])
    assert.deepEqual((await files.withoutGit?.list(root))?.paths, [])
    assert.deepEqual((await localFiles(gitOf({ PATH: '' })).list(root)).paths, [])
  })

  it('are not all that Git holds where only some folders are checked out', async () => {
    for (const path of ['a/a.pilot.yaml', 'b/ü b.pilot.yml']) write(path)
    const git = (...argv: readonly string[]): Buffer => execFileSync('git', ['-C', root, ...argv])
    git('init', '--quiet')
    git('add', '.')
    git('-c', 'user.name=x', '-c', 'user.email=x@example.com', 'commit', '--quiet', '--message=x')
    git('sparse-checkout', 'set', 'a')
    const files = localFiles(gitOf(process.env))
    assert.deepEqual(
      [...((await files.notCheckedOut?.(join(root, 'a'))) ?? [])],
      [join(root, 'b/ü b.pilot.yml')],
    )
    assert.deepEqual([...((await localFiles().notCheckedOut?.(root)) ?? [])], [])
  })

  it('end at links, pipes and folders that look like files', async () => {
    write('a.pilot.yaml')
    symlinkSync(root, join(root, 'loop'))
    symlinkSync('/etc/passwd', join(root, 'link.pilot.yaml'))
    mkdirSync(join(root, 'folder.pilot.yaml'))
    execFileSync('mkfifo', [join(root, 'pipe.pilot.yaml'), join(root, '.gitignore')])
    assert.deepEqual(await listed(), ['a.pilot.yaml'])
    const { skipped = [] } = await localFiles().list(root)
    assert.deepEqual(skipped.map(({ place, why }) => `${relative(root, place)} ${why}`).sort(), [
      'link.pilot.yaml link',
      'loop loop',
      'pipe.pilot.yaml special',
    ])
    assert.deepEqual(await localFiles().read(join(root, 'link.pilot.yaml'), root), { kind: 'missing' })
    assert.deepEqual(await localFiles().read(join(root, 'pipe.pilot.yaml'), undefined), { kind: 'missing' })
  })

  it('stand in the report where a link or a pipe has their place, unless they are found elsewhere', async () => {
    for (const path of ['pilots/a.pilot.yaml', 'elsewhere.yaml']) write(path)
    symlinkSync('../elsewhere.yaml', join(root, 'pilots/b.pilot.yaml'))
    symlinkSync('a.pilot.yaml', join(root, 'pilots/same.pilot.yaml'))
    execFileSync('mkfifo', [join(root, 'pilots/pipe.pilot.yaml')])
    const { code, out, err } = await check('-f', 'json')
    assert.deepEqual(JSON.parse(out).unread, [
      { path: 'pilots/b.pilot.yaml', problem: 'it is a link, and links are not followed' },
      { path: 'pilots/pipe.pilot.yaml', problem: 'it is no regular file' },
    ])
    const note = 'pilots/same.pilot.yaml is a link to pilots/a.pilot.yaml, which is checked there'
    assert.equal(err.split('\n')[0], `pilots: ${note}.`)
    const named = await check('pilots/b.pilot.yaml', '-f', 'json')
    assert.deepEqual([JSON.parse(named.out).unread, JSON.parse(named.out).files.length], [[], 1])
    assert.equal(code, 2)
    const doctor = await pilots(['doctor'], { io: { files: localFiles(), cwd: root } })
    assert.match(doctor.out, /pilots\/b\.pilot\.yaml was not checked: it is a link/)
    assert.doesNotMatch(doctor.out, /same\.pilot/)
  })

  it('are named where a folder lies too deep to be searched, and the others are checked', async () => {
    const folder = (levels: number): string => Array.from({ length: levels }, () => 'd').join('/')
    write('a.pilot.yaml')
    write(`${folder(32)}/b.pilot.yaml`)
    write(`${folder(33)}/c.txt`)
    assert.deepEqual((await check('--fail-on', 'never')).code, 0)
    write(`${folder(33)}/c.pilot.yaml`)
    const { code, err } = await check('--fail-on', 'never')
    assert.deepEqual(
      [code, err],
      [2, `pilots: ${folder(33)} was not checked: it lies more than 32 folders deep.\n`],
    )
  })

  it('tell the folders that may not be read, unless Git ignores them', async () => {
    mkdirSync(join(root, '.git'))
    write('.gitignore', 'drafts/\n')
    for (const path of ['a.pilot.yaml', 'shut/b.pilot.yaml', 'drafts/c.pilot.yaml']) write(path)
    chmodSync(root, 0o755)
    for (const folder of ['shut', 'drafts']) chmodSync(join(root, folder), 0)
    const found = await asNobody(() => localFiles().list(root))
    const alone = await asNobody(() => localFiles().list(join(root, 'shut')))
    assert.deepEqual(found.closed, [join(root, 'shut')])
    assert.deepEqual(found.paths, [join(root, 'a.pilot.yaml')])
    assert.deepEqual([alone.closed, alone.paths], [[join(root, 'shut')], []])
    for (const folder of ['shut', 'drafts']) chmodSync(join(root, folder), 0o755)
  })

  it('may be links where the user names one', async () => {
    write('a.pilot.yaml', 'name: a\n')
    symlinkSync(join(root, 'a.pilot.yaml'), join(root, 'named'))
    assert.deepEqual(await localFiles().read(join(root, 'named'), undefined), {
      kind: 'text',
      text: 'name: a\n',
    })
  })

  it('are told from folders, pipes and what is not there', async () => {
    write('folder/a')
    execFileSync('mkfifo', [join(root, 'pipe')])
    const kinds = ['folder/a', 'folder', 'pipe', 'gone'].map((path) => localFiles().kindOf(join(root, path)))
    assert.deepEqual(await Promise.all(kinds), ['file', 'folder', 'other', 'missing'])
  })
})

/** Modes do not hold for root, as which tests may run. */
async function asNobody<T>(run: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return run()
  process.seteuid?.(65534)
  try {
    return await run()
  } finally {
    process.seteuid?.(0)
  }
}
