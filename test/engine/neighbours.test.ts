import assert from 'node:assert/strict'
import { recommended } from '../../server/src/engine/config/settings.ts'
import { checkPortfolio, type PortfolioFile } from '../../server/src/engine/portfolio/check-portfolio.ts'
import { EditedFiles } from '../../server/src/engine/portfolio/edited-files.ts'
import { portfolioRules } from '../../server/src/engine/rules/all.generated.ts'
import { analysisOf, complete, TODAY } from '../support/check.ts'

function fileOf(yaml: string, at: number): PortfolioFile {
  const analysis = analysisOf(complete(yaml, `p${at}`), { rules: [] })
  const circumstances = { today: TODAY, settings: recommended, rules: [] }
  return { file: `pilots/p${at}.pilot.yaml`, analysis, circumstances }
}

describe('pilots of which one after the other is edited', () => {
  const asked: string[] = []
  const heard = portfolioRules.map((rule) => {
    const check: typeof rule.check = (portfolio, scene) => {
      asked.push(rule.id)
      return rule.check(portfolio, scene)
    }
    return { ...rule, check }
  })

  const ranked = ['priority: { rank: 1 }\n', 'priority: { rank: 2 }\n', 'predecessor: p0\n']

  /** The rules that are asked when a pilot becomes another. */
  function askedFor(at: number, yaml: string): readonly string[] {
    const files = ranked.map(fileOf)
    const neighbours = new EditedFiles(files, { today: TODAY, rules: heard })
    for (const file of files) neighbours.with(file)
    asked.length = 0
    neighbours.with(fileOf(yaml, at))
    return [...asked]
  }

  it('ask no rule again that looked at nothing of what has changed', () => {
    assert.deepEqual(askedFor(0, 'priority: { rank: 1 }\nsummary: A line more\n'), [])
    assert.deepEqual(askedFor(0, 'priority: { rank: 1 }\nowners: { sponsor: { name: Mei Lin } }\n'), [])
    assert.deepEqual(askedFor(0, 'priority: { rank: 7 }\n'), ['portfolio/unprioritised'])
  })

  it('ask for the names in a pilot that names others', () => {
    assert.deepEqual(askedFor(2, 'predecessor: p0\nowners: { sponsor: { name: Mei Lin } }\n'), [
      'portfolio/unknown-reference',
    ])
  })

  it('hear who is meant when another pilot names a namesake of their operator', () => {
    const operators = ['Luis Ortega', 'Luis Ortega', 'L. Ortega', 'L. Ortega', 'Mei Lin']
    const around = { today: TODAY, rules: portfolioRules }
    const files = operators.map((name, at) => fileOf(`owners: { operator: { name: ${name} } }\n`, at))
    const neighbours = new EditedFiles(files, around)
    const overloaded = (): readonly string[] =>
      files.flatMap((file) => {
        const { findings } = neighbours.with(file)
        return findings.filter(({ rule }) => rule === 'portfolio/owner-overloaded').map(() => file.file)
      })
    assert.equal(overloaded().length, 1)
    files[4] = fileOf('owners: { operator: { name: Mei Lin }, sponsor: { name: Lena Ortega } }\n', 4)
    neighbours.take(files[4])
    assert.deepEqual(overloaded(), [])
    assert.ok(
      checkPortfolio(files, around).every(({ findings }) =>
        findings.every(({ rule }) => rule !== 'portfolio/owner-overloaded'),
      ),
    )
  })
})
