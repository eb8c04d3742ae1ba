import assert from 'node:assert/strict'
import { portfolioNoDecisions } from '../../server/src/engine/rules/portfolio/no-decisions.ts'
import type { Rule } from '../../server/src/engine/rules/rule.ts'
import { type Outcome, pilots } from './memory-io.ts'
import { sampleRules } from './sample-rules.ts'

const late: Rule = {
  id: 'sample/late',
  from: { criteria: 'error' },
  needs: ['today'],
  docs: { summary: '', why: '', remedy: '', sources: [], bad: [], good: [] },
  *check({ title, timeline }, { today }) {
    const end = timeline?.end
    if (end && today > end.value)
      yield { at: end.span, message: `${title?.value}: the end, ${end.value}; it has passed.` }
  },
}

const head = 'apiVersion: pilot-as-code/v1\nstage: criteria\nteam: x\n'
const files = {
  'a.pilot.yaml': `${head}name: a\ntitle: Läuft 🚀 über alle Werke, und zwar\\nüberall; so weit wie möglich und immer länger\ntimeline: { end: 2026-06-30 }\n`,
  'b.pilot.yaml': `${head}name: b\ntitle: "one\\nBEGIN:VALARM"\ntimeline: { end: 2026-06-20 }\n`,
  'c.pilot.yaml': `${head}name: c\ntitle: Far away\ntimeline: { end: 2027-06-20 }\n`,
}

function forecast(...argv: readonly string[]): Promise<Outcome> {
  return pilots(['forecast', ...argv], { files, rules: [...sampleRules, late] })
}

describe('pilots forecast', () => {
  it('calls pilots that share a name by their files', async () => {
    const shared = { ...files, 'd.pilot.yaml': files['a.pilot.yaml'] }
    const { out } = await pilots(['forecast'], { files: shared, rules: [...sampleRules, late] })
    const called = out.split('\n').map((line) => line.split(/ {2,}/)[1])
    assert.deepEqual(called.slice(1, 4), ['b', 'a.pilot.yaml', 'd.pilot.yaml'])
  })

  it('prints a table in the order of the days', async () => {
    const { out, err, code } = await forecast()
    const rows = out.split('\n').map((line) => line.split(/ {2,}/).slice(0, 4))
    assert.deepEqual(rows.slice(0, 3), [
      ['Day', 'Pilot', 'Severity', 'Rule'],
      ['2026-06-21', 'b', 'error', 'sample/late'],
      ['2026-07-01', 'a', 'error', 'sample/late'],
    ])
    assert.match(out, /\n2 findings in 2 of 3 pilots from 2026-06-01 to 2026-08-30, if nothing changes\.\n$/)
    assert.deepEqual({ err, code }, { err: '', code: 0 })
  })

  it('prints it for programs', async () => {
    const { out } = await forecast('-f', 'json', '--until', '2026-06-21')
    const { version, asOf, until, findings } = JSON.parse(out)
    assert.deepEqual({ version, asOf, until }, { version: 1, asOf: '2026-06-01', until: '2026-06-21' })
    assert.deepEqual(findings, [
      {
        date: '2026-06-21',
        path: 'b.pilot.yaml',
        pilot: 'b',
        rule: 'sample/late',
        severity: 'error',
        message: 'one\nBEGIN:VALARM: the end, 2026-06-20; it has passed.',
        help: 'https://pilot-as-code.dev/rules/sample/late',
      },
    ])
  })

  it('prints a calendar whose lines hold 75 octets at most and end as the standard says', async () => {
    const { out } = await forecast('-f', 'ics')
    const lines = out.split('\r\n')
    assert.ok(!out.replaceAll('\r\n', '').match(/[\r\n]/))
    for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, line)
    const unfolded = out.replaceAll('\r\n ', '').split('\r\n')
    assert.deepEqual(unfolded.slice(0, 4), [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Pilot as Code//pilots forecast//EN',
      'CALSCALE:GREGORIAN',
    ])
    const count = (wanted: string): number => unfolded.filter((line) => line === wanted).length
    assert.deepEqual([count('BEGIN:VEVENT'), count('END:VEVENT'), count('BEGIN:VALARM')], [2, 2, 0])
    assert.ok(unfolded.includes('DTSTART;VALUE=DATE:20260621'))
    assert.ok(unfolded.every((line) => !line.startsWith('DTSTAMP') || line === 'DTSTAMP:20260601T000000Z'))
    assert.ok(
      unfolded.includes(
        'SUMMARY:Läuft 🚀 über alle Werke\\, und zwar\\\\nüberall\\; so weit wie möglich und immer länger: sample/late',
      ),
    )
    assert.equal((await forecast('-f', 'ics')).out, out)
  })

  it('keeps the identity of an event whose day moves', async () => {
    const uids = (out: string): readonly string[] => out.match(/^UID:.*$/gm) ?? []
    const moved = { ...files, 'b.pilot.yaml': files['b.pilot.yaml'].replace('2026-06-20', '2026-06-25') }
    const then = await pilots(['forecast', '-f', 'ics'], { files: moved, rules: [late] })
    assert.deepEqual(uids((await forecast('-f', 'ics')).out), uids(then.out))
    assert.equal(new Set(uids(then.out)).size, 2)
  })

  for (const [until, said] of [
    ['soon', /"soon" is neither a date like 2026-11-20 nor a count of days like 90d\. Write --until as one/],
    ['31.12.2026', /"31\.12\.2026" is neither a date like 2026-11-20/],
    ['2026-02-30', /"2026-02-30" is neither/],
    ['2026-06-01', /A forecast looks ahead: --until has to be after 2026-06-01/],
    ['0d', /A forecast looks ahead/],
    ['401d', /A forecast reaches 400 days at most, to 2027-07-06/],
  ] as const)
    it(`refuses --until ${until}`, async () => {
      const { err, code } = await forecast('--until', until)
      assert.match(err, said)
      assert.equal(code, 2)
    })

  it('holds what concerns all pilots, as a check of that day would', async () => {
    const world = { files, rules: [], portfolioRules: [portfolioNoDecisions] }
    const { out } = await pilots(['forecast', '-f', 'json'], world)
    const found = JSON.parse(out).findings.map(({ date, path, rule }: Record<string, string>) => [
      date,
      path,
      rule,
    ])
    assert.deepEqual(found, [['2026-07-01', 'b.pilot.yaml', 'portfolio/no-decisions']])
    const one = await pilots(['forecast', '-f', 'json', 'a.pilot.yaml', 'b.pilot.yaml'], world)
    assert.deepEqual(JSON.parse(one.out).findings, [])
  })

  it('names the files that cannot be read as a pilot, and counts them nowhere', async () => {
    const broken = {
      ...files,
      'a.pilot.yaml': `<<<<<<< HEAD\n${files['a.pilot.yaml']}=======\nstage: [\n>>>>>>> main\n`,
      'd.pilot.yaml': '',
    }
    const world = { files: broken, rules: [...sampleRules, late] }
    const { out, err, code } = await pilots(['forecast'], world)
    assert.match(out, /\n1 finding in 1 of 2 pilots from /)
    assert.equal(
      err,
      `pilots: a.pilot.yaml is not in the forecast: it cannot be read as a pilot.
pilots: d.pilot.yaml is not in the forecast: it cannot be read as a pilot.
`,
    )
    assert.equal(code, 0)
    const json = JSON.parse((await pilots(['forecast', '-f', 'json'], world)).out)
    assert.deepEqual(
      json.unread,
      ['a', 'd'].map((name) => ({ path: `${name}.pilot.yaml`, problem: 'it cannot be read as a pilot' })),
    )
  })

  it('says when nothing will come', async () => {
    const { out } = await forecast('--until', '2d')
    assert.equal(out, 'No new findings in 3 pilots from 2026-06-01 to 2026-06-03, if nothing changes.\n')
  })
})
