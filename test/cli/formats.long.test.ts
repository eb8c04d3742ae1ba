import assert from 'node:assert/strict'
import { formats } from '../../server/src/cli/report/formats.ts'
import { assertJunit, foundCases } from '../support/junit.ts'
import { assertGitlab, assertSarif } from '../support/report-schemas.ts'
import { workflowCommands } from '../support/workflow-commands.ts'
import { parseXml } from '../support/xml.ts'
import { matchesGolden } from './golden.ts'
import { memoryOutputs, pilots } from './memory-io.ts'
import { sampleFiles } from './sample-files.ts'

const files = { ...sampleFiles, 'pilots/gone.pilot.yaml': { kind: 'missing' } } as const
const golden: Readonly<Record<string, string>> = {
  sarif: 'check.sarif.txt',
  junit: 'check.junit.txt',
  gitlab: 'check.gitlab.txt',
  jsonl: 'check.jsonl.txt',
}

/** The report of the sample files in a format, and how many findings it should have. */
async function reportIn(format: string): Promise<string> {
  return (await pilots(['check', '-f', format], { files })).out
}

async function findings(): Promise<readonly { readonly rule: string; readonly message: string }[]> {
  return JSON.parse(await reportIn('json')).files.flatMap(
    ({ findings: found }: { findings: object[] }) => found,
  )
}

describe('formats', () => {
  for (const format of formats.keys()) {
    if (format === 'pretty' || format === 'json') continue
    it(`${format} looks as it did`, async () => {
      matchesGolden(golden[format] ?? `check.${format}.txt`, await reportIn(format))
    })
  }

  for (const format of formats.keys()) {
    it(`${format} knows its own reports, and no others`, async () => {
      const text = await reportIn(format)
      const empty = (await pilots(['check', '-f', format, '--allow-empty'])).out
      for (const report of [text, empty]) assert.ok(formats.get(format)?.wrote(report), report)
      for (const other of ['', 'name: x\n', '{}\n', '[1]\n', '<?xml version="1.0"?><a/>', '# No findings\n'])
        assert.ok(!formats.get(format)?.wrote(other), other)
    })
  }

  it('concise has one line a finding', async () => {
    const lines = (await reportIn('concise')).trimEnd().split('\n')
    assert.equal(lines.length - 1, (await findings()).length)
    for (const line of lines.slice(0, -1))
      assert.match(line, /^\S+:\d+:\d+: (?:error|warning|info) \S+\/\S+ \S/)
  })

  it('agent names a command for every finding', async () => {
    const lines = (await reportIn('agent')).trimEnd().split('\n').slice(1, -1)
    assert.equal(lines.length, (await findings()).length)
    for (const line of lines) assert.match(line, / => pilots (?:explain|fix( --unsafe)? --rule) \S+/)
  })

  it('jsonl has a value on each line, and says first what it is', async () => {
    const lines = (await reportIn('jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const ofType = (type: string): readonly object[] => lines.filter((line) => line.type === type)
    assert.deepEqual(lines[0], { type: 'report', version: 1, asOf: '2026-06-01' })
    assert.equal(ofType('finding').length, (await findings()).length)
    assert.deepEqual(
      [ofType('suppressed').length, ofType('unread').length, lines.at(-1).type],
      [1, 1, 'summary'],
    )
  })

  it('sarif is SARIF', async () => {
    const log = JSON.parse(await reportIn('sarif'))
    assertSarif(log)
    assert.throws(() => assertSarif({ ...log, version: '2.0.0' }))
    const [{ tool, results, columnKind, originalUriBaseIds, invocations }] = log.runs
    assert.deepEqual([columnKind, originalUriBaseIds], ['utf16CodeUnits', undefined])
    assert.equal(invocations[0].executionSuccessful, false)
    for (const { ruleId, ruleIndex, locations } of results) {
      assert.equal(tool.driver.rules[ruleIndex].id, ruleId)
      const { uri, uriBaseId } = locations[0].physicalLocation.artifactLocation
      assert.ok(uriBaseId === '%SRCROOT%' && !uri.startsWith('/'), uri)
    }
    const prints = results.map((each: { partialFingerprints: object }) =>
      JSON.stringify(each.partialFingerprints),
    )
    assert.equal(new Set(prints).size, results.length)
  })

  it('sarif holds the reason of a suppression and nothing of the findings that have none', async () => {
    const [{ results }] = JSON.parse(await reportIn('sarif')).runs
    const suppressions = results.flatMap((each: { suppressions: object[] }) => each.suppressions)
    const reason = 'the finance department reads it'
    assert.deepEqual(suppressions, [{ kind: 'inSource', justification: reason }])
    assert.equal(results.length, (await findings()).length + 1)
  })

  it('junit is JUnit', async () => {
    const root = parseXml(await reportIn('junit'))
    assertJunit(root)
    assert.equal(foundCases(root).length, (await findings()).length)
    const suites = root.children.map(({ attributes }) => attributes['name'])
    assert.deepEqual(suites, [...Object.keys(sampleFiles).slice(0, -1), 'pilots/gone.pilot.yaml'])
  })

  it('junit fails where the check does', async () => {
    const failures = async (...options: readonly string[]): Promise<string | undefined> =>
      parseXml((await pilots(['check', '-f', 'junit', ...options], { files: sampleFiles })).out).attributes[
        'failures'
      ]
    const [error, info, never] = [
      await failures(),
      await failures('--fail-on', 'info'),
      await failures('--fail-on', 'never'),
    ]
    assert.ok(Number(error) > 0 && Number(info) > Number(error))
    assert.equal(info, String((await findings()).length))
    assert.equal(never, '0')
  })

  it('github writes an annotation for each finding, errors first', async () => {
    const commands = workflowCommands(await reportIn('github'))
    assert.equal(commands.length, (await findings()).length)
    const names = commands.map(({ name }) => name)
    assert.deepEqual(
      [...new Set(names)],
      ['error', 'warning', 'notice'].filter((name) => names.includes(name)),
    )
    for (const { properties } of commands)
      assert.ok(properties['file'] && properties['line'] && properties['title'])
  })

  it('github adds the job summary to what the step has written before', async () => {
    const written = new Map([['summary.md', 'Before\n']])
    const world = { files, outputs: memoryOutputs(written), env: { GITHUB_STEP_SUMMARY: '/work/summary.md' } }
    await pilots(['check', '-f', 'github'], world)
    assert.equal(written.get('summary.md'), `Before\n${await reportIn('markdown')}\n`)
    await pilots(['check', '-f', 'concise'], world)
    assert.equal(written.get('summary.md')?.split('## Pilots').length, 2)
  })

  it('gitlab is Code Quality', async () => {
    const report = JSON.parse(await reportIn('gitlab'))
    assertGitlab(report)
    assert.throws(() => assertGitlab([{ description: 'x' }]))
    assert.equal(report.length, (await findings()).length)
    assert.equal(
      new Set(report.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size,
      report.length,
    )
  })

  it('markdown shows a vertical bar in a value as it is', async () => {
    const text = 'apiVersion: pilot-as-code/v1\nname: "a|b #1"\ntitle: A\nstage: criteria\n'
    const { out } = await pilots(['check', '-f', 'markdown'], { files: { 'a.pilot.yaml': text } })
    assert.match(out, /\| "a&#124;b #<!-- -->1" is not a short name\./)
  })

  it('markdown can be found again, and fits into a comment', async () => {
    const text = `apiVersion: pilot-as-code/v1\nname: many\nstage: ownership\nteam: a\n${Array.from({ length: 90 }, (_, index) => `unknown${'x'.repeat(400)}${index}: 1\n`).join('')}`
    const many = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`${index}.pilot.yaml`, text]))
    const { out } = await pilots(['check', '-f', 'markdown'], { files: many })
    assert.ok(out.startsWith('<!-- pilots-report -->\n'))
    assert.ok(out.length < 65_000 && out.length > 50_000, String(out.length))
    const rows = out.match(/^\| \d+ \|/gm)?.length ?? 0
    const left = Number(/^(\d+) more, for which/m.exec(out)?.[1])
    const { errors } = JSON.parse((await pilots(['check', '-f', 'json'], { files: many })).out).summary
    assert.ok(rows > 0 && left > 0)
    assert.equal(rows + left, errors)
  })
})

describe('where reports go', () => {
  it('writes several in one run', async () => {
    const written = new Map<string, string>()
    const { out } = await pilots(['check', '-f', 'sarif=out.sarif', '-f', 'concise', '-f', 'junit=a=b.xml'], {
      files: sampleFiles,
      outputs: memoryOutputs(written),
    })
    assert.match(out, /^pilots\/b-stuck\.pilot\.yaml:/)
    assert.deepEqual([...written.keys()], ['out.sarif', 'a=b.xml'])
  })

  it('paints the terminal and not the file', async () => {
    const written = new Map<string, string>()
    const world = { files: sampleFiles, isTerminal: true, outputs: memoryOutputs(written) }
    const { out } = await pilots(['check', '-f', 'pretty', '-f', 'concise=c.txt'], world)
    assert.ok(out.includes('\u001b[') && !written.get('c.txt')?.includes('\u001b'))
  })

  it('replaces its own reports and nothing else', async () => {
    const written = new Map([['r.json', 'mine']])
    const world = { files: sampleFiles, outputs: memoryOutputs(written) }
    const { code, out, err } = await pilots(['check', '-f', 'json=r.json'], world)
    const message =
      'pilots: "r.json" is not written: it is there and is no report of this format. Choose another file.\n'
    assert.deepEqual(
      { code, out, err, text: written.get('r.json') },
      { code: 2, out: '', err: message, text: 'mine' },
    )
    written.set('r.json', await reportIn('json'))
    assert.equal((await pilots(['check', '-f', 'json=r.json'], world)).code, 1)
    assert.equal((await pilots(['check', '-f', 'sarif=r.json'], world)).code, 2)
  })

  for (const [argv, message] of [
    [
      ['-f', 'pretty', '-f', 'json'],
      'Only one report can go to standard output. Write one of them to a file: -f json=FILE.',
    ],
    [['-f', 'json=a', '-f', 'sarif=./a'], 'Two reports cannot go to "a".'],
    [['-f', 'json='], '"json=" names no file. Write it as json=FILE, or json alone for standard output.'],
    [['-f', 'sarrif=x'], 'There is no format "sarrif". Did you mean sarif?'],
  ] as const) {
    it(`refuses ${argv.join(' ')}`, async () => {
      const { code, err } = await pilots(['check', ...argv], { files: sampleFiles })
      assert.deepEqual({ code, err }, { code: 2, err: `pilots: ${message}\n` })
    })
  }

  for (const [place, world, format] of [
    ['a terminal', { isTerminal: true }, 'pretty'],
    ['a pipe', {}, 'pretty'],
    ['GitHub Actions', { env: { GITHUB_ACTIONS: 'true' } }, 'github'],
    ['a coding agent', { isAgent: true }, 'agent'],
    ['a coding agent in GitHub Actions', { isAgent: true, env: { GITHUB_ACTIONS: 'true' } }, 'agent'],
    ['a person whose shell names an agent', { isTerminal: true, isAgent: true }, 'pretty'],
  ] as const) {
    it(`is ${format} for ${place}`, async () => {
      const usual = await pilots(['check'], { files: sampleFiles, ...world })
      assert.deepEqual(usual, await pilots(['check', '-f', format], { files: sampleFiles, ...world }))
    })
  }
})
