import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { analyze } from '../../server/src/engine/analyze.ts'
import { atMost, TOO_MANY } from '../../server/src/engine/at-most.ts'
import { readConfig } from '../../server/src/engine/config/read.ts'
import { recommended } from '../../server/src/engine/config/settings.ts'
import type { Finding } from '../../server/src/engine/finding.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { limits } from '../../server/src/engine/yaml/limits.ts'

const under = { today: '2026-11-20', settings: recommended, rules }

describe('more findings than are told', () => {
  it('leave out what weighs least, and say so', () => {
    const findings = tooMany()
    const told = analyze({ text: manyWarnings(130) }, under).findings
    assert.equal(told.length, limits.problems + 1)
    assert.deepEqual(
      told.filter(({ rule }) => rule === TOO_MANY).map(({ span, severity }) => ({ span, severity })),
      [{ span: { start: 0, end: 1 }, severity: 'error' }],
    )
    assert.match(told[0]?.message ?? '', /more than 100 findings/)
    assert.ok(told.some(({ rule }) => rule === 'schema/unknown-key'))
    assert.deepEqual(atMost([...findings].reverse(), 'x'), atMost(findings, 'x'))
  })

  it('are no more when what is added is cut again', () => {
    const findings = tooMany()
    const once = atMost(findings.slice(0, -20), 'x')
    assert.deepEqual(atMost([...once, ...findings.slice(-20)], 'x'), atMost(findings, 'x'))
  })

  it('are none up to the limit', () => {
    const findings = tooMany().slice(0, limits.problems)
    assert.deepEqual(atMost(findings, 'x'), findings)
  })

  it('are said also of what is no YAML, and of a configuration', () => {
    const broken = 'a: "\\q"\n'.repeat(200)
    for (const { findings } of [analyze({ text: broken }, under), readConfig(broken, 'pilots.config.yaml')]) {
      assert.equal(findings.length, limits.problems + 1)
      assert.ok(findings.some(({ rule }) => rule === TOO_MANY))
    }
  })
})

function tooMany(): readonly Finding[] {
  return Array.from({ length: 140 }, (_, start) => {
    const severity = start < 120 ? 'warning' : 'error'
    return { rule: 'a/b', severity, message: 'm', span: { start, end: start + 1 }, related: [], fixes: [] }
  })
}

/** A pilot with a warning for each of so many criteria, and an error behind them. */
function manyWarnings(count: number): string {
  const file = new URL('../../examples/pilots/route-planning.pilot.yaml', import.meta.url)
  const criterion = (number: number): string =>
    `    - { metric: Fuel cost ${number}, kind: business, unit: USD, better: lower, baseline: 10, target: 5, within: 60 days, source: cost-system, readings: [{ date: 2026-04-27, value: 6 }] }\n`
  const criteria = Array.from({ length: count }, (_, number) => criterion(number)).join('')
  const text = readFileSync(file, 'utf8')
  return `${text.replace(/^ {2}go:$/m, `${criteria}  go:`)}zzz: 1\n`
}
