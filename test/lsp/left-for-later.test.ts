import assert from 'node:assert/strict'
import type { PortfolioRule } from '../../server/src/engine/rules/rule.ts'
import { Portfolio } from '../../server/src/lsp/portfolio.ts'
import { memberOf } from '../support/portfolio.ts'

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
  const [a, b, c] = ['a', 'b', 'c'].map((name) => memberOf(name, `name: ${name}\npredecessor: old\n`))
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
    compare()
  })

  it('are compared in steps the first time, too, and until then each shows what is found in it alone', () => {
    assert.ok(a && b && c)
    portfolio = new Portfolio(3)
    portfolio.update([a, b, c], around)
    assert.deepEqual([asked(), said('a'), portfolio.said], [1, [], undefined])
    // Nobody writes: they need not wait for a pause.
    assert.equal(portfolio.isEdited, false)
    portfolio.replace(memberOf('a', 'name: b\n'))
    assert.equal(portfolio.isEdited, true)
    assert.deepEqual(said('a'), [])
    compare()
    assert.deepEqual([said('a')[0], said('c')[0]], ['b: 2 of that name.', 'c: 1 of that name.'])
    assert.deepEqual([asked(), portfolio.isEdited], [2, false])
  })

  it('are compared when somebody has the time, and until then what was said holds', () => {
    const before = portfolio.said
    portfolio.replace(memberOf('a', 'name: b\npredecessor: old\n'))
    assert.equal(asked(), 1)
    assert.deepEqual(said('a'), ['b: 1 of that name.', 'old: Mention 0.'])
    assert.equal(portfolio.said, before)
    compare()
    assert.equal(asked(), 2)
    assert.equal(portfolio.uncompared, undefined)
    assert.deepEqual([said('a')[0], said('b')[0]], ['b: 2 of that name.', 'b: 2 of that name.'])
  })

  it('are not asked about what no rule looked at', () => {
    portfolio.replace(memberOf('a', 'name: a\ntitle: Another\npredecessor: old\n'))
    compare()
    assert.deepEqual([asked(), portfolio.uncompared], [1, undefined])
    assert.deepEqual(said('a'), ['a: 1 of that name.', 'old: Mention 0.'])
  })

  it('are compared anew when another edit comes in between', () => {
    portfolio.replace(memberOf('a', 'name: b\n'))
    const steps = portfolio.compare()
    steps.next()
    portfolio.replace(memberOf('a', 'name: c\n'))
    for (const _ of steps) assert.fail('It goes on with what is no more.')
    assert.notEqual(portfolio.uncompared, undefined)
    compare()
    assert.deepEqual([said('b')[0], said('c')[0]], ['b: 1 of that name.', 'c: 2 of that name.'])
  })

  it('are not as they were compared while one of them went', () => {
    assert.ok(a && b)
    portfolio.replace(memberOf('a', 'name: b\n'))
    const steps = portfolio.compare()
    steps.next()
    portfolio.update([a, b], around)
    for (const _ of steps) assert.fail('It goes on with what is no more.')
    assert.deepEqual([said('a')[0], said('b')[0]], ['a: 1 of that name.', 'b: 1 of that name.'])
  })

  it('keep what was said of a name where that stands now, and leave out what was said of one that is gone', () => {
    portfolio.replace(
      memberOf('a', '# More\nname: a\nowners: { operator: { name: Kim Lee } }\npredecessor: old\n'),
    )
    assert.deepEqual(said('a'), ['a: 1 of that name.', 'old: Mention 0.'])
    portfolio.replace(memberOf('a', 'name: a\npredecessor: older\n'))
    assert.deepEqual(said('a'), ['a: 1 of that name.'])
    compare()
    assert.deepEqual(said('a'), ['a: 1 of that name.', 'older: Mention 0.'])
  })

  it('are compared later also when one comes or goes, or the day is another', () => {
    assert.ok(a && b && c)
    const before = portfolio.said
    portfolio.update([a, b, c, memberOf('d', 'name: a\n')], around)
    assert.deepEqual([said('a')[0], said('d')], ['a: 1 of that name.', []])
    compare()
    assert.equal(said('a')[0], 'a: 2 of that name.')
    portfolio.replace(memberOf('d', 'name: b\n'))
    portfolio.update([a, b, c], around)
    assert.deepEqual([said('a')[0], said('d')], ['a: 2 of that name.', []])
    compare()
    assert.deepEqual([said('a')[0], portfolio.uncompared], ['a: 1 of that name.', undefined])
    portfolio.update([a, b, c], { ...around, today: '2026-06-02' })
    assert.notEqual(portfolio.uncompared, undefined)
    compare()
    assert.notEqual(portfolio.said, before)
  })

  it('keep what was said of one that goes and comes back at the names that still stand there', () => {
    assert.ok(a && b && c)
    portfolio.update([b, c, memberOf('d', '')], around)
    const back = memberOf('a', 'name: b\nowners: { operator: { name: Kim Lee } }\npredecessor: old\n')
    portfolio.update([back, b, c], around)
    assert.deepEqual(said('a'), ['b: 1 of that name.', 'old: Mention 0.'])
    compare()
    assert.deepEqual(said('a'), ['b: 2 of that name.', 'Kim Lee: Mention 0.', 'old: Mention 1.'])
  })

  it('know under what they were compared where that has changed since', () => {
    const known = portfolio.members.get('file:///work/a.pilot.yaml')
    assert.ok(known && a && b && c)
    const missing = {
      ...around,
      rules: [rule, { ...rule, id: 'portfolio/other', needs: ['registry'] }],
    } as const
    portfolio.update([a, b, c], missing)
    const notRun = (): readonly string[] => portfolio.of(known).notRun.map(({ rule: id }) => id)
    assert.deepEqual(notRun(), [])
    compare()
    assert.deepEqual(notRun(), ['portfolio/other'])
  })

  it('are left for later also where an edit is found among all files', () => {
    assert.ok(b && c)
    const before = asked()
    portfolio.update([memberOf('a', 'name: b\n'), b, c], around)
    assert.equal(asked(), before)
  })

  it('are not compared to try what does not concern them', () => {
    const known = portfolio.members.get('file:///work/a.pilot.yaml')
    assert.ok(known)
    const { analysis } = memberOf('a', 'name: b\n')
    assert.equal(portfolio.recheck(known, analysis, false).findings[0]?.message, '1 of that name.')
    assert.equal(asked(), 1)
    assert.equal(portfolio.recheck(known, analysis).findings[0]?.message, '2 of that name.')
  })
})
