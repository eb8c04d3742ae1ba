import assert from 'node:assert/strict'
import { type Run, run, table } from './import-run.ts'

const map = 'fields: { title: { column: Project }, team: { column: Team } }\n'

describe('an import of a table that has grown', () => {
  const old = 'Project,Team\nBot,sales\n'
  const grown = 'Project,Team\nBot,legal\nBot,sales\n'
  const again = async (change: (text: string) => string, argv: readonly string[] = []): Promise<Run> => {
    const { written } = await table(old, map)
    const there = Object.fromEntries(Array.from(written, ([path, text]) => [path, change(text)]))
    return run(['import', 't.csv', '--map', 'm.yaml', ...argv], {
      files: { 't.csv': grown, 'm.yaml': map, ...there },
    })
  }

  it('leaves a pilot its name whose title was its own', async () => {
    for (const change of [(text: string) => text, (text: string) => text.replaceAll('\n', '\r\n')]) {
      const { code, err, written } = await again(change, ['--skip-existing'])
      assert.deepEqual({ code, err }, { code: 0, err: '' })
      const [[path, text] = [], ...rest] = [...written]
      assert.deepEqual(rest, [])
      assert.match(path ?? '', /^pilots\/bot-[0-9a-f]{8}\.pilot\.yaml$/)
      assert.match(text ?? '', /^team: legal$/m)
    }
  })

  it('writes nothing over it', async () => {
    const { code, err, written } = await again((text) => text)
    assert.deepEqual([code, written.size], [2, 0])
    assert.match(err, /--skip-existing/)
  })

  it('says so where nobody can tell which row it was', async () => {
    const { code, err, written } = await again((text) => `${text}stage: data\n`, ['--skip-existing'])
    assert.deepEqual([code, written.size], [0, 2])
    assert.equal(
      err,
      'pilots: pilots/bot.pilot.yaml has the title of several rows and may be one of them. Delete what is there twice.\n',
    )
  })
})

describe('a table whose first line says for Excel what stands between the cells', () => {
  for (const [name, csv] of [
    ['a semicolon', 'sep=;\r\nProject;Team\r\nBot, new;sales\r\n'],
    ['a tab, quoted, behind a byte order mark', '\uFEFF"sep=\t"\nProject\tTeam\nBot, new\tsales\n'],
  ] as const) {
    it(name, async () => {
      const { code, err, written } = await table(csv, map)
      assert.deepEqual({ code, err }, { code: 0, err: '' })
      assert.match(written.get('pilots/bot-new.pilot.yaml') ?? '', /row 1\.[\s\S]*^team: sales$/m)
    })
  }

  it('counts in the lines that are named', async () => {
    const { err } = await table('sep=;\nProject;Team\nA "b" c;d\n', map)
    assert.match(err, /t\.csv, line 3: a quote stands inside/)
  })
})
