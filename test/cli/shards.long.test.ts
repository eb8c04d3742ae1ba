import assert from 'node:assert/strict'
import { entryWriter } from '../../server/src/cli/cache/shelf.ts'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { portfolioOf } from '../bench/portfolio.ts'
import { memoryOutputs, type Outcome, pilots, type World } from './memory-io.ts'

const made = Object.fromEntries(portfolioOf({ pilots: 9 }))
const broken = { 'broken.pilot.yaml': 'a: [', 'not-text.pilot.yaml': { kind: 'not-utf-8' } as const }

/** A repository that is checked on several machines. */
class Repository {
  files: NonNullable<World['files']> = { ...made, ...broken, 'pilots.config.yaml': 'currency: EUR\n' }
  readonly parts = new Map<string, string>()
  today = '2026-11-16'

  run(...argv: readonly string[]): Promise<Outcome> {
    const files = { ...this.files, ...Object.fromEntries(this.parts) }
    const io = { today: this.today }
    return pilots(argv, { files, io, rules, portfolioRules, outputs: memoryOutputs(this.parts) })
  }

  async divide(count: number, ...argv: readonly string[]): Promise<readonly string[]> {
    const names = Array.from({ length: count }, (_, index) => `part-${index + 1}`)
    for (const [index, name] of names.entries()) {
      const shard = `${index + 1}/${count}`
      const { code, err } = await this.run(
        'check',
        '--shard',
        shard,
        '--part',
        name,
        '--fail-on',
        'never',
        ...argv,
      )
      assert.deepEqual([code, err], [0, ''])
    }
    return names
  }
}

describe('a check that is divided', () => {
  for (const format of ['json', 'sarif', 'jsonl', 'pretty']) {
    it(`ends as one that is not, byte by byte: ${format}`, async () => {
      const repository = new Repository()
      const parts = await repository.divide(3)
      const whole = await repository.run('check', '-f', format)
      assert.deepEqual(await repository.run('merge', ...parts, '-f', format), whole)
      assert.match(whole.out, /portfolio\//)
    })
  }

  it('takes what the parts say of each file', async () => {
    const repository = new Repository()
    const parts = await repository.divide(2)
    for (const name of parts) {
      const [head = '', ...lines] = (repository.parts.get(name) ?? '').split('\n').slice(0, -1)
      const told = lines.map((line) =>
        Buffer.from(entryWriter()(line.slice(0, 64), line.slice(82).replaceAll('the', 'teh'))),
      )
      repository.parts.set(name, `${head}\n${Buffer.concat(told)}`)
    }
    const { out, err } = await repository.run('merge', ...parts, '-f', 'concise')
    assert.match(out, /teh/)
    assert.equal(err, '')
  })

  it('is right where a part is missing, or a file has changed since', async () => {
    const repository = new Repository()
    const [first = ''] = await repository.divide(2)
    repository.files = { ...repository.files, 'new.pilot.yaml': 'name: new\n' }
    const merged = await repository.run('merge', first, '-f', 'json')
    assert.equal(merged.out, (await repository.run('check', '-f', 'json')).out)
    assert.match(merged.err, /files are in no part/)
  })

  it('takes parts of the same paths however they were written', async () => {
    const repository = new Repository()
    const [folder = ''] = Object.keys(made).map((path) => path.split('/')[0])
    const written = [
      [`./${folder}/`, 'broken.pilot.yaml'],
      ['broken.pilot.yaml', folder, `/work/${folder}/.`],
    ]
    for (const [index, paths] of written.entries())
      await repository.run('check', ...paths, '--shard', `${index + 1}/2`, '--part', `part-${index + 1}`)
    const merged = await repository.run('merge', 'part-1', 'part-2', '-f', 'json')
    assert.deepEqual(merged, await repository.run('check', folder, 'broken.pilot.yaml', '-f', 'json'))
  })

  it('is about one day, also past midnight', async () => {
    const repository = new Repository()
    const parts = await repository.divide(2)
    repository.today = '2026-11-17'
    const { out, err } = await repository.run('merge', ...parts, '-f', 'json')
    assert.deepEqual([JSON.parse(out).asOf, err], ['2026-11-16', ''])
  })

  it('gives each share about as many, and each file to one', async () => {
    const repository = new Repository()
    const shares = await Promise.all(
      [1, 2, 3].map(
        async (number) =>
          JSON.parse((await repository.run('check', '--shard', `${number}/3`, '-f', 'json')).out).files,
      ),
    )
    const paths = shares.map((files: readonly { path: string }[]) => files.map(({ path }) => path))
    assert.deepEqual(
      paths.map(({ length }) => length),
      [4, 4, 3],
    )
    assert.equal(new Set(paths.flat()).size, 11)
  })

  it('asks no rule over all pilots in a share', async () => {
    const { out } = await new Repository().run('check', '--shard', '1/2', '-f', 'json')
    assert.doesNotMatch(out, /"rule": "portfolio\/[^"]*",\n *"severity"/)
    assert.match(out, /"needs": "portfolio"/)
  })

  const mistakes: readonly (readonly [string, readonly string[], RegExp])[] = [
    [
      'a share that is none',
      ['check', '--shard', '3/2'],
      /--shard cannot be "3\/2"\. Write it as NUMBER\/COUNT/,
    ],
    ['a part that is none', ['merge', 'pilots.config.yaml'], /"pilots\.config\.yaml" is no part of a check/],
    ['a part that is not there', ['merge', 'nowhere'], /"nowhere" cannot be read/],
    ['parts of two checks', ['merge', 'part-1', 'other'], /"other" is of another check than "part-1"/],
    ['a part that leads elsewhere', ['merge', 'elsewhere'], /are of "\.\.\/x", which is not in this folder/],
    ['a part of standard input', ['merge', 'typed'], /are of "-", which is not in this folder/],
    ['a part of tomorrow', ['merge', 'newer'], /written by another version/],
    ['paths elsewhere', ['check', '/', '--part', 'p'], /--part needs paths in this folder/],
    ['standard input as a part', ['check', '-', '--part', 'p'], /--part needs paths in this folder/],
    ['a part and a report in one file', ['check', '-f', 'json=./p', '--part', 'p'], /cannot go to "p"\./],
    ['a part in the place of something', ['check', '--part', 'pilots.config.yaml'], /is not written/],
  ]
  for (const [what, argv, complaint] of mistakes) {
    it(`refuses ${what}`, async () => {
      const repository = new Repository()
      const head = { type: 'pilots-part', version: 1, paths: [], today: '2026-11-16' }
      repository.parts.set('part-1', `${JSON.stringify(head)}\n`)
      repository.parts.set('other', `${JSON.stringify({ ...head, paths: ['x'] })}\n`)
      repository.parts.set('elsewhere', `${JSON.stringify({ ...head, paths: ['../x'] })}\n`)
      repository.parts.set('typed', `${JSON.stringify({ ...head, paths: ['-'] })}\n`)
      repository.parts.set('newer', `${JSON.stringify({ ...head, version: 2 })}\n`)
      repository.parts.set('pilots.config.yaml', 'currency: EUR\n')
      const { code, err } = await repository.run(...argv)
      assert.equal(code, 2)
      assert.match(err, complaint)
    })
  }
})
