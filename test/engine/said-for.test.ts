import assert from 'node:assert/strict'
import { analysisOf, complete } from '../support/check.ts'

const found = (yaml: string, ...rules: readonly string[]): readonly string[] =>
  analysisOf(complete(yaml))
    .findings.filter(({ rule }) => rule.startsWith('schema/') || rules.includes(rule))
    .map(({ rule, message }) => `${rule} ${message.replace(/^.* is not a key of [^.]*\. /, '')}`)

describe('a number under a word of its own', () => {
  const rules = ['criteria/no-baseline', 'criteria/no-target', 'criteria/no-deadline', 'stage/output-missing']
  const of = (numbers: string): readonly string[] =>
    found(
      `stage: criteria\ncriteria:\n  success:\n    - { metric: Days to close, better: lower, source: SAP, ${numbers} }\n`,
      ...rules,
    )
  const asked = (...keys: readonly string[]): readonly string[] =>
    keys.map((key) => `schema/unknown-key Did you mean "${key}"?`)

  it('may be the baseline or the target of a criterion, which is not missing besides', () => {
    for (const pair of [
      ['current', 'goal'],
      ['now', 'objective'],
      ['today', 'to-be'],
      ['start', 'targetValue'],
      ['begin', 'Goal value'],
      ['from', 'to'],
      ['as-is', 'toBe'],
      ['Ist', 'Soll'],
      ['current_value', 'meta'],
      ['Istwert', 'Zielwert'],
      ['actuel', 'cible'],
    ]) {
      const [was, will] = pair
      const by = 'by: 2099-12-18'
      assert.deepEqual(of(`${was}: 64, ${will}: 40, ${by}`), asked('baseline', 'target'), `${was} ${will}`)
      assert.deepEqual(of(`${was}: "64 %", target: 40, ${by}`), asked('baseline'), was)
      assert.deepEqual(of(`baseline: 64, ${will}: "< 40", ${by}`), asked('target'), will)
    }
  })

  it('is no deadline where it is a number of days', () => {
    const missing = 'criteria/no-deadline "Days to close" has no deadline.'
    const [one, other, last, ...more] = of('now: 64 days, goal: 40 days').toSorted((a, b) =>
      b.localeCompare(a),
    )
    assert.deepEqual([one, other].toSorted(), asked('baseline', 'target'))
    assert.ok(last?.startsWith(missing), last)
    assert.deepEqual(more, [])
  })

  it('is inserted by nobody but its author', () => {
    const yaml = complete(
      'stage: criteria\ncriteria:\n  success:\n    - { metric: Days to close, current: 64, goal: 40, by: 2099-12-18 }\n',
    )
    const [current, goal, ...others] = analysisOf(yaml).findings.filter(({ message }) =>
      /baseline|target/.test(message),
    )
    assert.deepEqual(others, [])
    for (const { fixes } of [current, goal].filter((each) => each !== undefined)) {
      assert.deepEqual(
        fixes.map(({ safe, suggestion }) => [safe, suggestion]),
        [[false, true]],
      )
    }
  })

  it('is none where the right one stands beside it, nor where it is a name, a day or a sentence', () => {
    const own = (key: string): string =>
      `schema/unknown-key Remove it, or name it "x-${key}" if it is your own.`
    assert.deepEqual(of('baseline: 64, current: 55, target: 40, by: 2099-12-18'), [own('current')])
    const none = of('from: SAP S/4, target: 40, by: 2099-12-18')
    assert.ok(none.includes(own('from')) && none.some((each) => each.startsWith('criteria/no-baseline')))
    const vague = of('baseline: 64, goal: faster, by: 2099-12-18')
    assert.ok(vague.includes(own('goal')) && vague.some((each) => each.startsWith('criteria/no-target')))
  })
})

describe('a day under a word of its own', () => {
  it('may be the start or the end, which is not missing besides', () => {
    for (const pair of [
      ['begin', 'finish'],
      ['from', 'to'],
      ['Beginn', 'until'],
      ['inicio', 'fin'],
      ['início', 'fim'],
      ['début', 'fin'],
    ]) {
      const days = `${pair[0]}: 2099-02-02, ${pair[1]}: 2099-05-29`
      assert.deepEqual(
        found(`stage: rollout\ntimeline: { ${days} }\n`, 'stage/no-window'),
        ['start', 'end'].map((key) => `schema/unknown-key Did you mean "${key}"?`),
        days,
      )
      assert.deepEqual(
        found(`rollout: { ${pair[0]}: 2099-02-02 }\n`),
        ['schema/unknown-key Did you mean "start"?'],
        days,
      )
    }
  })

  it('may be the one of production', () => {
    for (const key of ['go-live', 'Go Live', 'goLive']) {
      assert.deepEqual(
        found(
          `stage: rollout\ntimeline: { start: 2099-02-02, end: 2099-05-29, ${key}: 2099-06-29 }\n`,
          'stage/no-production-date',
        ),
        ['schema/unknown-key Did you mean "productionBy"?'],
        key,
      )
    }
  })
})

describe('a reason under a word of its own', () => {
  it('may be why it was decided, which is not missing besides', () => {
    for (const key of ['reason', 'why', 'Grund', 'raison']) {
      const outcome = `{ decision: stop, date: 2026-05-05, ${key}: Calls stayed at 13.8., learned: [Ask first] }`
      assert.deepEqual(
        found(`stage: stopped\noutcome: ${outcome}\n`, 'outcome/stop-unexplained', 'stage/output-missing'),
        ['schema/unknown-key Did you mean "because"?'],
        key,
      )
    }
  })
})
