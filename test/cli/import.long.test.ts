import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { usFederal2025 } from '../../server/src/engine/import/us-federal-2025.ts'
import { analysisOf } from '../support/check.ts'
import { files, run, table } from './import-run.ts'

const usual = ['import', 'inventory.csv', '--map', 'inventory.map.yaml', '--out', 'pilots/']

describe('pilots import', () => {
  it('makes a valid pilot of each row that has a title', async () => {
    const { code, written } = await run(usual)
    assert.equal(code, 0)
    assert.deepEqual([...written.keys()].sort(), [
      'pilots/123.pilot.yaml',
      'pilots/aux-pilot.pilot.yaml',
      'pilots/claims-triage.pilot.yaml',
      'pilots/demand-forecast-030502cb.pilot.yaml',
      'pilots/demand-forecast-p-3.pilot.yaml',
      'pilots/demand-forecast-p-4.pilot.yaml',
      'pilots/invoice-matching.pilot.yaml',
      'pilots/pilot-p-7.pilot.yaml',
      'pilots/short.pilot.yaml',
    ])
    for (const [path, text] of written) {
      const { findings } = analysisOf(text, { name: path.split('/').at(-1) ?? '' })
      const form = findings.filter(({ rule }) => /^(?:yaml|schema|file\/name)/.test(rule))
      assert.deepEqual(form, [], `${path}:\n${text}`)
    }
  })

  it('writes values as every YAML reader takes them', async () => {
    const { written } = await run(usual)
    assert.equal(
      written.get('pilots/invoice-matching.pilot.yaml'),
      `# Imported from inventory.csv, row 1.
apiVersion: pilot-as-code/v1
name: invoice-matching
title: "Invoice: \\"matching\\""
team: Finance
summary: "Matches invoices: before a clerk sees them."
stage: rollout
currency: USD

timeline:
  start: 2026-02-03

owners:
  sponsor:
    email: dana@example.com

compliance:
  jurisdictions: [US-TX, US-CO]
  affectsPeople: false

cost:
  software: 42000

x-ref: P-1
`,
    )
    assert.equal(
      written.get('pilots/claims-triage.pilot.yaml'),
      `# Imported from inventory.csv, row 2.
apiVersion: pilot-as-code/v1
name: claims-triage
title: "Claims\\ntriage"
team: Claims – EU
summary: "First line\\nsecond line"
stage: rollout
currency: USD

timeline:
  approved: 2025-07-01 # only the month is known: Jul-25
  start: 2025-07-08

compliance:
  jurisdictions: [DE]
  affectsPeople: true

cost:
  software: 1250.5

x-ref: P-2
`,
    )
    const summaries = [...written.values()].map((text) => /^summary: (.*)$/m.exec(text)?.[1])
    for (const quoted of ['"# not a comment"', '"yes"', '"- a dash"', '"{ braces }"', '"=1+1 ::error::x"'])
      assert.ok(summaries.includes(quoted), quoted)
    assert.match(written.get('pilots/123.pilot.yaml') ?? '', /^name: "123"\ntitle: "123"\nteam: Über Größe$/m)
  })

  it("makes lists of what is split, also under a key of one's own, and knows the words of their entries", async () => {
    const map = `fields:
  title: { column: Project }
  compliance.jurisdictions: { column: Places, split: ";", words: { Texas: US-TX, Moon: n/a } }
  x-systems: { column: Systems, split: ";" }
  x-note: { column: Systems }
`
    const { written } = await table('Project,Places,Systems\nA,texas; DE;Moon,SAP; Outlook;\n', map, [
      '--out',
      'p',
    ])
    const text = written.get('p/a.pilot.yaml') ?? ''
    assert.match(text, /^ {2}jurisdictions: \[US-TX, DE\]$/m)
    assert.match(text, /^x-systems: \[SAP, Outlook\]$/m)
    assert.match(text, /^x-note: SAP; Outlook;$/m)
  })

  it('leaves out what it cannot read, and says how much and why', async () => {
    const { out } = await run(usual)
    assert.equal(
      out,
      `12 rows, 9 pilots. 9 files written to pilots/.

1 row not taken by the map.
No pilot was made of row 12: it has more cells than there are columns.
No pilot was made of row 8: it has no title.
Rows are counted from the first below the names of the columns.

Key                       Column           Written  Unknown  Left out
title                     Project                9        0         0
team                      Owner team, Ref        9        0         0
summary                   What it does           7        2         0
stage                     Status                 9        1         0
currency                                         9        0         0
timeline.start            Began                  4        1         4
timeline.approved         Approved on            5        2         2
cost.software             Yearly cost            2        5         2
compliance.jurisdictions  Places                 2        6         1
compliance.affectsPeople  Live?                  2        6         1
owners.sponsor.email      Sponsor mail           1        7         1
x-ref                     Ref                    8        1         0

Left out:
  timeline.start: 2 only a year, such as "2025"
  timeline.start: 1 a bare number, as of a cell without the format of a date, such as "45658"
  timeline.start: 1 no date, such as "Summer 2025"
  timeline.approved: 1 not in the order month, day and year, such as "13/1/2026"
  timeline.approved: 1 a day that does not exist, such as "2026-02-30"
  cost.software: 1 no number, such as "about 10k"
  cost.software: 1 "software" cannot be below 0, such as "-5"
  compliance.jurisdictions: 1 no country or state code, such as "Texas"
  compliance.affectsPeople: 1 neither yes nor no, such as "maybe"
  owners.sponsor.email: 1 no e-mail address, such as "not a mail"

To know:
  timeline.start: 2 readable in two ways, taken with the month first; if that is wrong, say dates: day-first in the map, such as "7/8/2025"
  timeline.approved: 2 only a month, whose first day stands there with a comment, such as "Jul-25"
  timeline.approved: 1 in the future, such as "2026-12-01"
`,
    )
  })

  it('names a row the same, wherever it stands in the table', async () => {
    const [head = '', ...lines] = 'Ref,Project\nA,One\nB,Two\n,Two\n,one!'.split('\n')
    const map = 'id: Ref\nfields: { title: { column: Project }, x-ref: { column: Ref } }\n'
    const named = async (rows: readonly string[]): Promise<readonly string[]> =>
      [...(await table([head, ...rows].join('\n'), map)).written.keys()].sort()
    const names = await named(lines)
    assert.deepEqual(await named(lines.toReversed()), names)
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, 4)
  })

  it('takes an amount only in the currency of its pilot, and only where its thousands are told from its decimals', async () => {
    const map =
      'fields: { title: { column: Project }, currency: { column: In }, cost.software: { column: Cost } }\n'
    const rows = [
      '€5;',
      '5 EUR;EUR',
      '€5;EUR',
      '$5;EUR',
      '$5;',
      '$5;CAD',
      'USD 5;CHF',
      '20.000;',
      '0.125;',
      '1,500;',
    ]
    const csv = `Project;Cost;In\n${rows.map((row, index) => `P${index};${row}`).join('\n')}\n`
    const costs = async (config = ''): Promise<readonly (number | undefined)[]> => {
      const files = { 't.csv': csv, 'm.yaml': map, ...(config && { 'pilots.config.yaml': config }) }
      const { written, out } = await run(['import', 't.csv', '--map', 'm.yaml'], { files })
      assert.match(out, /cost\.software: 1 a point before three digits, .* such as "20\.000"/)
      assert.match(out, /an amount in USD, and the pilot counts in CHF: name its currency in the map/)
      return [...written.values()].map((text) => analysisOf(text).pilot.cost?.software?.value)
    }
    const [none, ...others] = [undefined, 5, 5, undefined, 5, 5, undefined, undefined, 0.125, 1500]
    assert.deepEqual(await costs(), [none, ...others])
    assert.deepEqual(await costs('currency: EUR\n'), [5, 5, 5, none, none, 5, none, none, 0.125, 1500])
  })

  it('takes the title that the map names otherwise', async () => {
    const { written } = await table(
      'Ref,Project\n7,\n8,One\n',
      'id: Ref\nfields: { title: { column: Project, otherwise: Without a title } }\n',
    )
    assert.deepEqual([...written.keys()], ['pilots/without-a-title.pilot.yaml', 'pilots/one.pilot.yaml'])
  })

  it('tells rows apart that are the same', async () => {
    const { written } = await table('Project\nA\nA\na\n', 'fields: { title: { column: Project } }\n')
    assert.equal(written.size, 3)
  })

  it('overwrites nothing, and says what is there', async () => {
    const there = { ...files, 'pilots/Claims-Triage.pilot.yaml': 'mine', 'pilots/123.pilot.yaml': 'mine' }
    const refused = await run(usual, { files: there })
    assert.equal(refused.code, 2)
    assert.equal(refused.written.size, 0)
    assert.match(
      refused.out,
      /Nothing was written\.\n\nThere are already:\n {2}pilots\/claims-triage.*\n {2}pilots\/123/,
    )
    assert.match(refused.err, /--skip-existing/)
    const kept = await run([...usual, '--skip-existing'], { files: there })
    assert.equal(kept.code, 0)
    assert.equal(kept.written.size, 7)
  })

  it('writes nothing in a dry run', async () => {
    const { code, out, written } = await run([...usual, '--dry-run'])
    assert.deepEqual([code, written.size], [0, 0])
    assert.match(out, /^12 rows, 9 pilots\. 9 files would be written to pilots\/\.\n/)
  })

  it('stops where the disk is full, and says how far it came', async () => {
    const refusals = {
      'pilots/aux-pilot.pilot.yaml': { kind: 'failed', reason: 'the disk is full' } as const,
    }
    const { code, out, err, written } = await run(usual, { refusals })
    assert.equal(code, 2)
    assert.match(err, /pilots\/aux-pilot\.pilot\.yaml was not written: the disk is full\./)
    assert.equal(Number(/(\d+) files? written/.exec(out)?.[1]), written.size)
  })

  it('reports for programs', async () => {
    const { out } = await run([...usual, '--format', 'json'])
    const report = JSON.parse(out)
    assert.deepEqual(
      [
        report.version,
        report.state,
        report.rows,
        report.pilots.length,
        report.notTaken,
        report.leftOut.length,
      ],
      [1, 'written', 12, 9, 1, 2],
    )
    assert.deepEqual(report.pilots[0], {
      row: 1,
      name: 'invoice-matching',
      path: 'pilots/invoice-matching.pilot.yaml',
    })
  })

  it('finds out what stands between the cells', async () => {
    for (const sign of [';', '\t', '|']) {
      const csv = ['"Project, or so"', 'Team'].join(sign).concat('\n', ['A', 'B'].join(sign), '\n')
      const { code, written } = await table(
        csv,
        'fields:\n  title: { column: "Project, or so" }\n  team: { column: Team }\n',
      )
      assert.equal(code, 0)
      assert.match(written.get('pilots/a.pilot.yaml') ?? '', /^team: B$/m)
    }
  })

  it('takes each line for a row, however the lines end', async () => {
    const map = 'fields: { title: { column: Project }, summary: { column: What } }\n'
    for (const [first, second] of [
      ['\r\n', '\n'],
      ['\n', '\r\n'],
      ['\r', '\r'],
    ]) {
      const csv = `Project,What,Since,By${first}A${second}B,"x\r\ny"${first}C${second}`
      const { written } = await table(csv, map)
      assert.deepEqual(
        [...written.keys()],
        ['a', 'b', 'c'].map((name) => `pilots/${name}.pilot.yaml`),
      )
    }
  })

  it('refuses a table with more cells than anyone has, most of which are not even there', async () => {
    const map = 'fields: { title: { column: Project } }\n'
    const csv = `Project${',x'.repeat(15_000)}\n${'a\n'.repeat(2_000)}`
    const { code, err, written } = await table(csv, map)
    assert.equal(code, 2)
    assert.match(err, /has 15,001 columns, and more than 20,000,000 cells\. Remove columns, or split it\.\n$/)
    assert.equal(written.size, 0)
  })

  it('never lets a cell out of its file', async () => {
    const evil = '\u001b[31m</script>\u2028"\n- ::error::x\u0000 #\u202e'
    const { written, out } = await table(
      `Project,Began\n"${evil.replaceAll('"', '""')}","Jul-25"\n`,
      'fields: { title: { column: Project }, timeline.start: { column: Began }, x-it: { column: Project } }\n',
    )
    const [text = ''] = written.values()
    const { pilot, findings } = analysisOf(text)
    assert.deepEqual(
      findings.filter(({ rule }) => /^(?:yaml|schema)\//.test(rule)),
      [],
      text,
    )
    assert.equal(pilot.title?.value, evil)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those that are looked for
    assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f\u2028\u202e]/)
  })

  it('shows the map that comes with it in its documentation', () => {
    const docs = readFileSync(new URL('../../docs/import.md', import.meta.url), 'utf8')
    assert.ok(docs.includes(usFederal2025))
  })

  const real = new URL('../../../shared/data/us-federal-2025-pilots.csv', import.meta.url)
  if (existsSync(real)) {
    it('makes 440 valid pilots of the inventory of 2025', async () => {
      const world = { files: { 'us.csv': readFileSync(real, 'utf8') } }
      const { code, out, written } = await run(['import', 'us.csv', '--map', 'us-federal-2025'], world)
      assert.equal(code, 0)
      assert.equal(written.size, 440)
      assert.equal(new Set([...written.keys()].map((path) => path.toLowerCase())).size, 440)
      assert.match(out, /timeline\.start +operational_date +394 +41 +5\n/)
      for (const [path, text] of written) {
        const { findings, pilot } = analysisOf(text, { rules: [], name: path.replace(/^.*\//, '') })
        assert.deepEqual(findings, [], `${path}:\n${text}`)
        assert.ok((pilot.timeline?.start?.value ?? '2020') > '2000')
      }
    })
  }
})
