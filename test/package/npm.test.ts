import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { matchesList, type Outcome, programEnd, root, tarball } from './built.ts'
import { languageServer } from './language-server.ts'

describe('the npm package, installed in an empty folder without a network', () => {
  let folder = ''

  before(async () => {
    folder = mkdtempSync(join(realpathSync(tmpdir()), 'pilots-npm-'))
    writeFileSync(join(folder, 'package.json'), '{ "private": true }')
    const args = [
      'install',
      '--offline',
      '--no-audit',
      '--no-fund',
      '--cache',
      join(folder, 'cache'),
      tarball,
    ]
    const { code, err } = await programEnd('npm', args, { cwd: folder })
    assert.equal(code, 0, err)
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const bin = (name: string): string => join(folder, 'node_modules/.bin', name)
  const pilots = (...args: readonly string[]): Promise<Outcome> =>
    programEnd(bin('pilots'), args, { cwd: folder, env: { PATH: process.env['PATH'] } })
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

  it('holds the files that the list names', () => {
    const all = readdirSync(join(folder, 'node_modules/pilot-as-code'), {
      recursive: true,
      withFileTypes: true,
    })
    const files = all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    const start = join(folder, 'node_modules/pilot-as-code/').length
    matchesList(
      'npm',
      files.map((file) => file.slice(start).replaceAll('\\', '/')),
    )
  })

  it('brings no other package along', () => {
    const packages = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))
    assert.deepEqual(packages, ['pilot-as-code'])
    const manifest = JSON.parse(readFileSync(join(folder, 'node_modules/pilot-as-code/package.json'), 'utf8'))
    for (const key of ['dependencies', 'devDependencies', 'scripts', 'contributes', 'main'])
      assert.equal(key in manifest, false, key)
  })

  it('is run by npx under its own name, which has to be that of a program among several', async () => {
    const args = ['--yes', '--offline', '--cache', join(folder, 'cache'), `file:${tarball}`, '--version']
    const { code, out, err } = await programEnd('npx', args, { cwd: tmpdir() })
    assert.deepEqual([code, out], [0, `${version}\n`], err)
  })

  it('says its version', async () => {
    assert.deepEqual(await pilots('--version'), { code: 0, out: `${version}\n`, err: '' })
  })

  it('checks pilots', async () => {
    cpSync(join(root, 'examples/pilots'), join(folder, 'pilots'), { recursive: true })
    const { code, out, err } = await pilots(
      'check',
      'pilots',
      '--as-of',
      '2026-11-20',
      '--no-history',
      '-f',
      'json',
    )
    assert.deepEqual([code, err], [1, ''])
    const report = JSON.parse(out)
    assert.equal(
      report.files.length,
      readdirSync(join(root, 'examples/pilots')).filter((file) => file.endsWith('.pilot.yaml')).length,
    )
  })

  it('compiles custom rules, for which it loads more', async () => {
    writeFileSync(
      join(folder, 'four.pilot.yaml'),
      'apiVersion: pilot-as-code/v1\nname: four\ntitle: Four lines\nteam: a\nstage: criteria\n',
    )
    writeFileSync(join(folder, 'custom.yaml'), CUSTOM)
    const { out } = await pilots(
      'check',
      'four.pilot.yaml',
      '--config',
      'custom.yaml',
      '-f',
      'concise',
      '--no-history',
    )
    assert.match(out, /acme\/short-team/)
  })

  it('explains a rule, whose explanation is loaded when it is asked for', async () => {
    const { code, out, err } = await pilots('explain', 'owners/operator-missing')
    assert.deepEqual([code, err], [0, ''])
    assert.match(out, /A pilot has an operator/)
  })

  it('reads what only the library of YAML can read', async () => {
    writeFileSync(join(folder, 'flow.pilot.yaml'), '{ apiVersion: &a pilot-as-code/v1, x: *a, name: flow\n')
    const { out } = await pilots('check', 'flow.pilot.yaml', '-f', 'concise', '--no-history')
    assert.match(out, /yaml\/syntax/)
  })

  it('serves an editor with both of its programs', async () => {
    for (const command of [
      [bin('pilots-language-server'), '--stdio'],
      [bin('pilots'), 'lsp', '--stdio'],
    ]) {
      const { capabilities, serverInfo } = await languageServer(command, folder)
      assert.equal(serverInfo?.name, 'pilots')
      assert.equal(capabilities.hoverProvider, true)
    }
  })

  it('tells a person who starts the server how an editor does', async () => {
    const { code, out, err } = await programEnd(bin('pilots-language-server'), [], { cwd: folder })
    assert.deepEqual([code, out], [2, ''])
    assert.match(err, /--stdio/)
    assert.equal(
      (await programEnd(bin('pilots-language-server'), ['--version'], { cwd: folder })).out,
      `${version}\n`,
    )
  })
})

const CUSTOM = `customRules:
  - id: acme/short-team
    message: The team needs a longer name.
    require: { properties: { team: { minLength: 3 } } }
`
