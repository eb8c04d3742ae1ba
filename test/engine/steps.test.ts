import assert from 'node:assert/strict'
import { recommended } from '../../server/src/engine/config/settings.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import type { Step } from '../../server/src/engine/steps/step.ts'
import { type Taken, takeStep } from '../../server/src/engine/steps/take-step.ts'
import { applyEdits } from '../../server/src/engine/text/edit.ts'
import { analysisOf, TODAY } from '../support/check.ts'
import { readyPilot } from '../support/ready-pilot.ts'

const head = 'apiVersion: pilot-as-code/v1\nname: demand\ntitle: Demand forecast\n'

/** What a person answers, unless the test is about it. */
const decision = { do: 'decide', decision: 'advance', by: 'Dana Whitfield', date: '2026-05-28' } as const
const end = {
  do: 'stop',
  by: 'Dana Whitfield',
  date: '2026-05-28',
  because: 'Only 8 of 22 sensors deliver data',
  learned: ['Ask for raw data first'],
} as const

type Case = readonly [name: string, before: string, step: Step, after: string]

describe('a step changes the text', () => {
  const cases: readonly Case[] = [
    [
      'with a decision at a planned gate, whose comments stay',
      'stage: data # on its way\ngates:\n  # agreed in May\n  - stage: data # the second\n    due: 2026-05-20 # a Wednesday\nowners: {}\n',
      { ...decision, gate: 0 },
      'stage: data # on its way\ngates:\n  # agreed in May\n  - stage: data # the second\n    due: 2026-05-20 # a Wednesday\n    held: 2026-05-28\n    decision: advance\n    by: Dana Whitfield\nowners: {}\n',
    ],
    [
      'with a decision and its evidence at a gate on one line',
      'stage: rollout\ngates:\n  - { stage: rollout, due: 2026-05-20, notes: Monthly }\n',
      { ...decision, gate: 0, decision: 'expand', adoptersUsing: 0, metricsMoving: false },
      'stage: rollout\ngates:\n  - { stage: rollout, due: 2026-05-20, notes: Monthly, held: 2026-05-28, decision: expand, by: Dana Whitfield, adoptersUsing: 0, metricsMoving: false }\n',
    ],
    [
      'with the decision of a gate that was held without one',
      'stage: data\ngates:\n  - stage: data\n    held: 2026-05-20\n    by: Sam Cole # for Dana\n',
      { ...decision, gate: 0 },
      'stage: data\ngates:\n  - stage: data\n    held: 2026-05-28\n    decision: advance\n    by: Dana Whitfield # for Dana\n',
    ],
    [
      'with a gate that nobody had planned, in the order of the days',
      'stage: data\ngates:\n  - { stage: criteria, held: 2026-01-20 }\n  - { stage: rollout, due: 2026-09-20 } # after the summer\n',
      decision,
      'stage: data\ngates:\n  - { stage: criteria, held: 2026-01-20 }\n  - { stage: data, due: 2026-05-28, held: 2026-05-28, decision: advance, by: Dana Whitfield }\n  - { stage: rollout, due: 2026-09-20 } # after the summer\n',
    ],
    [
      'with a gate in front of all others',
      'stage: data\ngates:\n  - stage: rollout\n    due: 2026-09-20\n',
      { ...decision, stage: 'criteria' },
      'stage: data\ngates:\n  - stage: criteria\n    due: 2026-05-28\n    held: 2026-05-28\n    decision: advance\n    by: Dana Whitfield\n  - stage: rollout\n    due: 2026-09-20\n',
    ],
    [
      'with the first gate of a file that has none',
      'stage: criteria\n# the end\n',
      decision,
      'stage: criteria\ngates:\n  - stage: criteria\n    due: 2026-05-28\n    held: 2026-05-28\n    decision: advance\n    by: Dana Whitfield\n# the end\n',
    ],
    [
      'with a reading in the style of the others',
      'criteria:\n  success:\n    - metric: Hours\n      readings:\n        - { date: 2026-03-01, value: 9 } # after the first month\n        - { date: 2026-05-31, value: 7 }\n',
      { do: 'read', criterion: 0, date: '2026-04-01', value: 8.5 },
      'criteria:\n  success:\n    - metric: Hours\n      readings:\n        - { date: 2026-03-01, value: 9 } # after the first month\n        - { date: 2026-04-01, value: 8.5 }\n        - { date: 2026-05-31, value: 7 }\n',
    ],
    [
      'with a reading in front of a list in brackets',
      'criteria: { success: [{ metric: Hours, readings: [{ date: 2026-05-31, value: 7 }] }] }\n',
      { do: 'read', criterion: 0, date: '2026-04-01', value: -8 },
      'criteria: { success: [{ metric: Hours, readings: [{ date: 2026-04-01, value: -8 }, { date: 2026-05-31, value: 7 }] }] }\n',
    ],
    [
      'with the first reading of the second criterion',
      'criteria:\n  success:\n    - metric: Hours\n    - metric: Cost # per month\n      target: 9\n',
      { do: 'read', criterion: 1, date: '2026-06-01', value: 12 },
      'criteria:\n  success:\n    - metric: Hours\n    - metric: Cost # per month\n      target: 9\n      readings:\n        - date: 2026-06-01\n          value: 12\n',
    ],
    [
      'with its end, whatever stands in the reason',
      'stage: "data" # since March\nsummary: x\n',
      { ...end, because: 'No "data": 8 of 22, #3\nis down', learned: ['Ask first ', ' ', 'Then, again'] },
      'stage: stopped # since March\nsummary: x\noutcome:\n  decision: stop\n  date: 2026-05-28\n  by: Dana Whitfield\n  because: "No \\"data\\": 8 of 22, #3\\nis down"\n  learned: [Ask first, "Then, again"]\n',
    ],
    [
      'with what its end still lacks',
      'stage: data\noutcome:\n  decision: stop\n  because: The budget was cut # in May\n',
      end,
      'stage: stopped\noutcome:\n  decision: stop\n  date: 2026-05-28\n  by: Dana Whitfield\n  because: The budget was cut # in May\n  learned: [Ask for raw data first]\n',
    ],
  ]
  for (const [name, before, step, after] of cases) {
    it(name, () => assert.equal(textAfter(head + before, step), head + after))
    it(`${name}, with CR LF and a byte order mark`, () => {
      const windows = (text: string): string => `\uFEFF${(head + text).replaceAll('\n', '\r\n')}`
      assert.equal(textAfter(windows(before), step), windows(after))
    })
  }

  it('moves a pilot on that has everything, and nothing else', () => {
    const before = `${readyPilot}stage: criteria   # at last\n`
    assert.equal(textAfter(before, { do: 'advance' }), `${readyPilot}stage: ownership   # at last\n`)
  })
})

describe('a step is refused', () => {
  const held = 'stage: data\ngates:\n  - { stage: data, held: 2026-05-01, decision: hold, by: Sam Cole }\n'
  const criterion = 'criteria: { success: [{ metric: Hours, readings: [{ date: 2026-05-31, value: 7 }] }] }\n'
  const cases: readonly (readonly [name: string, text: string, step: Step, says: RegExp])[] = [
    [
      'in text that does not parse',
      'stage: data\ngates: [\n',
      decision,
      /^The file does not parse\. Mend line \d first: /,
    ],
    ['in an empty file', '', decision, /holds no pilot yet/],
    [
      'with a date that does not exist',
      held,
      { ...decision, date: '2026-02-30' },
      /^"2026-02-30" is not a date that exists\./,
    ],
    ['with a date to come', held, { ...decision, date: '2026-06-02' }, /^2026-06-02 is in the future\./],
    ['without a name', held, { ...decision, by: ' ' }, /^"by" is empty\./],
    ['at a gate that is not there', held, { ...decision, gate: 1 }, /no such gate/],
    [
      'at a gate that was decided',
      held,
      { ...decision, gate: 0 },
      /^The data gate of 2026-05-01 was decided by Sam Cole: hold\./,
    ],
    ['with fewer than no people', held, { ...decision, adoptersUsing: -1 }, /cannot be below 0/],
    ['at a gate of a stopped pilot', 'stage: stopped\n', decision, /was stopped/],
    [
      'for a criterion that is not there',
      criterion,
      { do: 'read', criterion: 3, date: TODAY, value: 1 },
      /no such criterion/,
    ],
    [
      'for a day that has a reading',
      criterion,
      { do: 'read', criterion: 0, date: '2026-05-31', value: 1 },
      /^There is a reading of 2026-05-31 already: 7\./,
    ],
    ['with no number', criterion, { do: 'read', criterion: 0, date: TODAY, value: Number.NaN }, /./],
    ['for a pilot that is stopped', 'stage: stopped\n', end, /is stopped already/],
    [
      'for a pilot that is scaled',
      'stage: adoption\noutcome: { decision: scale, date: 2026-05-01 }\n',
      end,
      /^The outcome of 2026-05-01 says that the pilot is scaled\./,
    ],
    ['without a reason', held, { ...end, because: '' }, /^"because" is empty\./],
    ['without a lesson', held, { ...end, learned: [' '] }, /what was learned/],
    ['behind the last stage', 'stage: production\n', { do: 'advance' }, /which is the last stage/],
    ['behind the end', 'stage: stopped\n', { do: 'advance' }, /was stopped/],
    ['where an alias stands', 'x-stage: &at data\nstage: *at\n', end, /by hand/],
    ['where an alias repeats elsewhere what would change', 'stage: &at data\nx-at: *at\n', end, /by hand/],
    [
      'where others take over what would be added to',
      'stage: data\noutcome: &end\n  next: { what: Sensors, by: 2026-09-01 }\nx-other:\n  <<: *end\n',
      end,
      /by hand/,
    ],
  ]
  for (const [name, text, step, says] of cases) {
    it(name, () => {
      const taken = take(text === '' ? '' : head + text, step)
      assert.ok(taken.kind === 'refused', taken.kind)
      assert.match(taken.message, says)
    })
  }

  it('with the list of what is missing', () => {
    const text = `${head}stage: ownership\ngates:\n  - { stage: ownership, due: 2026-05-20 }\n`
    const taken = take(text, { do: 'advance' })
    assert.ok(taken.kind === 'refused')
    assert.match(
      taken.message,
      /^It may not enter data: 2 outputs missing, 2 gates not passed, \d+ errors\.$/,
    )
    const missing = taken.missing ?? []
    assert.deepEqual(
      missing.slice(0, 4).map(({ kind, says, gate }) => [kind, says, gate]),
      [
        ['output', 'no success criterion is defined', undefined],
        ['output', 'nobody is named as operator', undefined],
        ['gate', 'no criteria gate is held, and none is planned', undefined],
        ['gate', 'the ownership gate of 2026-05-20 is not held', 0],
      ],
    )
    assert.equal(missing[1]?.fixes[0]?.title, 'Insert the output of ownership')
    const finding = missing.find(({ rule }) => rule === 'owners/operator-missing')
    assert.ok(finding && finding.fixes.length > 0)
    assert.ok(missing.every(({ at }) => at.end <= text.length))
  })
})

function take(text: string, step: Step): Taken {
  return takeStep(analysisOf(text), step, {
    file: { name: undefined },
    circumstances: { today: TODAY, settings: recommended, rules },
  })
}

function textAfter(text: string, step: Step): string {
  const taken = take(text, step)
  if (taken.kind === 'refused')
    return `${taken.message}\n${taken.missing?.map(({ says }) => says).join('\n')}`
  return applyEdits(text, taken.edits)
}
