import assert from 'node:assert/strict'
import { type Surface, styleFor } from '../../server/src/cli/report/style.ts'
import { pilots } from './memory-io.ts'

const head = 'apiVersion: pilot-as-code/v1\n'
const files = {
  'a.pilot.yaml': `${head}name: a\ntitle: Bot\nstage: criteria\n`,
  'b.pilot.yaml': `${head}name: b\ntitle: Bot\nstage: ownership\n`,
}
const run = (...argv: readonly string[]) => pilots(['check', ...argv], { files })

describe('check --quiet', () => {
  it('reports errors, and says how much it does not show', async () => {
    for (const option of ['--quiet', '-q']) {
      const { out, code } = await run('-f', 'concise', option)
      assert.match(out, /^b\.pilot\.yaml:4:1: error sample\/team-missing [^\n]*\n1 error in 1 of 2 files\./)
      assert.match(out, / 1 warning and 2 infos not shown\./)
      assert.equal(code, 1)
    }
  })

  it('does so in every report', async () => {
    const json = JSON.parse((await run('-f', 'json', '--quiet')).out)
    assert.deepEqual(json.summary, { files: 2, errors: 1, warnings: 0, infos: 0, suppressed: 0 })
    const lines = (await run('-f', 'jsonl', '--quiet')).out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.deepEqual(
      lines.filter(({ type }) => type === 'finding').map(({ severity }) => severity),
      ['error'],
    )
  })

  it('shows whatever makes the check fail', async () => {
    const left = (...argv: readonly string[]) =>
      run('-f', 'concise', '--quiet', '--ignore', 'sample/title-short', ...argv)
    const alone = ['--severity', 'sample/team-missing=warning']
    const hidden = await left(...alone)
    assert.match(hidden.out, /^No findings in 2 files\. 2 warnings not shown\./)
    assert.equal(hidden.code, 0)
    for (const counting of [
      ['--fail-on', 'warning'],
      ['--max-warnings', '1'],
    ]) {
      const { out, code } = await left(...alone, ...counting)
      assert.match(out, /\n2 warnings in 2 files\./)
      assert.equal(code, 1)
    }
    assert.match((await left('--fail-on', 'never')).out, /\n1 error in 1 of 2 files\./)
  })
})

describe('check --quiet beside a baseline', () => {
  it('says of all that was there before that it is not shown', async () => {
    const written = new Map<string, string>()
    await pilots(['baseline', 'create'], { files, written })
    const baseline = written.get('pilots.baseline.json') ?? ''
    const known = { files: { ...files, 'pilots.baseline.json': baseline } }
    for (const argv of [[], ['--quiet']]) {
      const { out } = await pilots(['check', '-f', 'concise', ...argv], known)
      assert.match(out, /^No new findings in 2 files\. 4 findings of the baseline are not shown\./)
    }
  })
})

describe('check --statistics', () => {
  it('counts the findings of each rule, the most frequent first', async () => {
    const { out, code } = await run('--statistics')
    assert.match(
      out,
      /^Findings {2}Severity {2}Rule\n {7}2 {2}info {6}sample\/title-short[^\n]*\n {7}1 {2}error {5}sample\/team-missing[^\n]*\n {7}1 {2}warning {3}sample\/team-missing[^\n]*\n\n1 error, 1 warning and 2 infos in 2 files\./,
    )
    assert.equal(code, 1)
  })

  it('is a format as well, and goes with others', async () => {
    const { out } = await run('--statistics', '--quiet')
    assert.equal((await run('-f', 'statistics', '--quiet')).out, out)
    assert.equal((await run('-f', 'statistics', '--statistics', '--quiet')).out, out)
    assert.doesNotMatch(out, /title-short/)
    const { err, code } = await run('-f', 'concise', '--statistics')
    assert.match(err, /^pilots: Only one report can go to standard output\./)
    assert.equal(code, 2)
  })
})

describe('colours', () => {
  const painted = (env: Surface['env'], isTerminal: boolean): boolean =>
    styleFor({ env, isTerminal, columns: 80 }).paint('error', 'x') !== 'x'
  for (const [env, isTerminal, expected] of [
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ CLICOLOR: '0' }, true, false],
    [{ CLICOLOR_FORCE: '1' }, false, true],
    [{ CLICOLOR_FORCE: '0' }, false, false],
    [{ CLICOLOR_FORCE: '' }, false, false],
    [{ CLICOLOR_FORCE: '1', CLICOLOR: '0' }, false, true],
    [{ CLICOLOR_FORCE: '1', NO_COLOR: '1' }, true, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0', CLICOLOR_FORCE: '1' }, true, false],
  ] as const)
    it(`${isTerminal ? 'terminal' : 'pipe'} ${JSON.stringify(env)}`, () =>
      assert.equal(painted(env, isTerminal), expected))
})
