import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { promptOn } from '../../server/src/cli/prompt.ts'
import { analysisOf } from '../support/check.ts'
import { pilots, type World } from './memory-io.ts'

async function create(
  argv: readonly string[],
  world: World = {},
): Promise<{ code: number; out: string; err: string; written: Map<string, string> }> {
  const written = new Map<string, string>()
  return { ...(await pilots(['new', ...argv], { ...world, written })), written }
}

describe('pilots new', () => {
  it('writes a five-stage pilot', async () => {
    const { code, out, written } = await create(['demand-forecast'])
    assert.equal(code, 0)
    assert.deepEqual([...written.keys()], ['pilots/demand-forecast.pilot.yaml'])
    assert.match(written.get('pilots/demand-forecast.pilot.yaml') ?? '', /^ {2}plan: five-stage$/m)
    assert.equal(
      out,
      'Wrote pilots/demand-forecast.pilot.yaml. Fill in what says TODO, then: pilots check pilots/demand-forecast.pilot.yaml\n',
    )
  })

  it('asks to fill in only what is left to fill in', async () => {
    const argv = [
      'demand-forecast',
      '--template',
      'minimal',
      '--title',
      'Weekly forecast',
      '--team',
      'supply',
    ]
    const { out } = await create(argv)
    assert.equal(
      out,
      'Wrote pilots/demand-forecast.pilot.yaml. Next: pilots check pilots/demand-forecast.pilot.yaml\n',
    )
    assert.match((await create(argv.slice(0, 3))).out, /Fill in what says TODO, then: pilots check/)
  })

  it('takes what is known, and the file or folder to write', async () => {
    const facts = [
      '--title',
      'Forecast: weekly',
      '--team',
      'supply',
      '--operator',
      'Luis Ortega',
      '--sponsor',
      'Dana Whitfield',
      '--start',
      '2026-07-06',
    ]
    const { written } = await create(['a', '--template', 'minimal', ...facts, '--out', 'x/y/'])
    assert.equal(
      written.get('x/y/a.pilot.yaml'),
      `apiVersion: pilot-as-code/v1
name: a
title: "Forecast: weekly"
team: supply
stage: criteria

timeline:
  start: 2026-07-06

owners:
  sponsor:
    name: Dana Whitfield
  operator:
    name: Luis Ortega
`,
    )
    assert.deepEqual([...(await create(['a', '--out', 'b/a.pilot.yml'])).written.keys()], ['b/a.pilot.yml'])
    for (const out of ['v1.25', 'acme.com/', 'there.is'])
      assert.deepEqual(
        [...(await create(['a', '--out', out], { files: { 'there.is/x': '' } })).written.keys()],
        [`${out.replace('/', '')}/a.pilot.yaml`],
      )
  })

  it('asks at a terminal, again where an answer is of no use', async () => {
    const answers = [
      'Demand Forecast',
      'demand-forecast',
      'sprint',
      'ninety',
      'Weekly forecast',
      '',
      'Luis Ortega',
      '',
      '30.2.2026',
      '2026-07-06',
    ]
    const { code, err, written } = await create([], { answers })
    assert.equal(code, 0, err)
    assert.match(err, /"Demand Forecast" is not a short name\. .* Did you mean "demand-forecast"\?/)
    assert.match(err, /There is no template "sprint"/)
    assert.match(err, /"30\.2\.2026" is not a date that exists/)
    const { pilot } = analysisOf(written.get('pilots/demand-forecast.pilot.yaml') ?? '')
    assert.deepEqual(
      [
        pilot.title?.value,
        pilot.timeline?.plan?.value,
        pilot.timeline?.start?.value,
        pilot.owners?.operator?.name?.value,
      ],
      ['Weekly forecast', 'ninety-day', '2026-07-06', 'Luis Ortega'],
    )
    assert.match(pilot.team?.value ?? '', /^TODO/)
  })

  it('writes nothing when the person leaves', async () => {
    const { code, err, written } = await create([], { answers: ['demand-forecast'] })
    assert.deepEqual([code, written.size], [2, 0])
    assert.match(err, /nothing was written/)
  })

  it('says that a file is there before it asks for what would be lost', async () => {
    const files = { 'pilots/a.pilot.yaml': 'mine' }
    const given = await create(['a'], { files, answers: [] })
    assert.deepEqual([given.code, given.written.size], [2, 0])
    assert.match(given.err, /pilots\/a\.pilot\.yaml was not written: there is a file already/)
    const asked = await create([], { files, answers: ['a', 'b', 'minimal', '', '', '', '', ''] })
    assert.match(asked.err, /pilots\/a\.pilot\.yaml was not written: there is a file already/)
    assert.deepEqual([asked.code, [...asked.written.keys()]], [0, ['pilots/b.pilot.yaml']])
  })

  it('does not ask once an option says what it should be', async () => {
    const { code, written } = await create(['a', '--template', 'minimal'], { answers: [] })
    assert.deepEqual([code, written.size], [0, 1])
  })

  it('names a command that a shell takes as it is', async () => {
    const { out } = await create(['a', '--template', 'minimal', '--out', 'my pilots'])
    assert.match(out, /then: pilots check 'my pilots\/a\.pilot\.yaml'\n$/)
  })

  it('shows the file in a dry run', async () => {
    const { out, written } = await create(['a', '--template', 'minimal', '--dry-run'])
    assert.match(out, /^pilots\/a\.pilot\.yaml\n\napiVersion: /)
    assert.equal(written.size, 0)
  })

  const wrong: readonly (readonly [argv: readonly string[], says: RegExp])[] = [
    [[], /A new pilot needs a name/],
    [['Größe 2'], /"Größe 2" is not a short name\. .* Did you mean "grosse-2"\?/],
    [['con'], /"con" is kept by Windows for a device.* Did you mean "con-pilot"\?/],
    [['a', '--start', '2026-02-30'], /"2026-02-30" is not a date that exists/],
    [['a', '--template', 'tiny'], /Allowed choices are minimal, five-stage, ninety-day/],
    [['a', '--out', 'b.pilot.yaml'], /A file of this pilot is called a\.pilot\.yaml/],
    [
      ['a', '--out', 'a.txt'],
      /a\.txt is none\. Correct --out; for a folder of that name end it with a slash/,
    ],
    [['a', '--title', ' '], /--title is empty/],
    [['a', '--out', ''], /--out is empty\. Name a folder, or leave it out for pilots\/\./],
  ]
  for (const [argv, says] of wrong) {
    it(`refuses ${argv.join(' ') || 'no name'}`, async () => {
      const { code, err, written } = await create(argv)
      assert.match(err, says)
      assert.deepEqual([code, written.size], [2, 0])
    })
  }

  it('never overwrites a pilot', async () => {
    const { code, err, written } = await create(['a'], { files: { 'pilots/a.pilot.yaml': 'mine' } })
    assert.deepEqual([code, written.size], [2, 0])
    assert.match(
      err,
      /pilots\/a\.pilot\.yaml was not written: there is a file already, which is never overwritten\./,
    )
  })
})

describe('a prompt', () => {
  it('asks one after the other, and has no answer after the end', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const asked: string[] = []
    output.on('data', (chunk) => asked.push(String(chunk)))
    const prompt = promptOn(input, output)
    const first = prompt.ask('Name? ')
    input.write('  a b \n')
    assert.equal(await first, 'a b')
    const second = prompt.ask('Team? ')
    input.end()
    assert.equal(await second, undefined)
    assert.equal(await prompt.ask('More? '), undefined)
    assert.match(asked.join(''), /^Name\? Team\? /)
  })
})
