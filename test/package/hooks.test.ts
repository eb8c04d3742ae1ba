import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assertGitlab } from '../support/report-schemas.ts'
import { programEnd, root } from './built.ts'
import { hostile, list, record, type Sandbox, sandbox, yamlFile } from './sandbox.ts'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

let place: Sandbox
beforeEach(() => {
  place = sandbox()
})
afterEach(() => place.remove())

describe('.pre-commit-hooks.yaml', () => {
  const hooks = list(yamlFile('.pre-commit-hooks.yaml')).map(record)

  it('runs this version, on pilot files only', () => {
    assert.deepEqual(
      hooks.map(({ id }) => id),
      ['pilots', 'pilots-fix'],
    )
    for (const { entry, files, language } of hooks) {
      assert.equal(language, 'system')
      assert.ok(String(entry).includes(`--package pilot-as-code@${version} `))
      const takes = new RegExp(String(files))
      for (const name of ['a.pilot.yaml', 'deep/er/b.pilot.yml', 'c.Pilot.yaml', 'd.PILOT.YML'])
        assert.match(name, takes)
      for (const name of ['a.yaml', 'a.pilot.yaml.md', 'pilot.yaml']) assert.doesNotMatch(name, takes)
    }
  })

  it('checks and mends the files that are committed', async () => {
    const env = { ...process.env, npm_config_offline: 'true', GITHUB_ACTIONS: '' }
    const cwd = place.repository
    mkdirSync(join(cwd, 'node_modules/.bin'), { recursive: true })
    symlinkSync(join(root, 'dist/npm'), join(cwd, 'node_modules/pilot-as-code'))
    symlinkSync('../pilot-as-code/dist/cli.js', join(cwd, 'node_modules/.bin/pilots'))
    const text =
      'apiVersion: pilot-as-code/v1\nname: a-b\nTitle: Four lines\nteam: finance\nstage: criteria\n'
    writeFileSync(join(cwd, 'a b.pilot.yaml'), text)
    const files = ['a b.pilot.yaml', 'pilots/shift-scheduling.pilot.yaml']
    // An entry is split at its blanks, and the files come behind it.
    const run = (id: string) => {
      const [program = '', ...args] = String(hooks.find((hook) => hook['id'] === id)?.['entry']).split(' ')
      return programEnd(program, [...args, ...files], { cwd, env })
    }
    const checked = await run('pilots')
    assert.equal(checked.code, 1, checked.err)
    assert.match(checked.out, /a b\.pilot\.yaml/)
    assert.match(checked.out, /in (?:\d of )?2 files/)
    await run('pilots-fix')
    assert.match(readFileSync(join(cwd, 'a b.pilot.yaml'), 'utf8'), /^title: Four lines$/m)
  })
})

describe('templates/gitlab-ci.yml', () => {
  const job = record(record(yamlFile('templates/gitlab-ci.yml'))['pilots'])
  const variables = record(job['variables'])

  const run = (given: Readonly<Record<string, string>> = {}) => {
    const script = [...list(job['before_script']), ...list(job['script'])].join('\n')
    const env = {
      ...place.env,
      ...Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)])),
      PILOTS_FOLDER: join(place.folder, 'installed'),
      GITHUB_ACTIONS: '',
      ...given,
    }
    return programEnd('sh', ['-e', '-c', script], { cwd: place.repository, env })
  }

  it('has the whole history, and this version', () => {
    assert.equal(variables['GIT_DEPTH'], '0')
    assert.equal(variables['PILOTS_VERSION'], version)
  })

  it('writes what GitLab shows in a merge request, and fails', async () => {
    const { code, out, err } = await run()
    assert.equal(code, 1, err)
    assert.match(out, /in \d+ of 10 files/)
    const reports = record(record(job['artifacts'])['reports'])
    const quality = JSON.parse(readFileSync(join(place.repository, String(reports['codequality'])), 'utf8'))
    assertGitlab(quality)
    assert.ok(quality.length > 10)
    assert.match(
      readFileSync(join(place.repository, String(reports['junit'])), 'utf8'),
      /^<\?xml .*\n<testsuites/,
    )
    assert.equal(record(job['artifacts'])['when'], 'always')
  })

  it('checks the paths that are named', async () => {
    const named = 'pilots/shift-scheduling.pilot.yaml pilots/cold-room-alerts.pilot.yaml'
    assert.match((await run({ PILOTS_PATHS: named })).out, /in (?:\d of )?2 files/)
    assert.equal((await run({ PILOTS_FAIL_ON: 'never' })).code, 0)
  })

  it('obeys no variable', async () => {
    place.standIn()
    for (const value of hostile)
      for (const name of ['PILOTS_PATHS', 'PILOTS_FAIL_ON', 'PILOTS_VERSION']) {
        await run({ [name]: value })
        place.assertUnharmed()
      }
  })
})
