import assert from 'node:assert/strict'
import { Ajv2020 } from 'ajv/dist/2020.js'
import schema from '../../schemas/report.schema.json' with { type: 'json' }
import { portfolioCopied } from '../../server/src/engine/rules/portfolio/copied.ts'
import { complete } from '../support/check.ts'
import { matchesGolden } from './golden.ts'
import { pilots, plain } from './memory-io.ts'
import { sampleFiles } from './sample-files.ts'

const healthy = { 'a.pilot.yaml': sampleFiles['pilots/a-healthy.pilot.yaml'] ?? '' }
const stuck = { 'b.pilot.yaml': sampleFiles['pilots/b-stuck.pilot.yaml'] ?? '' }
const short = { 'c.pilot.yml': sampleFiles['pilots/c-short.pilot.yml'] ?? '' }

describe('pilots check', () => {
  it('prints a report for people', async () => {
    const { out, err, code } = await pilots(['check'], { files: sampleFiles })
    matchesGolden('check.pretty.txt', out)
    assert.deepEqual({ err, code }, { err: '', code: 1 })
  })

  it('wraps and paints on a terminal', async () => {
    const { out } = await pilots(['check', 'b.pilot.yaml'], { files: stuck, isTerminal: true, columns: 60 })
    assert.notEqual(out, plain(out))
    for (const line of plain(out).split('\n')) assert.ok(line.length <= 60, line)
  })

  it('takes a terminal of no width for one of which none is known', async () => {
    const on = { files: stuck, isTerminal: true }
    assert.deepEqual(await pilots(['check'], { ...on, columns: 0 }), await pilots(['check'], on))
    assert.equal((await pilots(['--help'], { columns: 0 })).out, (await pilots(['--help'])).out)
  })

  it('prints a report for programs', async () => {
    const { out, code } = await pilots(['check', '-f', 'json'], { files: sampleFiles })
    matchesGolden('check.json.txt', out)
    assert.equal(code, 1)
  })

  it('prints JSON as its schema says', async () => {
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema)
    const files = {
      ...sampleFiles,
      'gone.pilot.yaml': { kind: 'missing' },
      'huge.pilot.yaml': { kind: 'too-large' },
    } as const
    const { out } = await pilots(['check', '-f', 'json'], { files })
    assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors, undefined, 2))
    assert.ok(!validate({ ...JSON.parse(out), version: 2 }), 'The schema accepts anything')
  })

  it('leads to the places in other files that explain a finding', async () => {
    const numbers = '[{ metric: A, baseline: 9.2 }, { metric: B, baseline: 31 }, { metric: C, baseline: 14 }]'
    const pilot = (name: string, before = ''): string =>
      complete(`${before}name: ${name}\ncriteria: { success: ${numbers} }\n`)
    const files = { 'a.pilot.yaml': pilot('a', '# Plant A\n# in Pueblo\n'), 'b.pilot.yaml': pilot('b') }
    const world = { files, rules: [], portfolioRules: [portfolioCopied] }
    const { out } = await pilots(['check'], world)
    assert.match(out, /^b\.pilot\.yaml\n[\s\S]*\n {4}a\.pilot\.yaml:7:1: The same numbers\.\n/)
    const report = JSON.parse((await pilots(['check', '-f', 'json'], world)).out)
    const [{ message, path, range }] = report.files[1].findings[0].related
    assert.deepEqual(
      { message, path, line: range.start.line },
      { message: 'The same numbers.', path: 'a.pilot.yaml', line: 7 },
    )
    assert.match((await pilots(['check', '-f', 'sarif'], world)).out, /relatedLocations[\s\S]*a\.pilot\.yaml/)
  })

  it('counts offsets from the byte order mark and columns without it', async () => {
    const files = {
      'a.pilot.yaml': `\uFEFF${sampleFiles['pilots/a-healthy.pilot.yaml']?.replace('apiVersion', 'apiversion')}`,
    }
    const { out } = await pilots(['check', '-f', 'json'], { files })
    const { start } = JSON.parse(out).files[0].findings[0].range
    assert.deepEqual(start, { line: 1, column: 1, offset: 1 })
  })

  it('names what looks like a configuration and is not read, once and as a remark', async () => {
    const config = 'rules: { owners: off }\n'
    const files = { ...healthy, 'in/b.pilot.yaml': healthy['a.pilot.yaml'], 'pilots.config.yml': config }
    const said =
      'pilots: pilots.config.yml is not read. Call it pilots.config.yaml, or give it another name.\n'
    const argv = [['check'], ['check', 'in'], ['status'], ['config', 'print', 'in/b.pilot.yaml']]
    for (const each of argv) {
      const { err, code } = await pilots(each, { files, rules: [] })
      assert.deepEqual({ err, code }, { err: said, code: 0 }, each.join(' '))
    }
    assert.equal((await pilots(['check', '--no-config', '--fail-on', 'never'], { files })).err, '')
  })

  it('says that a healthy run is one, on one line', async () => {
    const rules = (await import('./sample-rules.ts')).sampleRules.filter(
      ({ id }) => id !== 'sample/needs-history',
    )
    const { out, err, code } = await pilots(['check'], { files: healthy, rules })
    assert.deepEqual({ out, err, code }, { out: 'No findings in 1 file.\n', err: '', code: 0 })
  })

  it('names files that cannot be read, and fails', async () => {
    const files = { ...healthy, 'pipe.pilot.yaml': { kind: 'missing' } } as const
    const { err, code } = await pilots(['check'], { files })
    assert.equal(
      err,
      'pilots: pipe.pilot.yaml was not checked: it is no regular file, or reading it is not allowed.\n',
    )
    assert.equal(code, 2)
  })

  it('names folders that may not be read, unless the configuration leaves them out', async () => {
    const found = await pilots(['check'], { files: healthy, closed: ['secret'] })
    assert.equal(found.err, 'pilots: secret was not checked: reading this folder is not allowed.\n')
    assert.equal(found.code, 2)
    const alone = await pilots(['check', 'secret'], { files: healthy, closed: ['secret'] })
    assert.deepEqual([alone.code, alone.err], [2, found.err])
    const files = { ...healthy, 'pilots.config.yaml': 'exclude: [secret/**]\n' }
    assert.equal((await pilots(['check'], { files, closed: ['secret'] })).code, 0)
  })

  it('reports a file that is no text or too large', async () => {
    const files = { 'a.pilot.yaml': { kind: 'not-utf-8' }, 'b.pilot.yaml': { kind: 'too-large' } } as const
    const { out, code } = await pilots(['check'], { files })
    assert.match(out, /yaml\/unreadable[\s\S]*yaml\/too-large/)
    assert.equal(code, 1)
  })

  it('takes the day from the option before that of the clock', async () => {
    const now = await pilots(['check', '-f', 'json'], { files: stuck })
    const then = await pilots(['check', '-f', 'json', '--as-of', '2026-02-15'], { files: stuck })
    assert.equal(JSON.parse(now.out).files[0].computed.costOfDelay.months, 3)
    assert.equal(JSON.parse(then.out).files[0].computed.costOfDelay, undefined)
    assert.equal(JSON.parse(then.out).asOf, '2026-02-15')
  })

  it('checks explicit files whatever their name, and each file once', async () => {
    const { out } = await pilots(
      ['check', 'pilots/notes.yaml', './pilots/notes.yaml', 'pilots', '-f', 'json'],
      { files: sampleFiles },
    )
    const paths: string[] = JSON.parse(out).files.map(({ path }: { path: string }) => path)
    assert.deepEqual(paths, Object.keys(sampleFiles).sort())
  })

  it('checks standard input under the name of a file', async () => {
    const options = ['check', '--stdin', '--stdin-filename', 'pilots/x.pilot.yaml', '-f', 'json']
    const { out } = await pilots(options, { stdin: stuck['b.pilot.yaml'] })
    assert.equal(JSON.parse(out).files[0].path, 'pilots/x.pilot.yaml')
    const dash = await pilots(['lint', '-'], { stdin: stuck['b.pilot.yaml'] })
    assert.match(dash.out, /^<stdin>\n/)
  })

  for (const [argv, files, code] of [
    [[], healthy, 0],
    [[], short, 0],
    [['--fail-on', 'info'], short, 1],
    [['--fail-on', 'warning'], short, 0],
    [[], stuck, 1],
    [['--fail-on', 'never'], stuck, 0],
    [['--max-warnings', '0'], { 'a.pilot.yaml': healthy['a.pilot.yaml'].replace('team: finance\n', '') }, 1],
    [['--max-warnings', '1'], { 'a.pilot.yaml': healthy['a.pilot.yaml'].replace('team: finance\n', '') }, 0],
    [['--allow-empty'], {}, 0],
  ] as const) {
    it(`ends with ${code}: check ${argv.join(' ')} of ${Object.keys(files).join(', ') || 'nothing'}`, async () => {
      assert.equal((await pilots(['check', ...argv], { files })).code, code)
    })
  }
})
