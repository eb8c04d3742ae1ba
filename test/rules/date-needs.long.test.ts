import assert from 'node:assert/strict'
import { judge, understand } from '../../server/src/engine/analyze.ts'
import { recommended } from '../../server/src/engine/config/settings.ts'
import { addDays } from '../../server/src/engine/pilot/dates.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { DAY, portfolioOf } from '../bench/portfolio.ts'
import { complete, TODAY } from '../support/check.ts'

const still = rules.filter(({ id, needs = [] }) => {
  return !needs.includes('today') && !needs.includes('history') && !id.startsWith('suppression/')
})
const days = ['2020-02-29', '2025-12-31', TODAY, DAY, addDays(DAY, 1), '2027-08-02', '2031-06-01']

// A forecast asks such a rule once for all days.
describe('a rule that does not say that it needs the date', () => {
  const examples = rules.flatMap(({ docs: { bad, good } }) => [...bad, ...good])
  const texts = [
    ...examples.map(({ yaml }) => complete(yaml)),
    ...portfolioOf({ pilots: 20, seed: 7 }).values(),
  ]

  it('says the same on every day', () => {
    const compared = new Set<string>()
    for (const text of texts) {
      const understood = understand({ text })
      const known = new Map<string, string>()
      for (const today of days) {
        judge(understood, { today, settings: recommended, rules: still }, (rule, pilot, scene) => {
          const reports = [...rule.check(pilot, scene)]
          const said = JSON.stringify(reports.map(({ fixes: _fixes, ...report }) => report))
          assert.equal(said, known.get(rule.id) ?? said, `${rule.id} on ${today}`)
          if (reports.length > 0 && known.has(rule.id)) compared.add(rule.id)
          known.set(rule.id, said)
          return reports
        })
      }
    }
    assert.ok(compared.size > still.length * 0.9, `${compared.size} of ${still.length}`)
  })
})
