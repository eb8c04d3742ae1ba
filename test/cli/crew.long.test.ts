import assert from 'node:assert/strict'
import { answerTo, type Threads } from '../../server/src/cli/crew.ts'
import type { Io } from '../../server/src/cli/io.ts'
import { recommended, type Settings } from '../../server/src/engine/config/settings.ts'
import type { Thread } from '../../server/src/engine/ports.ts'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import type { Rule } from '../../server/src/engine/rules/rule.ts'
import { memoryCache, type Outcome, pilots } from './memory-io.ts'

const text = (index: number): string => `name: a${index}\ntitle: Desk ${index}\nstage: rollout\nteam: desk\n`
const files = Object.fromEntries(
  Array.from({ length: 48 }, (_, index) => [`a${index}.pilot.yaml`, text(index)]),
)

const docs = { summary: '', why: '', remedy: '', sources: [], bad: [], good: [] }

const check = (threads?: Threads, ...argv: readonly string[]): Promise<Outcome> => {
  const io = threads ? { threads } : {}
  return pilots(['check', '-f', 'json', '--no-cache', ...argv], { files, rules, portfolioRules, io })
}

/** Threads that behave as they are told, from their first question on. */
class Crew implements Threads {
  readonly most = 2
  readonly worth = 10
  readonly #answer: (question: unknown, count: number) => unknown
  asked = 0
  open_ = 0

  constructor(answer: (question: unknown, count: number) => unknown) {
    this.#answer = answer
  }

  open = (): Thread => {
    this.open_++
    let count = 0
    return {
      ask: async (question) => {
        this.asked++
        return this.#answer(structuredClone(question), ++count)
      },
      end: async () => {
        this.open_--
      },
    }
  }
}

describe('threads beside the first one', () => {
  let alone: Outcome
  before(async () => {
    alone = await check()
  })

  const crews: Readonly<Record<string, (question: unknown, count: number) => unknown>> = {
    'that answer': (question) => answerTo(question, { rules }),
    'that end at once': () => Promise.reject(new Error('gone')),
    'that end in the middle': (question, count) =>
      count > 2 ? Promise.reject(new Error('gone')) : answerTo(question, { rules }),
    'that say something else': () => ['{}'],
    'that say too little': (question) => answerTo(question, { rules }).slice(1),
    'that say what is no analysis': (question) => answerTo(question, { rules }).map(() => '{"findings": 1}'),
  }
  for (const [how, answer] of Object.entries(crews)) {
    it(`change nothing, and are ended: ${how}`, async () => {
      const crew = new Crew(answer)
      assert.deepEqual(await check(crew), alone)
      assert.ok(crew.asked > 0)
      assert.equal(crew.open_, 0)
    })
  }

  it('say the same under several settings', async () => {
    const config = 'rules:\n  criteria/missing: { severity: off }\n'
    const elsewhere = Object.entries(files).map(([path, pilot]) => [`b/${path}`, pilot])
    const configs = { 'pilots.config.yaml': config, 'b/pilots.config.yaml': 'preset: strict\n' }
    const under = { ...files, ...Object.fromEntries(elsewhere), ...configs }
    const run = (io: Partial<Io>): Promise<Outcome> =>
      pilots(['check', '-f', 'json', '--no-cache'], { files: under, rules, portfolioRules, io })
    const crew = new Crew((question) => answerTo(question, { rules }))
    assert.deepEqual(await run({ threads: crew }), await run({}))
    assert.ok(crew.asked > 0)
  })

  it('work out once what is due under the settings that each message brings', () => {
    let times = 0
    const rule: Rule = {
      ...{ id: 'sample/one', from: { data: 'info' }, docs },
      check: () => [],
      get general(): true {
        times++
        return true
      },
    }
    const [content, means] = [{ kind: 'text', text: text(1) }, { rules: [rule] }]
    const ask = (settings: Settings): void => {
      const job = { content, file: {}, circumstances: { today: '2026-11-16', settings } }
      assert.equal(answerTo(structuredClone({ jobs: [job, job], edits: false }), means).length, 2)
    }
    ask(recommended)
    ask(recommended)
    assert.equal(times, 1)
    ask({ ...recommended, preset: 'strict' })
    assert.equal(times, 2)
  })

  it('are done without where the system has none', async () => {
    const none = { most: 4, worth: 10, open: () => assert.fail('no more threads') }
    assert.deepEqual(await check(none), alone)
  })

  it('are not started for a few files, nor for those that are remembered', async () => {
    const crew = new Crew((question) => answerTo(question, { rules }))
    await check(crew, 'a1.pilot.yaml')
    assert.equal(crew.asked, 0)
    const io = { threads: crew, cache: memoryCache() }
    const again = (): Promise<Outcome> =>
      pilots(['check', '-f', 'json'], { files, rules, portfolioRules, io })
    await again()
    const { asked } = crew
    assert.ok(asked > 0)
    assert.deepEqual(await again(), alone)
    assert.equal(crew.asked, asked)
  })
})

describe('the progress of a long run', () => {
  const run = async (watch: (() => number) | undefined): Promise<string> =>
    (await pilots(['check', '--no-cache'], { files, rules, io: watch ? { watch } : {} })).err

  it('is said after a second, ten times a second, and leaves nothing behind', async () => {
    let now = 0
    const err = await run(() => {
      now += 30
      return now
    })
    const said = err.split('\r\u001b[K')
    assert.match(said[1] ?? '', /^\d\d of 48 files$/)
    assert.ok(said.length > 2 && said.length < 10)
    assert.equal(said.at(-1), '')
  })

  it('is not said when it is soon over, or nobody watches', async () => {
    assert.equal(await run(() => 0), '')
    assert.equal(await run(undefined), '')
  })
})
