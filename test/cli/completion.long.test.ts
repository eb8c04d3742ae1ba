import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pilots } from './memory-io.ts'

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0

describe('pilots completion bash', () => {
  let folder = ''
  before(function () {
    if (!has('bash')) this.skip()
    folder = mkdtempSync(join(tmpdir(), 'pilots-'))
    mkdirSync(join(folder, 'plans'))
    for (const file of ['a b.pilot.yaml', 'c.pilot.yml', 'notes.yaml']) writeFileSync(join(folder, file), '')
  })
  after(() => folder && rmSync(folder, { recursive: true }))

  /** A command line, and what is offered for its last word. Bash takes `=` for a word of its own. */
  const cases: readonly (readonly [string, readonly string[], (readonly string[])?])[] = [
    ['pilots che', ['check']],
    ['pilots --v', ['--version']],
    ['pilots check --fail-on ', ['error', 'warning', 'info', 'never']],
    ['pilots check --fail-on = w', ['warning']],
    ['pilots lint --fail-on w', ['warning']],
    ['pilots check --no-h', ['--no-history']],
    ['pilots check -f sar', ['sarif']],
    ['pilots check --stage ro', ['rollout']],
    ['pilots check --rule sample/te', ['sample/team-missing']],
    ['pilots check --severity sample/team-missing = e', ['error']],
    ['pilots check -f sarif = no', ['notes.yaml']],
    ['pilots check ', ['a b.pilot.yaml', 'c.pilot.yml', 'plans']],
    ['pilots check c.pilot.yml a', ['a b.pilot.yaml']],
    ['pilots check --rule sample pl', ['plans']],
    ['pilots explain sample/team', ['sample/team-missing']],
    ['pilots gate c.pilot.yml --to ad', ['adoption']],
    ['pilots baseline p', ['prune']],
    ['pilots baseline prune ', []],
    ['pilots completion ', ['bash', 'zsh', 'fish']],
    ['pilots schema pi', ['pilot']],
    ['pilots help ru', ['rules']],
    ['pilots import --out ', ['plans']],
    ['pilots gate --to rollout c', ['c.pilot.yml']],
    ['pilots gate --to = rollout c', ['c.pilot.yml']],
    ['pilots import --map notes.yaml --dry-run n', ['notes.yaml']],
    ['pilots explain -f json sample/team', ['sample/team-missing']],
    ['pilots check --severity sample = error c', ['c.pilot.yml']],
    ['pilots merge n', ['notes.yaml']],
    ['pilots unknown ', []],
  ]

  it('offers what can stand there', async () => {
    const { out } = await pilots(['completion', 'bash'])
    const asked = cases.map(([line]) => {
      const words = line.split(' ').map((word) => `'${word}'`)
      return `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _pilots 2>&1; printf '%s\\n' "\${COMPREPLY[@]}" ---`
    })
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', `${out}\n${asked.join('\n')}`], {
      cwd: folder,
      encoding: 'utf8',
    })
    assert.equal(stderr, '')
    const answers = stdout.split('---\n').slice(0, -1)
    const offered = answers.map((text) => text.split('\n').filter((line) => line !== ''))
    assert.deepEqual(
      cases.map(([line], index) => [line, [...(offered[index] ?? [])].sort()]),
      cases.map(([line, words]) => [line, [...words].sort()]),
    )
  })
})

describe('the names of pilots in a shell', () => {
  const names = ['claims-triage', 'claims triage 2', '$(touch ran)']
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'pilots-'))
    writeFileSync(join(folder, 'a.pilot.yaml'), '')
  })
  after(() => rmSync(folder, { recursive: true }))

  it('are those of the files in the whole repository that the configuration takes', async () => {
    const files = {
      'b.pilot.yml': '',
      'deep/a b.pilot.yaml': '',
      'other/b.pilot.yaml': '',
      'out/c.pilot.yaml': '',
      'bad\nname.pilot.yaml': '',
      'pilots.config.yaml': 'exclude: [out]\n',
    }
    for (const shell of ['bash', 'zsh', 'fish'])
      assert.deepEqual(await pilots(['completion', shell, '--names'], { files }), {
        code: 0,
        out: 'a b\nb\n',
        err: '',
      })
  })

  it('are offered by bash for a command that takes one, and else its files', async function () {
    if (!has('bash')) this.skip()
    const { out } = await pilots(['completion', 'bash'])
    const said = names.map((name) => `echo '${name}'`).join('; ')
    const offered = (line: string, there = `pilots() { ${said}; }`): readonly string[] => {
      const words = line.split(' ').map((word) => `'${word}'`)
      const asked = `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _pilots`
      const script = `${there}\n${out}\n${asked}; printf '%s\\n' "\${COMPREPLY[@]}"`
      const { stdout } = spawnSync('bash', ['--norc', '-c', script], { cwd: folder, encoding: 'utf8' })
      return stdout.split('\n').filter((text) => text !== '')
    }
    assert.deepEqual(offered('pilots gate '), names)
    assert.deepEqual(offered('pilots close claims-'), ['claims-triage'])
    assert.deepEqual(offered('pilots close $'), ['$(touch ran)'])
    assert.deepEqual(offered('pilots gate a'), ['a.pilot.yaml'])
    assert.deepEqual(offered('pilots gate ', ''), ['a.pilot.yaml'])
    assert.ok(!existsSync(join(folder, 'ran')))
  })

  it('are offered by fish', async function () {
    if (!has('fish')) this.skip()
    const { out } = await pilots(['completion', 'fish'])
    const script = `function pilots; printf '%s\\n' claims-triage a-b; end\n${out}\ncomplete -C 'pilots gate '`
    const { stdout } = spawnSync('fish', ['--no-config', '-c', script], { cwd: folder, encoding: 'utf8' })
    const words = stdout.split('\n').map((line) => line.split('\t')[0])
    for (const word of ['claims-triage', 'a-b', 'a.pilot.yaml']) assert.ok(words.includes(word), stdout)
  })
})

describe('pilots completion', () => {
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'pilots-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  for (const shell of ['bash', 'zsh', 'fish']) {
    it(`${shell} is understood by ${shell}`, async function () {
      if (!has(shell)) this.skip()
      const { code, out } = await pilots(['completion', shell])
      assert.equal(code, 0)
      const file = join(folder, shell)
      writeFileSync(file, out)
      const { status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' })
      assert.deepEqual([status, stderr], [0, ''])
    })

    it(`${shell} names every command and every option`, async () => {
      const { out } = await pilots(['completion', shell])
      const names = namesIn((await pilots(['--help'])).out)
      assert.ok(names.length > 12)
      for (const name of names.filter((each) => each !== 'help')) {
        assert.match(out, new RegExp(`\\b${name}\\b`))
        for (const flag of flagsIn((await pilots([name, '--help'])).out))
          assert.ok(out.includes(shell === 'fish' ? `-l ${flag}` : `--${flag}`), `${name} --${flag}`)
      }
    })
  }
})

function namesIn(help: string): readonly string[] {
  return Array.from(help.matchAll(/^ {2}([a-z]+)[| ].* {2}/gm), ([, name = '']) => name)
}

function flagsIn(help: string): readonly string[] {
  return Array.from(help.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm), ([, flag = '']) => flag)
}
