import assert from 'node:assert/strict'
import { run, table } from './import-run.ts'

describe('pilots import says what is wrong with', () => {
  const map = 'fields: { title: { column: Project } }\n'
  const cases: readonly (readonly [what: string, csv: string, map: string, says: RegExp])[] = [
    [
      'a column that is not there',
      'Projekt\nA\n',
      map,
      /t\.csv has no column "Project", which m\.yaml names\. Did you mean "Projekt"\?/,
    ],
    ['a column that is there twice', 'Project,Project\nA,B\n', map, /t\.csv has 2 columns "Project"/],
    ['a quote without an end', 'Project\n"A\n', map, /t\.csv, line \d+: a quote is opened and never closed/],
    ['a quote in the middle', 'Project\nA "b" c\n', map, /t\.csv, line 2: a quote stands inside a cell/],
    [
      'a quote in the middle of a table from Windows',
      'No,Project\r\n1,"A\r\nB"\r\n2,A "q"\r\n',
      map,
      /t\.csv, line 4: a quote stands inside a cell/,
    ],
    [
      'a row of more cells than a spreadsheet has columns',
      `sep=,\nProject\n${','.repeat(16_384)}\n`,
      map,
      /t\.csv, line 3: more than 16,384 cells, which no spreadsheet has in a row\. Remove columns\./,
    ],
    [
      'more rows than become files',
      `Project\n${'A\n'.repeat(50_001)}`,
      map,
      /more than 50,000 rows\. Split it/,
    ],
    ['an empty table', '', map, /t\.csv is empty/],
    ['an empty map', 'A\n', '', /m\.yaml:1:1: The map is empty/],
    ['a map that does not parse', 'A\n', 'fields: [\n', /m\.yaml:\d+:\d+: /],
    [
      'an unknown path',
      'A\n',
      `${map.trimEnd().slice(0, -2)}, timeline.begin: { column: A } }\n`,
      /m\.yaml:1:\d+: "timeline\.begin" is no path of a pilot\./,
    ],
    [
      'a path that is like none',
      'A\n',
      `${map.trimEnd().slice(0, -2)}, cost.xyz.amount: { column: A } }\n`,
      /"cost\.xyz\.amount" is no path of a pilot\. See pilots schema pilot for all keys\./,
    ],
    [
      'a path into a list',
      'A\n',
      'fields: { criteria.success.metric: { column: A } }\n',
      /leads into a list of blocks/,
    ],
    [
      'a block',
      'A\n',
      'fields: { owners: { column: A } }\n',
      /"owners" is a block\. Name a key inside it, such as owners\.sponsor/,
    ],
    [
      'a list of blocks',
      'A\n',
      'fields: { data.sources: { column: A } }\n',
      /"data\.sources" is a list of blocks, which one column cannot fill\. Leave it out\./,
    ],
    [
      'a number where a date belongs',
      'A\n',
      'fields: { timeline.start: { column: A, otherwise: 2025 } }\n',
      /m\.yaml:1:\d+: "2025" cannot stand at timeline\.start: "start" takes a date, and this is the number 2025/,
    ],
    [
      'a list where a value belongs',
      'A\n',
      'fields: { x-cost: { value: [1] } }\n',
      /"value" takes a text, a number, true or false, and this is a list\./,
    ],
    [
      'entries where no list may stand',
      'A\n',
      'fields: { title: { column: A, split: ";" } }\n',
      /m\.yaml:1:\d+: "title" is no list\. Leave split out\./,
    ],
    [
      'a map without a title',
      'A\n',
      'fields: { team: { column: A } }\n',
      /m\.yaml:1:1: No column is named for title/,
    ],
    [
      'a word that is none',
      'A\n',
      'fields:\n  stage: { column: A, words: { Pilot: rolout } }\n',
      /m\.yaml:2:\d+: "rolout" cannot stand at stage: .*\. Did you mean "rollout"\?/,
    ],
    [
      'a value that is none',
      'A\n',
      'fields: { title: { column: A }, currency: { value: Dollar } }\n',
      /"Dollar" cannot stand at currency: no currency code\. Correct it\./,
    ],
    [
      'a number that is too large',
      'A\n',
      'fields: { title: { column: A }, priority.impact: { value: 7 } }\n',
      /"7" cannot stand at priority\.impact: "impact" cannot be above 5\./,
    ],
    [
      'an order of dates that is none',
      'A\n',
      `${map}dates: ymd\n`,
      /"ymd" is not a word that "dates" takes\. Use one of month-first or day-first\./,
    ],
    [
      'a delimiter that is none',
      'A\n',
      `${map}delimiter: ab\n`,
      /"ab" is no delimiter that the format knows\. Use one of ",", ";", "\\t" or "\|"\./,
    ],
    [
      'a key that maps do not have',
      'A\n',
      `${map}colums: 1\n`,
      /m\.yaml:2:1: "colums" is not a key of a map/,
    ],
    [
      'a field without a column',
      'A\n',
      'fields: { title: {} }\n',
      /takes its value from a column, or has one/,
    ],
  ]
  for (const [what, csv, wrong, says] of cases) {
    it(what, async () => {
      const { code, err, written } = await table(csv, wrong)
      assert.match(err, says)
      assert.deepEqual([code, written.size], [2, 0])
    })
  }

  it('a folder without a name, which is not the root of the machine', async () => {
    const { code, err, written } = await table('Project\nA\n', map, ['--out', ''])
    assert.deepEqual([code, written.size], [2, 0])
    assert.match(err, /--out is empty\. Name a folder, or leave it out for pilots\/\./)
  })

  it('a map that does not exist', async () => {
    const { code, err } = await run(['import', 'inventory.csv', '--map', 'us-federal-2024'])
    assert.equal(code, 2)
    assert.match(err, /There is no file "us-federal-2024"\. Did you mean us-federal-2025\?/)
    const begun = await run(['import', 'inventory.csv', '--map', 'us'])
    assert.match(begun.err, /There is no file "us"\. Did you mean us-federal-2025\?/)
    const folder = await run(['import', 'tables', '--map', 'us-federal-2025'], {
      files: { 'tables/a.csv': '' },
    })
    assert.equal(
      folder.err,
      'pilots: tables cannot be read: it is no regular file, or reading it is not allowed.\n',
    )
  })
})

describe('pilots import', () => {
  it('takes a table of many cells whose lines end as on an old Mac', async () => {
    const map = 'fields: { title: { column: Project } }\n'
    const row = (first: string): string => `${first}${',x'.repeat(99)}\r`
    const { written } = await table(`Project${',y'.repeat(99)}\r${row('a').repeat(200)}`, map)
    assert.equal(written.size, 200)
  })
})
