import assert from 'node:assert/strict'
import { isMember } from '../../server/src/engine/portfolio/check-portfolio.ts'
import { portfolioRules } from '../../server/src/engine/rules/all.generated.ts'
import { Portfolio } from '../../server/src/lsp/portfolio.ts'
import { type Random, randomOf } from '../bench/random.ts'
import { memberOf } from '../support/portfolio.ts'

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

  // One that is open would be held as it could last be read.
  const onDisk = (index: number, random: Random): ReturnType<typeof memberOf> =>
    memberOf(place(index), random.pick(texts), null)
  const now = (random: Random): ReturnType<typeof memberOf>[] =>
    Array.from({ length: 6 }, (_, index) => onDisk(index, random))

  /** One of them has another text, of which the portfolio hears alone or among all. */
  const edit = (pilots: ReturnType<typeof memberOf>[], portfolio: Portfolio, random: Random): void => {
    const index = random.between(0, pilots.length - 1)
    const edited = onDisk(index, random)
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
