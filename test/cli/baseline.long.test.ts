import assert from 'node:assert/strict'
import { Ajv2020 } from 'ajv/dist/2020.js'
import baselineSchema from '../../schemas/baseline.schema.json' with { type: 'json' }
import type { HistorySource } from '../../server/src/engine/history/source.ts'
import { Folder } from './folder.ts'
import { matchesGolden } from './golden.ts'
import { pilots } from './memory-io.ts'
import { sampleFiles } from './sample-files.ts'

const FILE = 'pilots.baseline.json'
const stuck = sampleFiles['pilots/b-stuck.pilot.yaml'] ?? ''
const short = sampleFiles['pilots/c-short.pilot.yml'] ?? ''

describe('a baseline', () => {
  let folder: Folder
  beforeEach(async () => {
    folder = new Folder({ 'pilots/b-stuck.pilot.yaml': stuck, 'pilots/c-short.pilot.yml': short })
    const { out, code } = await folder.run(['baseline', 'create'])
    assert.equal(
      out,
      'Wrote pilots.baseline.json with 4 findings in 2 of 2 files. Commit it: from now on pilots check counts what is new.\n',
    )
    assert.equal(code, 0)
  })

  const move = (from: string, to: string): void => {
    const text = folder.files[from]
    delete folder.files[from]
    folder.files[to] = text ?? ''
  }

  it('is JSON as its schema describes it, the same for the same findings', async () => {
    const text = folder.files[FILE] ?? ''
    const validate = new Ajv2020({ allErrors: true }).compile(baselineSchema)
    assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors))
    matchesGolden('baseline-file.txt', text)
    await folder.run(['baseline', 'create', '--force'])
    assert.equal(folder.files[FILE], text)
  })

  it('keeps what it holds from counting and from being shown', async () => {
    const { out, err, code } = await folder.run(['check'])
    assert.equal(
      out.replace(/ 1 rule not run.*/s, '\n'),
      'No new findings in 2 files. 4 findings of the baseline are not shown. 1 suppressed.\n',
    )
    assert.deepEqual([err, code], ['', 0])
  })

  it('is put aside on request', async () => {
    const { out, code } = await folder.run(['check', '--no-baseline'])
    assert.match(out, /^3 errors and 1 info in 2 files\./m)
    assert.equal(code, 1)
  })

  it('leaves what is new', async () => {
    folder.files['pilots/c-short.pilot.yml'] = short.replace('team: desk\r\n', '')
    const { out, code } = await folder.run(['check', '-f', 'concise', '--max-warnings', '0'])
    assert.match(out, /^pilots\/c-short\.pilot\.yml:4:1: warning sample\/team-missing /)
    assert.match(out, /\n1 warning in 1 of 2 files\. 4 findings of the baseline are not shown\./)
    assert.equal(code, 1)
  })

  for (const [name, change] of [
    ['lines that moved', (text: string) => `# above\n\n${text}`],
    ['CR LF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['other values beside them', (text: string) => text.replace('amount: 19000', 'amount: 20000')],
  ] as const) {
    it(`knows its findings in spite of ${name}`, async () => {
      folder.files['pilots/b-stuck.pilot.yaml'] = change(stuck)
      const { out, code } = await folder.run(['check'])
      assert.match(out, /^No new findings in 2 files\. 4 findings of the baseline are not shown/)
      assert.equal(code, 0)
    })
  }

  it('knows a pilot under another path, by its name or its title, and writes it down when it is pruned', async () => {
    move('pilots/b-stuck.pilot.yaml', 'emea/b-stuck.pilot.yaml')
    folder.files['pilots/c-sort.pilot.yml'] = short.replace('c-short', 'c-sort')
    delete folder.files['pilots/c-short.pilot.yml']
    const { out, err, code } = await folder.run(['check'])
    assert.match(out, /^No new findings in 2 files\. 4 findings/)
    assert.deepEqual([err, code], ['', 0])
    const pruned = await folder.run(['baseline', 'prune'])
    assert.equal(pruned.out, 'Brought pilots.baseline.json up to date: 4 findings are left.\n')
    assert.deepEqual(Object.keys(JSON.parse(folder.files[FILE] ?? '').files), [
      'emea/b-stuck.pilot.yaml',
      'pilots/c-sort.pilot.yml',
    ])
  })

  it('does not pass from a file that is there to a copy of it', async () => {
    folder.files['pilots/copy.pilot.yaml'] = stuck
    const { out, code } = await folder.run(['check', '-f', 'concise'])
    assert.match(out, /pilots\/copy\.pilot\.yaml:10:8: error sample\/ends-early/)
    assert.equal(code, 1)
  })

  it('fails while it holds what is fixed, until it is pruned', async () => {
    folder.files['pilots/b-stuck.pilot.yaml'] = stuck.replace('2026-01-30', '2026-05-30')
    delete folder.files['pilots/c-short.pilot.yml']
    const { out, err, code } = await folder.run(['check'])
    assert.match(
      out,
      /^No new findings in 1 file\. 2 findings of the baseline are not shown, and 2 are fixed\./,
    )
    assert.equal(
      err,
      'pilots: pilots.baseline.json: 2 findings of it are fixed. Run pilots baseline prune and commit the file.\n',
    )
    assert.equal(code, 1)
    assert.equal((await folder.run(['check', '--fail-on', 'never'])).code, 0)
    const pruned = await folder.run(['baseline', 'prune'])
    assert.equal(pruned.out, 'Took 2 fixed findings out of pilots.baseline.json: 2 findings are left.\n')
    assert.equal((await folder.run(['check'])).code, 0)
    const again = await folder.run(['baseline', 'prune'])
    assert.equal(again.out, 'Nothing of pilots.baseline.json is fixed: 2 findings are left.\n')
  })

  it('never gets larger by pruning', async () => {
    folder.files['pilots/c-short.pilot.yml'] = short.replace('team: desk\r\n', '')
    await folder.run(['baseline', 'prune'])
    assert.equal((await folder.run(['check', '--fail-on', 'info'])).code, 1)
  })

  for (const [name, ...argv] of [
    ['a rule', '--rule', 'schema'],
    ['other rules', '--ignore', 'sample'],
    ['another day', '--as-of', '2026-06-02'],
    ['some pilots', '--stage', 'criteria'],
    ['some files', 'pilots/c-short.pilot.yml'],
    ['standard input', '--stdin', '--stdin-filename', 'pilots/c-short.pilot.yml'],
  ] as const) {
    it(`is not called out of date by a run for ${name}`, async () => {
      folder.files['pilots/b-stuck.pilot.yaml'] = stuck.replace('2026-01-30', '2026-05-30')
      const { err, code } = await folder.run(['check', ...argv], { stdin: short })
      assert.deepEqual([err, code], ['', 0])
    })
  }

  it('is not called out of date by a file that cannot be read, which it never hides', async () => {
    folder.files['pilots/b-stuck.pilot.yaml'] = `${stuck}a: [\n`
    const { out, err, code } = await folder.run(['check', '-f', 'concise'])
    assert.match(out, /error yaml\//)
    assert.deepEqual([err, code], ['', 1])
    await folder.run(['baseline', 'prune'])
    await folder.run(['baseline', 'create', '--force'])
    assert.match((await folder.run(['check', '-f', 'concise'])).out, /error yaml\//)
  })

  it('keeps what it holds from failing a fix, which says what to take out', async () => {
    const fix = ['fix', 'pilots/c-short.pilot.yml', '--fail-on', 'info']
    const { out, err, code } = await folder.run(fix)
    assert.equal(out, 'Nothing to fix in 1 file. 1 finding of the baseline is not counted.\n')
    assert.deepEqual([err, code], ['', 0])
    const all = await folder.run([...fix, '--no-baseline'])
    assert.equal(all.out, 'Nothing to fix in 1 file. 1 finding left, 0 errors among them.\n')
    assert.equal(all.code, 1)
    folder.files['pilots/c-short.pilot.yml'] = short
      .replace('team:', 'tem:')
      .replace('apiVersion:', 'apiVersoin:')
    await folder.run(['baseline', 'create', '--force'])
    const fixed = await folder.run(fix)
    assert.match(fixed.out, /Applied 2 fixes in 1 file\. 1 finding of the baseline is not counted\.\n$/)
    assert.equal(
      fixed.err,
      'pilots: 2 findings of the baseline are fixed. Run pilots baseline prune and commit the file.\n',
    )
    assert.equal(fixed.code, 0)
    await folder.run(['baseline', 'prune'])
    assert.deepEqual((await folder.run(['check'])).err, '')
  })

  it('stops a fix before it writes, where it cannot be used', async () => {
    folder.files['pilots/c-short.pilot.yml'] = short.replace('team:', 'tem:')
    folder.files[FILE] = '{'
    const { err, code } = await folder.run(['fix'])
    assert.match(err, /^pilots: pilots\.baseline\.json cannot be used: /)
    assert.equal(code, 2)
    assert.match(folder.files['pilots/c-short.pilot.yml'], /^tem:/m)
  })

  it('is not overwritten by accident', async () => {
    const { err, code } = await folder.run(['baseline', 'create'])
    assert.match(err, /^pilots: There is a pilots\.baseline\.json already\. pilots baseline prune takes out/)
    assert.equal(code, 2)
  })

  it('is not written where a pilot could not be read', async () => {
    const files = { ...folder.files, 'pilots/x.pilot.yaml': { kind: 'missing' } as const }
    const { err, code } = await pilots(['baseline', 'create', '--force'], { files })
    assert.match(err, /pilots\/x\.pilot\.yaml was not checked: .*\npilots: nothing was written\.\n$/)
    assert.equal(code, 2)
  })

  it('is not said to be written where it could not be', async () => {
    const refusals = { 'pilots.baseline.json': { kind: 'failed', reason: 'the disk is full' } } as const
    const { out, err, code } = await pilots(['baseline', 'create'], { files: sampleFiles, refusals })
    assert.equal(err, 'pilots: pilots.baseline.json is not written: the disk is full.\n')
    assert.deepEqual([out, code], ['', 2])
  })

  it('is shown by rule and by file', async () => {
    matchesGolden('baseline.show.txt', (await folder.run(['baseline', 'show'])).out)
    const { out } = await folder.run(['baseline', 'show', '-f', 'json'])
    const { findings, baselines } = JSON.parse(out)
    const [{ path, rules, files }] = baselines
    assert.deepEqual(
      [findings, path, rules[0], files[1]],
      [
        4,
        FILE,
        { rule: 'sample/ends-early', findings: 1, files: 1 },
        { path: 'pilots/c-short.pilot.yml', findings: 1, rules: { 'sample/title-short': 1 } },
      ],
    )
  })

  it('is said to be missing', async () => {
    delete folder.files[FILE]
    const { err, code } = await folder.run(['baseline', 'show'])
    assert.equal(
      err,
      'pilots: There is no pilots.baseline.json for this folder. pilots baseline create makes one.\n',
    )
    assert.equal(code, 2)
  })

  it('stands beside the configuration, and holds for what lies below', async () => {
    const nested = new Folder({
      'eu/pilots.config.yaml': '{}\n',
      'eu/a.pilot.yaml': stuck.replace('b-stuck', 'a'),
      'us/b-stuck.pilot.yaml': stuck,
    })
    const io = { cwd: '/work/eu' }
    const { code } = await nested.run(['baseline', 'create'], { history: unread, io })
    assert.equal(code, 0)
    assert.deepEqual(Object.keys(JSON.parse(nested.files[`eu/${FILE}`] ?? '').files), ['a.pilot.yaml'])
    const { out } = await nested.run(['check', '-f', 'concise'], { history: unread })
    assert.match(out, /^us\/b-stuck/)
    assert.doesNotMatch(out, /eu\/a/)
  })
})

const unread: HistorySource = { read: async () => ({ gap: 'empty' }) }
