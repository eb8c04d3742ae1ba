import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type GitCall, type GitResult, gitOf } from '../../server/src/node/git.ts'

const limits = { milliseconds: 5_000, brief: 5_000, bytes: 100_000 }

describe('the one function that starts Git', () => {
  let root = ''
  let programs = ''
  const head = { command: 'rev-parse', options: ['--verify'], revision: 'HEAD' } as const

  /** Puts a program in the place of Git. */
  const fake = (script: string, folder = programs): void => {
    writeFileSync(join(folder, 'git'), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, 'git'), 0o755)
  }
  const env = (more: Readonly<Record<string, string>> = {}): Record<string, string> => {
    return { PATH: `${programs}${delimiter}/usr/bin${delimiter}/bin`, ...more }
  }
  const textOf = (result: GitResult): string => ('output' in result ? result.output.toString() : result.kind)

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'pilots-')))
    programs = join(root, 'bin')
    mkdirSync(programs)
    mkdirSync(join(root, 'work'))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('passes on no variable that could change what Git does', async () => {
    fake('env')
    const inherited = {
      GIT_DIR: '/elsewhere',
      GIT_SSH_COMMAND: 'x',
      GIT_CONFIG_COUNT: '1',
      EDITOR: 'x',
      HOME: '/home/x',
    }
    const told = textOf(await gitOf(env(inherited)).run(join(root, 'work'), head))
    const names = told.split('\n').map((line) => line.split('=')[0])
    for (const name of ['GIT_DIR', 'GIT_SSH_COMMAND', 'GIT_CONFIG_COUNT', 'EDITOR'])
      assert.ok(!names.includes(name))
    assert.match(told, /^HOME=\/home\/x$/m)
    assert.match(told, /^GIT_ALLOW_PROTOCOL=none$/m)
  })

  it('puts what a user or a repository made behind the end of the options', async () => {
    fake('printf "%s\\n" "$@"')
    const call = { command: 'log', options: ['-z'], revision: 'HEAD', patterns: ['*.yaml'] } as const
    const told = textOf(await gitOf(env()).run(join(root, 'work'), call)).split('\n')
    assert.deepEqual(told.slice(told.indexOf('log')), [
      'log',
      '-z',
      '-O/dev/null',
      '--end-of-options',
      'HEAD',
      '--',
      '*.yaml',
      '',
    ])
    assert.ok(told.slice(0, told.indexOf('log')).includes('core.fsmonitor=false'))
  })

  it('refuses a commit that could be an option', async () => {
    fake('touch ran')
    const result = await gitOf(env()).run(join(root, 'work'), { ...head, revision: '--output=x' })
    assert.equal(result.kind, 'failed')
    assert.throws(() => readFileSync(join(root, 'work/ran')))
  })

  it('takes Git neither from the folder that it is asked about nor from a relative place', async () => {
    for (const folder of ['work', 'work/bin']) {
      mkdirSync(join(root, folder), { recursive: true })
      fake('echo workspace', join(root, folder))
    }
    fake('echo machine')
    const path = ['.', '', 'bin', join(root, 'work'), join(root, 'work/bin'), programs].join(delimiter)
    assert.equal(textOf(await gitOf({ PATH: path }).run(join(root, 'work'), head)), 'machine\n')
    const only = { PATH: join(root, 'work/bin') }
    assert.deepEqual(await gitOf(only).run(join(root, 'work'), head), { kind: 'no-git' })
  })

  it('ends a Git that takes too long or says too much', async () => {
    fake('exec tail -f /dev/null')
    const hasty = { ...limits, milliseconds: 30 }
    assert.equal((await gitOf(env(), hasty).run(join(root, 'work'), head)).kind, 'timeout')
    fake('exec yes')
    assert.equal((await gitOf(env(), limits).run(join(root, 'work'), head)).kind, 'too-large')
  })

  it('waits less for what is answered at once after a Git that did not end', async () => {
    const git = gitOf(env(), { ...limits, milliseconds: 1_500, brief: 50 })
    const log = { command: 'log', options: [] } as const
    const kindOf = async (call: GitCall): Promise<string> => (await git.run(join(root, 'work'), call)).kind
    fake('sleep 0.2')
    assert.equal(await kindOf(head), 'done')
    fake('exec tail -f /dev/null')
    assert.equal(await kindOf(head), 'timeout')
    fake('sleep 0.2')
    assert.deepEqual([await kindOf(head), await kindOf(log)], ['timeout', 'done'])
  }).timeout(20_000)

  it('says why Git failed', async () => {
    fake('echo "warning: x" >&2; echo "fatal: it is broken" >&2; exit 128')
    const result = await gitOf(env()).run(join(root, 'work'), head)
    assert.deepEqual(result, { kind: 'failed', output: Buffer.alloc(0), reason: 'it is broken' })
    assert.equal((await gitOf(env()).run(join(root, 'gone'), head)).kind, 'failed')
  })

  it('takes for no reason what Git for Windows says of paths in a configuration', async () => {
    fake(`echo "warning: encountered old-style '/dev/null' that should be '%(prefix)//dev/null'" >&2; exit 1`)
    const result = await gitOf(env()).run(join(root, 'work'), head)
    assert.deepEqual(result, { kind: 'failed', output: Buffer.alloc(0), reason: '' })
  })

  it('runs two at once and no more', async () => {
    // Each waits for a second one beside it, and complains of a third.
    const places = join(root, 'places')
    mkdirSync(places)
    fake(`: > "${places}/$$"
while [ $(ls "${places}" | wc -l) -lt 2 ] && [ ! -e "${root}/met" ]; do :; done
: > "${root}/met"
ls "${places}" | wc -l
rm "${places}/$$"`)
    const git = gitOf(env())
    const results = await Promise.all([1, 2, 3, 4, 5, 6].map(() => git.run(join(root, 'work'), head)))
    assert.ok(
      results.every((result) => Number(textOf(result)) <= 2),
      results.map(textOf).join(),
    )
  })
})
