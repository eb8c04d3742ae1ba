import assert from 'node:assert/strict'
import { recommended } from '../../server/src/engine/config/settings.ts'
import type { PortfolioRule } from '../../server/src/engine/rules/rule.ts'
import { PilotFile } from '../../server/src/lsp/pilot-file.ts'
import { type Member, Portfolio } from '../../server/src/lsp/portfolio.ts'
import { complete } from '../support/check.ts'

describe('the rules over all pilots', () => {
  let asked: number
  const rule: PortfolioRule = {
    id: 'portfolio/counted',
    from: { criteria: 'warning' },
    needs: ['portfolio'],
    docs: { summary: '', why: '', remedy: '', sources: [], bad: [], good: [] },
    *check({ members }) {
      asked++
      for (const { file, facts } of members)
        if (facts.name !== undefined) yield { file, at: 'name', message: 'Counted.' }
    },
  }
  const circumstances = { today: '2026-06-01', settings: recommended, rules: [] }
  const around = { today: '2026-06-01', rules: [rule] }
  const member = (name: string, text: string): Omit<Member, 'facts' | 'places'> => {
    const source = new PilotFile(`file:///work/${name}.pilot.yaml`, 1, { kind: 'text', text: complete(text) })
    return { file: source.uri, source, circumstances, analysis: source.analysis(circumstances, {}) }
  }
  const [a, b] = [member('a', 'name: a\n'), member('b', 'name: b\n')]
  let portfolio: Portfolio
  const placeIn = (file: string): number | undefined => {
    const known = portfolio.members.get(file)
    return known && portfolio.of(known).findings[0]?.span.start
  }

  beforeEach(() => {
    asked = 0
    portfolio = new Portfolio()
    portfolio.update([a, b], around)
  })

  it('are not asked again when an edit moves lines only, and their findings move along', () => {
    const before = placeIn(a.file) ?? 0
    portfolio.update([member('a', '# a comment\nname: a\n'), b], around)
    assert.equal(asked, 1)
    assert.equal(placeIn(a.file), before + '# a comment\n'.length)
  })

  it('are asked again when a fact changes, a pilot comes or goes, or the day is another', () => {
    portfolio.update([member('a', 'name: other\n'), b], around)
    portfolio.update([b], around)
    portfolio.update([b], { ...around, today: '2026-06-02' })
    portfolio.update([b], { ...around, today: '2026-06-02' })
    assert.equal(asked, 4)
  })

  it('are no news for those of whom they say the same when a pilot comes or goes', () => {
    const [first] = portfolio.members.values()
    assert.ok(first)
    const before = portfolio.of(first)
    portfolio.update([a, b, member('c', 'name: c\n')], { ...around })
    assert.equal(portfolio.of(first), before)
    portfolio.update([a], { ...around })
    assert.equal(portfolio.of(first), before)
    portfolio.update([a], { ...around, today: '2026-06-02' })
    assert.notEqual(portfolio.of(first), before)
  })
})
