import assert from 'node:assert/strict'
import type { Io } from '../../server/src/cli/io.ts'
import type { HistoryGap, HistorySource } from '../../server/src/engine/history/source.ts'
import { Folder } from './folder.ts'
import { memoryCache, noPast, type Outcome, pilots, type World } from './memory-io.ts'
import { sampleFiles } from './sample-files.ts'

const machine: Io['machine'] = {
  node: '20.20.0',
  platform: 'linux x64',
  ci: undefined,
  gitVersion: async () => '2.39.5',
}

const gap = (which: HistoryGap, detail?: string): HistorySource => {
  return { read: async () => ({ gap: which, ...(detail === undefined ? {} : { detail }) }) }
}

const doctor = (world: World = {}, ...argv: readonly string[]): Promise<Outcome> =>
  pilots(['doctor', ...argv], { files: sampleFiles, history: noPast, ...world })

describe('pilots doctor', () => {
  it('finds nothing wrong where nothing is', async () => {
    const { code, out, err } = await doctor()
    assert.deepEqual([code, err], [0, ''])
    assert.match(out, /^fine {3}pilots {9}\d+\.\d+\.\d+$/m)
    assert.match(out, /^fine {3}Node\.js {8}20\.20\.0 on linux x64$/m)
    assert.match(out, /^fine {3}cache {10}\/home\/me\/\.cache\/pilot-as-code, 0 files, 0 MB$/m)
    assert.match(out, /^fine {3}repository {5}this folder$/m)
    assert.match(out, /^fine {3}history {8}0 pilots in 0 commits up to abcdef0$/m)
    assert.match(out, /^note {3}configuration {2}none, so the recommended rules hold$/m)
    assert.match(out, /\nNothing is wrong\.\n$/)
  })

  it('notes what is only slower without', async () => {
    const full = { ...memoryCache(), state: async () => ({ files: 0, bytes: 0, writable: false }) }
    const { code, out } = await doctor({ cache: full })
    assert.equal(code, 0)
    assert.match(out, /^note {3}cache .*cannot be written\n +Allow it/m)
    assert.match((await doctor({ cache: { ...full, path: undefined } })).out, /^note {3}cache .*none/m)
  })

  const cases: readonly (readonly [string, World, RegExp])[] = [
    [
      'an old Node.js',
      { io: { machine: { ...machine, node: '18.1.0' } } },
      /wrong {2}Node\.js .*\n +Install Node\.js 20/,
    ],
    [
      'a configuration with another name',
      { files: { ...sampleFiles, 'pilots.config.yml': 'extends: strict\n' } },
      /wrong {2}configuration {2}pilots\.config\.yml is not read\n +Call it pilots\.config\.yaml\./,
    ],
    ['a shallow clone', { history: gap('shallow') }, /wrong {2}history .*shallow.*\n.*fetch-depth: 0/],
    [
      'a repository that Git refuses',
      { history: gap('failed', 'dubious ownership') },
      /wrong {2}history .*: dubious ownership\n +Run git log/,
    ],
    ['no pilots', { files: { 'a.txt': '' } }, /wrong {2}pilots {9}0 files\n +Write the first one/],
    [
      'a file that is too large',
      { files: { 'a.pilot.yaml': { kind: 'too-large' } } },
      /wrong {2}file {11}a\.pilot\.yaml is too large/,
    ],
    [
      'a file in another encoding',
      { files: { 'a.pilot.yaml': { kind: 'not-utf-8' } } },
      /wrong .*a\.pilot\.yaml is not UTF-8\n +Save it/,
    ],
    [
      'a configuration with mistakes',
      { files: { ...sampleFiles, 'pilots.config.yaml': 'extends: recommended\nrulez: {}\n' } },
      /wrong {2}configuration {2}pilots\.config\.yaml has 1 problem\n +Line 2: .*rulez/,
    ],
    [
      'a folder that may not be read',
      { files: sampleFiles, closed: ['secret'] },
      /wrong {2}folder {9}secret may not be read\n +Allow it/,
    ],
    [
      'a baseline that cannot be used',
      { files: { ...sampleFiles, 'pilots.baseline.json': '{' } },
      /wrong {2}baseline {7}pilots\.baseline\.json cannot be used: line 1 is no JSON\. .*\n +Until then check ends with 2/,
    ],
    [
      'a catalog that holds nothing',
      { files: { ...sampleFiles, 'pilots.config.yaml': 'registry: [catalog]\n' } },
      /wrong {2}registry /,
    ],
  ]
  for (const [name, world, expected] of cases) {
    it(`finds ${name}, and says what to do`, async () => {
      const { code, out } = await doctor(world)
      assert.equal(code, 1, out)
      assert.match(out, expected)
      assert.match(out, /\n1 thing is wrong\.\n$/)
    })
  }

  it('does not take for wrong what is only absent', async () => {
    const { code, out } = await doctor({
      history: gap('no-git'),
      io: { machine: { ...machine, ci: 'github_actions', gitVersion: async () => undefined } },
    })
    assert.equal(code, 0)
    assert.match(out, /^note {3}Git {12}none on the PATH$/m)
    assert.match(out, /^fine {3}build service {2}github_actions$/m)
  })

  it('counts what a baseline holds, and misses none', async () => {
    assert.doesNotMatch((await doctor()).out, /baseline/)
    const folder = new Folder(sampleFiles)
    await folder.run(['baseline', 'create'])
    const { out } = await folder.run(['doctor'], { history: noPast })
    assert.match(out, /^fine {3}baseline {7}pilots\.baseline\.json, \d+ findings in \d files$/m)
  })

  it('counts what is left out', async () => {
    const config = 'exclude: ["**/b-*"]\n'
    const { out } = await doctor({ files: { ...sampleFiles, 'pilots.config.yaml': config } })
    assert.match(out, /^fine {3}pilots {9}\d+ files?, 1 left out by the configuration$/m)
  })

  it('shows nothing that a terminal would obey', async () => {
    const files = { 'a\u001b[2J\n::error::.pilot.yaml': { kind: 'too-large' } } as const
    const { out } = await doctor({ files, history: gap('failed', 'x\u001b]52;c;eA==\u0007') })
    assert.match(out, /^[\P{C}\n]*$/u)
    assert.doesNotMatch(out, /^::/m)
  })

  it('says the same to programs', async () => {
    const { code, out } = await doctor({ history: gap('shallow') }, '--format', 'json')
    assert.equal(code, 1)
    const { version, checks } = JSON.parse(out)
    assert.equal(version, 1)
    const [history] = checks.filter(({ name }: { name: string }) => name === 'history')
    assert.deepEqual(Object.keys(history), ['name', 'state', 'says', 'advice'])
    assert.equal(history.state, 'wrong')
  })
})
