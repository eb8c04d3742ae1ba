import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { boardPage, showBoard } from '../../server/src/protocol/board.ts'
import { pilotText } from '../support/board.ts'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const schema = JSON.parse(readFileSync(new URL('../../schemas/board.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020().compile(schema)

describe('the board that the editor shows', () => {
  let client: TestClient
  const file = (name: string): string => `${FOLDER}/pilots/${name}.pilot.yaml`
  beforeEach(async () => {
    client = new TestClient()
    client.files.content.set(file('claims'), pilotText('claims', 'stage: data'))
    client.files.content.set(file('routes'), pilotText('routes'))
    await client.start(capable)
  })
  afterEach(() => client.stop())

  const board = async (): Promise<Record<string, unknown>> => {
    const answer: unknown = await client.connection.sendRequest(showBoard)
    assert.ok(validate(answer), JSON.stringify(validate.errors, undefined, 2))
    return Object(answer)
  }
  const pilots = async (): Promise<Record<string, unknown>[]> => {
    const { pilots: all } = await board()
    return Array.isArray(all) ? all : []
  }

  it('holds every pilot under its path in the folder, with the address to open', async () => {
    assert.deepEqual(
      (await pilots()).map(({ file: path, uri, stage }) => ({ path, uri, stage })),
      [
        { path: 'pilots/claims.pilot.yaml', uri: file('claims'), stage: 'data' },
        { path: 'pilots/routes.pilot.yaml', uri: file('routes'), stage: 'criteria' },
      ],
    )
  })

  it('follows what is typed and not saved, with the lines of that text', async () => {
    await client.open(file('claims'), pilotText('claims', 'stage: data'))
    await client.change(file('claims'), { text: `# A line more\n${pilotText('claims', 'stage: rollout')}` })
    const [claims] = await pilots()
    assert.equal(claims?.['stage'], 'rollout')
    assert.deepEqual(claims['at'], { line: 4, column: 1 })
  })

  it('holds a pilot as it could last be read while a line of it is written', async () => {
    await client.open(file('claims'), pilotText('claims', 'stage: data'))
    const [before] = await pilots()
    await client.change(file('claims'), { text: `${pilotText('claims', 'stage: data')}owners: {\n` })
    assert.deepEqual((await pilots())[0], before)
    assert.deepEqual((await board())['unread'], [])
    await client.change(file('claims'), { text: pilotText('claims', 'stage: rollout') })
    assert.equal((await pilots())[0]?.['stage'], 'rollout')
  })

  it('names a file that nobody writes and that cannot be read', async () => {
    await client.write(file('claims'), `${pilotText('claims', 'stage: data')}owners: {\n`)
    assert.deepEqual(
      (await pilots()).map(({ file: path }) => path),
      ['pilots/routes.pilot.yaml'],
    )
    assert.deepEqual((await board())['unread'], [
      { file: 'pilots/claims.pilot.yaml', uri: file('claims'), problem: 'it cannot be read as a pilot' },
    ])
  })

  it('becomes a page that names no place of this machine', async () => {
    const page = await client.connection.sendRequest(boardPage)
    assert.match(page ?? '', /^<!doctype html>\n/)
    assert.match(page ?? '', /pilots\/claims\.pilot\.yaml/)
    assert.ok(!page?.includes(FOLDER) && !page?.includes('file://'), 'an address')
  })

  it('names the folder of each pilot where there are several, and the one above where two are called the same', async () => {
    const added = [
      { uri: 'file:///other/work', name: 'work' },
      { uri: 'file:///other/north', name: 'north' },
    ]
    client.files.content.set('file:///other/work/x.pilot.yaml', pilotText('x'))
    client.files.content.set('file:///other/north/y.pilot.yaml', pilotText('y'))
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } })
    assert.deepEqual(
      (await pilots()).map(({ file: path }) => path),
      [
        'north/y.pilot.yaml',
        'other/work/x.pilot.yaml',
        'work/pilots/claims.pilot.yaml',
        'work/pilots/routes.pilot.yaml',
      ],
    )
  })
})
