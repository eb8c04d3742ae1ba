import assert from 'node:assert/strict'
import fc from 'fast-check'
import { formats } from '../../server/src/cli/report/formats.ts'
import type { Rule } from '../../server/src/engine/rules/rule.ts'
import { assertJunit, foundCases } from '../support/junit.ts'
import { assertGitlab, assertSarif } from '../support/report-schemas.ts'
import { workflowCommands } from '../support/workflow-commands.ts'
import { parseXml } from '../support/xml.ts'
import { memoryOutputs, pilots } from './memory-io.ts'

/** Says twice what the title says, in everything that a finding can say. */
const echo: Rule = {
  id: 'sample/echo',
  from: { criteria: 'error', stopped: 'error' },
  docs: { summary: '', why: '', remedy: '', sources: [], bad: [], good: [] },
  *check({ title, team }) {
    for (const said of [title, team]) {
      if (!said) continue
      yield {
        at: said.span,
        message: said.value,
        related: [{ span: said.span, message: said.value }],
        fixes: [
          { title: said.value, safe: true, changes: [{ do: 'replace', span: said.span, text: said.value }] },
        ],
      }
    }
  },
}

const attacks = [
  '\u001b[2J\u001b]52;c;eA==\u0007',
  '::error file=x::forged',
  '\n::stop-commands::x',
  '\r\n##[error]forged',
  '##vso[task.complete]',
  '%0A::error::x',
  '<script>alert(1)</script>',
  '<!-- pilots-report -->',
  '--><b>',
  ']]></failure>',
  '[x](command:workbench.action.quit)',
  '![x](http://127.0.0.1/t.png)',
  '](command:',
  '{0} {1}',
  '=1+1',
  '`code` ``` ~~~',
  ' | a | b |',
  '\n| 1 | error | forged | x |',
  '@everyone #12',
  '\u202e\u2066\u200b\u2028',
  '"; rm -rf / #',
  "$(touch x) 'x'",
  '\ud800',
  '\u0000',
  '\n## Pilots: no errors',
  '\n{"type":"finding"}',
]

/** The findings in each report, counted by the rules of its format. */
const counts: Readonly<Record<string, (report: string) => number>> = {
  concise: (report) => report.split('\n').filter((line) => / error sample\/echo /.test(line)).length,
  statistics: (report) => Number(/^ *(\d+) {2}error {5}sample\/echo/m.exec(report)?.[1]),
  json: (report) => JSON.parse(report).files.flatMap((file: { findings: object[] }) => file.findings).length,
  jsonl: (report) => {
    const lines = report
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    return lines.filter(({ type }) => type === 'finding').length
  },
  sarif: (report) => {
    const log = JSON.parse(report)
    assertSarif(log)
    for (const { message, locations } of log.runs[0].results) {
      assert.doesNotMatch(message.text, /(?<!\\)(?:\\\\)*\]\(|(?<!\{)(?:\{\{)*\{\d/)
      const { uri } = locations[0].physicalLocation.artifactLocation
      assert.match(uri, /^[\w.!~*'()%/-]+$/)
    }
    return log.runs[0].results.length
  },
  junit: (report) => {
    const root = parseXml(report)
    assertJunit(root)
    return foundCases(root).length
  },
  github: (report) => {
    const commands = workflowCommands(report)
    for (const { name, properties } of commands)
      assert.deepEqual([name, properties['title']], ['error', 'sample/echo'])
    return commands.length
  },
  gitlab: (report) => {
    assertGitlab(JSON.parse(report))
    return JSON.parse(report).length
  },
  markdown: markdownRows,
  agent: (report) => report.split('\n').filter((line) => / error sample\/echo: /.test(line)).length,
}

function markdownRows(report: string): number {
  const [marker, ...lines] = report.split('\n')
  assert.equal(marker, '<!-- pilots-report -->')
  const rows = lines.filter((line) => /^\| \d/.test(line))
  for (const row of rows) assert.equal(row.split('|').length, 6, row)
  for (const line of lines) {
    const text = line.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '').replace(/\\[\\`*_[\]~$@#:.+=-]/g, '')
    const ours = text
      .replaceAll('<br>', '')
      .replaceAll('@<!-- -->', '')
      .replaceAll('#<!-- -->', '')
      .replaceAll('<!-- -->', '')
      .replace(/\[sample\/echo\]/g, '')
    assert.doesNotMatch(ours, /<|\]\(|@|!\[/, line)
    assert.ok(/^(?:#{2,3} |\| |\d|No findings|$)/.test(line), line)
  }
  assert.equal(lines.filter((line) => line.startsWith('## ')).length, 1)
  return rows.length
}

async function reportsOf(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const written = new Map<string, string>()
  const targets = [...formats.keys()].flatMap((name) => ['-f', `${name}=${name}.out`])
  const { code, err } = await pilots(['check', 'in', ...targets], {
    files,
    rules: [echo],
    outputs: memoryOutputs(written),
  })
  assert.equal(code, 1, err)
  return written
}

/** A pilot that says something twice, so that both are told apart. */
function pilotSaying(text: string): string {
  const quoted = JSON.stringify(text)
  return `apiVersion: pilot-as-code/v1\nname: a\ntitle: ${quoted}\nstage: criteria\nteam: ${quoted}\n`
}

function assertSafe(reports: ReadonlyMap<string, string>, expected: number): void {
  for (const [name, report] of reports) {
    const format = name.replace('.out', '')
    assert.match(report, /^[\P{C}\n]*$/u, format)
    assert.doesNotMatch(report, /[\u2028\u2029]/, format)
    assert.equal(workflowCommands(report).length, format === 'github' ? expected : 0, `${format}\n${report}`)
    assert.ok(!report.includes('/work'), `${format} tells where the run took place`)
    const found = counts[format]?.(report)
    if (format !== 'pretty') assert.equal(found, expected, `${format}\n${report}`)
  }
}

describe('text from files in every format', () => {
  for (const attack of attacks) {
    it(`is text: ${JSON.stringify(attack)}`, async () => {
      const path = `in/${attack.replaceAll('/', '')}.pilot.yaml`
      assertSafe(
        await reportsOf({ [path]: pilotSaying(`a ${attack}`), 'in/b.pilot.yaml': pilotSaying(attack) }),
        4,
      )
    })
  }

  it('is text, whatever it is', async () => {
    const nasty = fc
      .array(fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: 'binary', maxLength: 5 })), {
        maxLength: 4,
      })
      .map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (name, title) => {
        const path = `in/${name.replaceAll('/', '') || 'x'}.pilot.yaml`
        assertSafe(await reportsOf({ [path]: pilotSaying(`x${title}`) }), 2)
      }),
      { numRuns: 25 },
    )
  })
})
