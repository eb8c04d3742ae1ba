import assert from 'node:assert/strict'
import { entryWriter } from '../../server/src/cli/cache/shelf.ts'
import { packed } from '../../server/src/engine/portfolio/packed.ts'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { memoryCache, type Outcome, pilots, type World } from './memory-io.ts'

const first = 'a0.pilot.yaml'
const files = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [`a${index}.pilot.yaml`, pilotText(index)]),
)

function pilotText(index: number): string {
  return `# pilots-ignore-file cost/lines-missing -- known
name: a${index}
title: Tickets of desk ${index}
stage: rollout
useCase: tickets
owners:
  operator: { name: Dana Cole }
timeline: { start: 2026-09-0${(index % 9) + 1}, end: 2026-12-01 }
vendor: { name: Deskmate, pilotPrice: 3000 }
`
}

/** A machine that keeps its cache from one run to the next. */
class Machine {
  readonly stored = new Map<string, Uint8Array>()
  #writes = 0

  async check(world: World = {}, ...argv: readonly string[]): Promise<Outcome> {
    const cache = memoryCache(this.stored)
    const begin: typeof cache.begin = (name) => {
      const draft = cache.begin(name)
      const finish = (): Promise<void> => {
        this.#writes++
        return draft.finish()
      }
      return { ...draft, finish }
    }
    const io = { cache: { ...cache, begin }, ...world.io }
    return pilots(['check', '--as-of', '2026-11-16', '--no-history', ...argv], {
      ...{ files, rules, portfolioRules },
      ...world,
      io,
    })
  }

  /** How often something was remembered since this was asked last. */
  writes(): number {
    const writes = this.#writes
    this.#writes = 0
    return writes
  }

  change(edit: (text: string) => string): void {
    for (const [name, bytes] of this.stored)
      this.stored.set(name, Buffer.from(edit(Buffer.from(bytes).toString())))
  }
}

const earlier = new Machine()
let outcome: Outcome

/** A machine on which the pilots were checked before. */
function checked(): Machine {
  const machine = new Machine()
  for (const [name, bytes] of earlier.stored) machine.stored.set(name, bytes)
  return machine
}

describe('the cache of check', () => {
  before(async () => {
    outcome = await earlier.check()
    assert.equal(earlier.writes(), 1)
  })

  for (const format of ['json', 'concise', 'sarif']) {
    it(`changes nothing in ${format}`, async () => {
      const machine = new Machine()
      const cold = await machine.check({}, '-f', format)
      const warm = await machine.check({}, '-f', format)
      assert.deepEqual(warm, await machine.check({}, '-f', format, '--no-cache'))
      assert.deepEqual(warm, cold)
      assert.equal(machine.writes(), 1)
    })
  }

  it('is what a second run takes its findings from', async () => {
    const machine = checked()
    machine.change((text) => relined(text, (json) => json.replaceAll('Of the 17', 'Out of the 17')))
    assert.match((await machine.check()).out, /Out of the 17 blocks/)
  })

  const changes: Readonly<Record<string, readonly [World, ...string[]]>> = {
    'the text': [{ files: { ...files, [first]: `${files[first]}\n# changed\n` } }],
    'the name of a file': [{ files: { ...files, 'other.pilot.yaml': files[first] ?? '' } }],
    'the day': [{}, '--as-of', '2026-11-17'],
    'a severity': [{}, '--severity', 'criteria=info'],
    'the settings': [{ files: { ...files, 'pilots.config.yaml': 'currency: EUR\n' } }],
    'the rules': [{ rules: rules.slice(1) }],
    'what a report shows': [{}, '-f', 'json'],
  }
  for (const [what, [world, ...argv]] of Object.entries(changes)) {
    it(`knows when it does not hold any more: by ${what}`, async () => {
      const machine = checked()
      const anew = await machine.check(world, ...argv, '--no-cache')
      assert.deepEqual(await machine.check(world, ...argv), anew)
      assert.equal(machine.writes(), 1)
    })
  }

  it('is not asked by another program', async () => {
    const machine = checked()
    machine.change((text) => relined(text, (json) => json.replaceAll('is', 'was')))
    const cache = memoryCache(machine.stored, 'another')
    const outcome = await machine.check({ io: { cache } })
    assert.deepEqual(outcome, await machine.check({}, '--no-cache'))
  })

  const damages: Readonly<Record<string, (text: string) => string>> = {
    'cut short': (text) => text.slice(0, text.length * 0.7),
    empty: () => '',
    'of something else': () => '{"version": 1}\n',
    'with other letters': (text) => text.replaceAll('criterion', 'criteriom'),
    'of one endless line': (text) => text.replaceAll('\n', ' '),
    'with lines of nothing': (text) => text.replaceAll('\n', '\n\n\n'),
    'with no number where one belongs': (text) =>
      relined(text, (json) => json.replaceAll(/"start":\d+/g, '"start":"0"')),
    'with places behind the end': (text) =>
      relined(text, (json) => json.replaceAll(/"end":\d+/g, '"end":99999999')),
    'with keys of no kind': (text) =>
      relined(text, (json) => json.replace('{', '{"__proto__":{"polluted":1},')),
    'with a value of no kind': (text) => relined(text, () => 'null'),
    'with a depth of no kind': (text) =>
      relined(text, (json) =>
        json.replace(/"findings":\[/, `"findings":[${'['.repeat(9999)}${']'.repeat(9999)},`),
      ),
  }
  for (const [how, edit] of Object.entries(damages)) {
    it(`is passed over when it is damaged: ${how}`, async () => {
      const machine = checked()
      machine.change(edit)
      assert.deepEqual(await machine.check(), outcome)
      assert.equal(Object.getOwnPropertyDescriptor(Object.prototype, 'polluted'), undefined)
    })
  }

  const misled: Readonly<Record<string, readonly [key: string, text: string]>> = {
    texts: ['numbers', packed([0, 99, 0])],
    'places of the format': ['numbers', packed([99, 0, 0])],
    anything: ['numbers', packed([0])],
    numbers: ['numbers', ' '],
    'places of the text': ['mentions', packed([0, 99_999_999])],
  }
  for (const [what, [key, packedText]] of Object.entries(misled)) {
    it(`is passed over when its names do not lead to ${what}`, async () => {
      const machine = checked()
      const value = new RegExp(`"${key}":"[^"]*"`)
      machine.change((text) =>
        relined(text, (json) => json.replace(value, () => `"${key}":${JSON.stringify(packedText)}`)),
      )
      assert.deepEqual(await machine.check(), outcome)
      assert.equal(machine.writes(), 1)
    })
  }

  for (const ways of ['', '{', '[]', '{"0":1}']) {
    it(`is passed over when what tells the findings apart is ${ways === '' ? 'empty' : ways}`, async () => {
      const machine = checked()
      machine.change((text) => relined(text, (json) => JSON.stringify({ ...JSON.parse(json), ways })))
      const anew = await machine.check({}, '-f', 'gitlab', '--no-cache')
      assert.deepEqual(await machine.check({}, '-f', 'gitlab'), anew)
      assert.equal(machine.writes(), 1)
    })
  }

  it('is neither read nor written with --no-cache, nor for a few files', async () => {
    const none = { ...memoryCache(), read: () => assert.fail('read'), begin: () => assert.fail('written') }
    const machine = new Machine()
    await machine.check({ io: { cache: none } }, '--no-cache')
    await machine.check({ io: { cache: none } }, first)
  })

  it('forgets what is of another day, and keeps what other runs of the day made', async () => {
    const machine = checked()
    const size = (): number => [...machine.stored.values()].reduce((sum, { length }) => sum + length, 0)
    const alone = size()
    await machine.check({}, '-f', 'json')
    assert.ok(size() > alone * 1.5)
    await machine.check()
    assert.equal(machine.writes(), 1)
    await machine.check({}, '--as-of', '2026-11-17')
    assert.ok(size() < alone * 1.5)
  })
})

/** The same with other entries, under sums that are right: as somebody would write them who means harm. */
function relined(text: string, edit: (json: string) => string): string {
  const [header = '', ...lines] = text.split('\n')
  const again = lines.filter(Boolean).map((line) => {
    const key = line.slice(0, 64)
    return Buffer.from(entryWriter()(key, edit(line.slice(82)))).toString()
  })
  return `${header}\n${again.join('')}`
}
