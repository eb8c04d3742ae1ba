import assert from 'node:assert/strict'
import { recommended } from '../../server/src/engine/config/settings.ts'
import { forecast } from '../../server/src/engine/forecast.ts'
import { lowerPilot } from '../../server/src/engine/pilot/lower.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { isPortfolioRule, type Rule } from '../../server/src/engine/rules/rule.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { analysisOf, complete, surroundings, TODAY } from '../support/check.ts'

const docs = { summary: '', why: '', remedy: '', sources: [], bad: [], good: [] }

/** Reports while the date is one of these. */
function on(...days: readonly string[]): Rule {
  return {
    id: 'sample/on',
    from: { criteria: 'warning' },
    needs: ['today'],
    docs,
    *check({ keySpan }, { today }) {
      if (days.includes(today)) yield { at: keySpan, message: `It is ${today}.` }
    },
  }
}

function turnsOf(yaml: string, asked: readonly Rule[], until = '2026-06-10', name?: string): readonly string[] {
  const circumstances = { today: TODAY, settings: recommended, rules: asked }
  return forecast({ text: complete(yaml), name }, circumstances, until).map(({ date, finding, was }) => {
    return `${date} ${was ? `${was} ` : ''}${finding.severity} ${finding.rule}`
  })
}

describe('the forecast of a pilot', () => {
  it('names the first day of a finding, again when it comes back, and none of today', () => {
    const rule = on(TODAY, '2026-06-02', '2026-06-05', '2026-06-06', '2026-06-09')
    assert.deepEqual(turnsOf('stage: data\n', [rule]), [
      '2026-06-05 warning sample/on',
      '2026-06-09 warning sample/on',
    ])
  })

  it('holds the last day and no later one', () => {
    assert.deepEqual(turnsOf('stage: data\n', [on('2026-06-10', '2026-06-11')]), ['2026-06-10 warning sample/on'])
  })

  it('names a finding of today that comes to weigh more as its decision comes near', () => {
    const rule: Rule = {
      id: 'sample/always',
      from: { criteria: 'info', close: 'error' },
      docs,
      check: ({ keySpan }) => [{ at: keySpan, message: 'Always.' }],
    }
    const yaml = 'stage: data\ntimeline: { end: 2026-07-05 }\n'
    assert.deepEqual(turnsOf(yaml, [rule]), ['2026-06-05 info error sample/always'])
  })

  it('names a finding whose suppression ends', () => {
    const yaml = '# pilots-ignore-file sample/on until 2026-06-03 -- it is being dealt with\nstage: data\n'
    const days = Array.from({ length: 10 }, (_, index) => `2026-06-${String(index + 1).padStart(2, '0')}`)
    assert.deepEqual(turnsOf(yaml, [on(...days)]), ['2026-06-04 warning sample/on'])
  })

  it('says on the day what a check on that day says', () => {
    const yaml =
      'stage: rollout\ntimeline: { start: 2026-03-02, end: 2026-06-30, productionBy: 2026-08-01 }\nowners: { production: { name: Kim } }\n'
    const text = complete(yaml)
    const circumstances = { today: TODAY, settings: recommended, rules }
    const turns = forecast({ text }, circumstances, '2026-09-01')
    assert.ok(turns.length > 2)
    for (const { date, finding } of turns) {
      const { findings } = analysisOf(text, { today: date })
      assert.ok(findings.some((each) => each.rule === finding.rule && each.message === finding.message))
    }
  })

  it('may trust a rule that does not need the date to say the same on every day', () => {
    for (const rule of rules) {
      if (isPortfolioRule(rule) || rule.needs?.includes('today') || rule.id.startsWith('suppression/')) continue
      for (const example of [...rule.docs.bad, ...rule.docs.good]) {
        const syntax = parse(complete(example.yaml))
        const scene = {
          get today(): string {
            throw new Error(`${rule.id} looks at the date and does not say so in its needs`)
          },
          file: { syntax, name: example.file },
          option: (name: string) => rule.options?.[name]?.default ?? 0,
          jurisdictions: [],
          currency: 'USD',
          suppressions: [],
          history: surroundings(example).history,
        }
        assert.doesNotThrow(() => [...rule.check(lowerPilot(syntax), scene)])
      }
    }
  })
})
