import assert from 'node:assert/strict'
import { recommended } from '../../server/src/engine/config/settings.ts'
import { isMember } from '../../server/src/engine/portfolio/check-portfolio.ts'
import { portfolioRules } from '../../server/src/engine/rules/all.generated.ts'
import type { PortfolioRule } from '../../server/src/engine/rules/rule.ts'
import { PilotFile } from '../../server/src/lsp/pilot-file.ts'
import { type Member, Portfolio } from '../../server/src/lsp/portfolio.ts'
import { type Random, randomOf } from '../bench/random.ts'
import { complete } from '../support/check.ts'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const circumstances = { today: '2026-06-01', settings: recommended, rules: [] }
const member = (file: string, text: string): Omit<Member, 'facts' | 'places'> => {
  const source = new PilotFile(`file:///work/${file}.pilot.yaml`, 1, { kind: 'text', text: complete(text) })
  return { file: source.uri, source, circumstances, analysis: source.analysis(circumstances, {}) }
}

/** Says of each pilot how many share its name, and of each name that it mentions where that stands among them. */
function counting(): { rule: PortfolioRule; asked: () => number } {
  let asked = 0
  const rule: PortfolioRule = {
    id: 'portfolio/counted',
    from: { criteria: 'warning' },
    docs: { summary: '', why: '', remedy: '', sources: [], bad: [], good: [] },
    *check({ members, named }) {
      asked++
      for (const { file, facts } of members) {
        yield { file, at: 'name', message: `${named(facts.name ?? '').length} of that name.` }
        for (let at = 0; at < facts.mentions.numbers.length / 3; at++) {
          const fix = {
            title: 'Correct it',
            safe: false,
            changes: [{ do: 'replace', at, text: 'x' }],
          } as const
          yield { file, at, message: `Mention ${at}.`, fixes: [fix] }
        }
      }
    },
  }
  return { rule, asked: () => asked }
}

describe('many pilots of which one is edited', () => {
  let rule: PortfolioRule
  let asked: () => number
  let around: Parameters<Portfolio['update']>[1]
  let portfolio: Portfolio
  const [a, b, c] = ['a', 'b', 'c'].map((name) => member(name, `name: ${name}\npredecessor: old\n`))
  const said = (file: string): readonly string[] => {
    const known = portfolio.members.get(`file:///work/${file}.pilot.yaml`)
    if (!known) return []
    const { text, findings } = portfolio.of(known)
    return findings.map(({ message, span }) => `${text.slice(span.start, span.end)}: ${message}`)
  }
  const compare = (): void => {
    for (const _ of portfolio.compare()) assert.notEqual(portfolio.uncompared, undefined)
  }

  beforeEach(() => {
    assert.ok(a && b && c)
    const { rule: counted, asked: count } = counting()
    rule = counted
    asked = count
    around = { today: '2026-06-01', rules: [rule] }
    portfolio = new Portfolio(3)
    portfolio.update([a, b, c], around)
  })

  it('are compared when somebody has the time, and until then what was said holds', () => {
    const before = portfolio.said
    portfolio.replace(member('a', 'name: b\npredecessor: old\n'))
    assert.equal(asked(), 1)
    assert.deepEqual(said('a'), ['b: 1 of that name.', 'old: Mention 0.'])
    assert.equal(portfolio.said, before)
    compare()
    assert.equal(asked(), 2)
    assert.equal(portfolio.uncompared, undefined)
    assert.deepEqual([said('a')[0], said('b')[0]], ['b: 2 of that name.', 'b: 2 of that name.'])
  })

  it('are compared anew when another edit comes in between', () => {
    portfolio.replace(member('a', 'name: b\n'))
    const steps = portfolio.compare()
    steps.next()
    portfolio.replace(member('a', 'name: c\n'))
    for (const _ of steps) assert.fail('It goes on with what is no more.')
    assert.notEqual(portfolio.uncompared, undefined)
    compare()
    assert.deepEqual([said('b')[0], said('c')[0]], ['b: 1 of that name.', 'c: 2 of that name.'])
  })

  it('are not as they were compared while one of them went', () => {
    assert.ok(a && b)
    portfolio.replace(member('a', 'name: b\n'))
    const steps = portfolio.compare()
    steps.next()
    portfolio.update([a, b], around)
    for (const _ of steps) assert.fail('It goes on with what is no more.')
    assert.deepEqual([said('a')[0], said('b')[0]], ['a: 1 of that name.', 'b: 1 of that name.'])
  })

  it('keep what was said of a name where that stands now, and leave out what was said of one that is gone', () => {
    portfolio.replace(
      member('a', '# More\nname: a\nowners: { operator: { name: Kim Lee } }\npredecessor: old\n'),
    )
    assert.deepEqual(said('a'), ['a: 1 of that name.', 'old: Mention 0.'])
    portfolio.replace(member('a', 'name: a\npredecessor: older\n'))
    assert.deepEqual(said('a'), ['a: 1 of that name.'])
    compare()
    assert.deepEqual(said('a'), ['a: 1 of that name.', 'older: Mention 0.'])
  })

  it('are compared at once when one comes or goes, or the day is another', () => {
    assert.ok(a && b && c)
    portfolio.update([a, b, c, member('d', 'name: a\n')], around)
    assert.equal(said('a')[0], 'a: 2 of that name.')
    portfolio.replace(member('d', 'name: b\n'))
    portfolio.update([a, b, c], around)
    assert.deepEqual(
      [said('a')[0], said('b')[0], portfolio.uncompared],
      ['a: 1 of that name.', 'b: 1 of that name.', undefined],
    )
  })

  it('are left for later also where an edit is found among all files', () => {
    assert.ok(b && c)
    const before = asked()
    portfolio.update([member('a', 'name: b\n'), b, c], around)
    assert.equal(asked(), before)
  })

  it('are not compared to try what does not concern them', () => {
    const known = portfolio.members.get('file:///work/a.pilot.yaml')
    assert.ok(known)
    const { analysis } = member('a', 'name: b\n')
    assert.equal(portfolio.recheck(known, analysis, false).findings[0]?.message, '1 of that name.')
    assert.equal(asked(), 1)
    assert.equal(portfolio.recheck(known, analysis).findings[0]?.message, '2 of that name.')
  })
})

describe('many pilots that are edited at random', () => {
  const texts: readonly [string, ...string[]] = [
    'name: tickets\nstage: data\nowners: { operator: { name: Dana Cole } }\nuseCase: routing\n',
    'name: tickets\nowners: { operator: { name: D. Cole } }\npredecessor: invoices\n',
    '# Moved\nname: routes\nuseCase: routing\npriority: { rank: 1 }\npredecessor: routs\n',
    'name: invoices\nstage: stopped\nuseCase: matching\npriority: { rank: 1 }\n',
    'name: claims\nowners: { operator: { name: Dana Cole }, sponsor: { name: Kim Lee } }\ncomparedWith: [tickets, routs]\n',
    'name: claims\nuseCase: matching\nvendor: { name: Deskmate, tool: Deskmate }\ntimeline: { start: 2026-05-04 }\n',
    'name: "broken\n',
  ]
  const around = { today: '2026-06-01', rules: portfolioRules }
  const place = (index: number): string => String.fromCharCode(97 + index)
  const said = (portfolio: Portfolio): ReadonlyMap<string, unknown> => {
    const members = [...portfolio.members.values()].toSorted((a, b) => (a.file < b.file ? -1 : 1))
    return new Map(members.map((each) => [each.file, portfolio.of(each).findings]))
  }

  const now = (random: Random): ReturnType<typeof member>[] =>
    Array.from({ length: 6 }, (_, index) => member(place(index), random.pick(texts)))

  /** One of them has another text, of which the portfolio hears alone or among all. */
  const edit = (pilots: ReturnType<typeof member>[], portfolio: Portfolio, random: Random): void => {
    const index = random.between(0, pilots.length - 1)
    const edited = member(place(index), random.pick(texts))
    pilots[index] = edited
    const isReplaced = random.chance(0.9) && portfolio.replace(edited)
    if (!isReplaced) portfolio.update(pilots.filter(isMember), around)
    if (random.chance(0.3)) said(portfolio)
  }

  /** Goes on with a comparison that may have been overtaken, as far as somebody lets it. */
  const goOn = (steps: ReturnType<Portfolio['compare']>, random: Random): void => {
    for (let step = random.between(0, 14); step > 0; step--) steps.next()
  }

  for (const seed of [1, 2, 3, 4, 5, 6]) {
    it(`show in the end what pilots that are read anew show (seed ${seed})`, () => {
      const random = randomOf(seed)
      const [pilots, portfolio] = [now(random), new Portfolio(3)]
      portfolio.update(pilots.filter(isMember), around)
      let steps = portfolio.compare()
      for (let round = 1; round <= 100; round++) {
        edit(pilots, portfolio, random)
        if (random.chance(0.3)) steps = portfolio.compare()
        goOn(steps, random)
        if (round % 5 > 0) continue
        for (const _ of portfolio.compare()) assert.notEqual(portfolio.uncompared, undefined)
        const anew = new Portfolio()
        anew.update(pilots.filter(isMember), around)
        assert.deepEqual(said(portfolio), said(anew))
      }
    })
  }
})

describe('an edit among hundreds of pilots', () => {
  const uri = (index: number): string => `${FOLDER}/p${index}.pilot.yaml`
  const text = (name: string): string =>
    `apiVersion: pilot-as-code/v1\nname: ${name}\ntitle: A pilot\nstage: criteria\n`

  it('is answered at once, and what it changes among the others follows', async () => {
    const client = new TestClient()
    for (let index = 0; index < 260; index++) client.files.content.set(uri(index), text(`p${index}`))
    await client.start(capable)
    const rules = async (index: number): Promise<readonly string[]> => {
      const report = await client.pull(uri(index))
      return report.kind === 'full' ? report.items.map(({ code }) => String(code)) : []
    }
    await client.open(uri(0), text('p0'))
    await client.connection.sendRequest('pilots/list', {})
    await client.change(uri(0), { text: text('p7') })
    assert.ok(!(await rules(0)).includes('portfolio/duplicate-name'))
    client.received.length = 0
    let isCompared = false
    const list = client.connection.sendRequest('pilots/list', {}).then(() => {
      isCompared = true
    })
    while (!isCompared) {
      client.clock.pass()
      await new Promise((resolve) => setImmediate(resolve))
    }
    await list
    assert.ok(client.received.includes('workspace/diagnostic/refresh'))
    assert.ok((await rules(0)).includes('portfolio/duplicate-name'))
    await client.stop()
  })
})
