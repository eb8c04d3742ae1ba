import assert from 'node:assert/strict'
import type { Finding, Severity } from '../../server/src/engine/finding.ts'
import { readinessOf } from '../../server/src/engine/pilot/readiness.ts'
import { judgementOf, outlookOf, verdictOf } from '../../server/src/engine/pilot/verdict.ts'
import { pilotOf, TODAY } from '../support/check.ts'

function found(rule: string, severity: Severity): Finding {
  return { rule, severity, message: 'm', span: { start: 0, end: 1 }, related: [], fixes: [] }
}

describe('the verdict', () => {
  const outlook = { stage: 'data', reasoned: false, signs: [] } as const
  const warnings = (...groups: readonly string[]): readonly Finding[] =>
    groups.map((group) => found(`${group}/x`, 'warning'))

  it('is at risk with any error, or with warnings in three groups', () => {
    assert.equal(judgementOf(outlook, warnings('value', 'value', 'data', 'data')).verdict, 'healthy')
    assert.equal(judgementOf(outlook, warnings('value', 'data', 'gates')).verdict, 'at-risk')
    assert.equal(judgementOf(outlook, [found('value/x', 'error')]).verdict, 'at-risk')
    assert.equal(judgementOf(outlook, [found('value/x', 'info')]).verdict, 'healthy')
  })

  it('is purgatory with two signs of it and not with one, whatever else was found', () => {
    const [one, two] = [['a'], ['a', 'b']].map((signs) => judgementOf({ ...outlook, signs }, []).verdict)
    assert.deepEqual([one, two], ['healthy', 'in-purgatory'])
  })

  it('of a stop is good only with its reason and without an error', () => {
    const stopped = 'stage: stopped\noutcome: { decision: stop, because: The data does not exist. }\n'
    assert.equal(verdictOf(pilotOf(stopped), [], TODAY).verdict, 'stopped-well')
    assert.equal(verdictOf(pilotOf(stopped), [found('a/b', 'error')], TODAY).verdict, 'stopped')
    assert.equal(verdictOf(pilotOf('stage: stopped\n'), [], TODAY).verdict, 'stopped')
  })
})

describe('a sign of purgatory', () => {
  const signs = (yaml: string, finding: Finding): readonly string[] =>
    outlookOf(pilotOf(yaml), [finding], TODAY).signs

  it('are dates that were moved twice, which is an error, and not once', () => {
    const sign = 'its dates were moved twice'
    assert.ok(signs('stage: data\n', found('history/deadline-slipped', 'error')).includes(sign))
    assert.ok(!signs('stage: data\n', found('history/deadline-slipped', 'warning')).includes(sign))
  })

  it('is a success of more than 180 days ago that is not in production, also where a gate let it go on', () => {
    const sign = 'it succeeded more than 180 days ago and is not in production'
    const met = (day: string): string => `stage: adoption
criteria:
  success: [{ metric: Cost, better: lower, baseline: 21, target: 14, readings: [{ date: ${day}, value: 13 }] }]
gates: [{ stage: rollout, held: 2025-11-28, decision: expand }]
`
    const none = found('file/name', 'warning')
    assert.deepEqual(signs(met('2025-11-24'), none), [sign])
    assert.deepEqual(signs(met('2025-12-24'), none), [])
  })

  it('is a rest while a tool is paid for, and not without one', () => {
    const sign = 'its tool is paid for and nobody works on it'
    const dormant = found('stage/dormant', 'warning')
    assert.ok(signs('stage: data\nvendor: { name: Northwind }\n', dormant).includes(sign))
    assert.ok(signs('stage: data\ncost: { software: 42000 }\n', dormant).includes(sign))
    assert.ok(!signs('stage: data\n', dormant).includes(sign))
  })
})

describe('the readiness of curated data', () => {
  const rest = `owners: { operator: { name: Luis Ortega, accountability: Accuracy } }
criteria: { success: [{ metric: Accuracy, baseline: 73, target: 82, by: 2026-08-25 }] }
`
  for (const [quality, level] of [
    ['curated', 'low'],
    ['production', 'medium'],
  ] as const) {
    it(`is ${level} without an audit where it is called ${quality}`, () => {
      const pilot = pilotOf(`${rest}data: { sources: [{ system: erp, quality: ${quality} }] }\n`)
      assert.deepEqual(readinessOf(pilot), { level, gaps: ['the data is not audited'] })
    })
  }
})
