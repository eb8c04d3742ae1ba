import assert from 'node:assert/strict'
import { historyOf } from '../../server/src/engine/rules/example-files.ts'
import { historyGoalpostsMoved } from '../../server/src/engine/rules/history/goalposts-moved.ts'
import type { PastState } from '../../server/src/engine/rules/rule.ts'
import { analysisOf, complete } from '../support/check.ts'

describe('a lowered target that a gate speaks of', () => {
  const text = (target: number, notes?: string, held = '2026-04-08'): string =>
    `timeline: { start: 2026-02-02, end: 2026-06-26 }
criteria: { success: [{ metric: Clerks using it, unit: "%", baseline: 20, target: ${target} }] }
gates: [{ stage: rollout, due: 2026-04-08, held: ${held}, decision: expand, by: A${notes ? `, notes: "${notes}"` : ''} }]
`
  const severity = (yaml: string, past: readonly PastState[], made?: string): string | undefined => {
    const rules = [historyGoalpostsMoved]
    const [first, ...others] = historyOf(past).revisions
    const revisions = others.map((each) => (made === undefined ? each : { ...each, made }))
    const history = { revisions: first ? [first, ...revisions] : [] }
    const { findings } = analysisOf(complete(yaml), { rules, history })
    return findings.find(({ rule }) => rule === 'history/goalposts-moved')?.severity
  }
  /** The target comes down on 2026-04-06. */
  const lowered = (before: string, after: string): string | undefined =>
    severity(after, [
      { date: '2026-01-20', yaml: before },
      { date: '2026-04-06', yaml: after },
    ])
  const besides = (notes: string | undefined, held?: string): string | undefined =>
    lowered(text(85, notes, held), text(70, notes, held))

  it('weighs less when the notes were written with the change or after it', () => {
    const note = 'Nobody works on Fridays.'
    assert.equal(lowered(text(85), text(70, note)), 'warning')
    const past = [
      { date: '2026-01-20', yaml: text(85) },
      { date: '2026-04-06', yaml: text(70) },
    ]
    assert.equal(severity(text(70, note), past), 'warning')
  })

  it('weighs less when the notes name the metric or the new value, or the gate was held on that day', () => {
    assert.equal(besides('Too few clerks  using it, so less is asked.'), 'warning')
    assert.equal(besides('From 85 to 70 percent.'), 'warning')
    assert.equal(besides('To 70,0, not to 85,0.'), 'warning')
    assert.equal(besides('As agreed.', '2026-04-06'), 'warning')
  })

  it('weighs less when the gate was held between the day of the change and that on which it was merged', () => {
    const merged = (held: string, made?: string, notes = 'As agreed for 70.'): string | undefined => {
      const [before, after] = [text(85, 'As agreed.', held), text(70, notes, held)]
      return severity(
        after,
        [
          { date: '2026-01-20', yaml: before },
          { date: '2026-04-06', yaml: after },
        ],
        made,
      )
    }
    assert.equal(merged('2026-03-20'), 'error')
    assert.equal(merged('2026-03-20', '2026-03-20'), 'warning')
    assert.equal(merged('2026-03-27', '2026-03-20'), 'warning')
    assert.equal(merged('2026-03-16', '2026-03-20'), 'error')
    const noted = (held: string): string | undefined => merged(held, '2026-03-20', 'As agreed.')
    assert.deepEqual(['2026-03-20', '2026-03-27', '2026-04-06'].map(noted), ['warning', 'error', 'warning'])
  })

  it('weighs as much as ever when the notes were there before and are about something else', () => {
    const notes = 'Two price rules were wrong. From 12% to 25% of the invoices, 170 a day.'
    assert.equal(besides(notes), 'error')
    assert.equal(besides(notes, '2026-04-05'), 'error')
  })

  it('weighs as much as ever when a note of before was only touched with the change or after it', () => {
    const NOTE = 'Two price rules were wrong, and are put right since Monday.'
    const past = (after: string): PastState[] => [
      { date: '2026-01-20', yaml: text(85, NOTE) },
      { date: '2026-04-06', yaml: text(70, after) },
    ]
    for (const note of [
      NOTE.replace('wrong', 'wrogn'),
      NOTE.slice(0, -1),
      NOTE.replace('Monday', 'Friday'),
      NOTE.toUpperCase(),
      'Since Monday are put right, and were wrong, two price rules.',
      `${NOTE} Okay.`,
      '...',
    ]) {
      assert.equal(severity(text(70, note), past(note)), 'error', note)
      assert.equal(severity(text(70, note), past(NOTE)), 'error', note)
    }
    const japanese = '二つの価格規則が間違っていた。'
    assert.equal(lowered(text(85, japanese), text(70, japanese.replace('二', '三'))), 'error')
  })

  it('weighs less when a note of before says more since the change, in however few words', () => {
    const NOTE = 'Two price rules were wrong.'
    for (const note of [`${NOTE} Less asked.`, `${NOTE} To 70.`, 'Lowered.', `${NOTE} Weniger genügt.`])
      assert.equal(lowered(text(85, NOTE), text(70, note)), 'warning', note)
    const japanese = '二つの価格規則が間違っていた。'
    assert.equal(lowered(text(85, japanese), text(70, `${japanese}目標を下げた。`)), 'warning')
    assert.equal(lowered(text(85, '-'), text(70, 'Lowered.')), 'warning')
    // The plan of a gate says nothing of what was decided at it.
    const planned = text(85, NOTE).replace(' held: 2026-04-08,', '')
    assert.equal(lowered(planned, text(70, `${NOTE} Okay.`)), 'error')
  })

  it('weighs as much as ever when the notes are those of another gate', () => {
    const NOTE = 'Two price rules were wrong, and are put right.'
    const data = `gates: [{ stage: data, due: 2026-03-06, held: 2026-03-06, decision: advance, by: A, notes: "${NOTE}" }, `
    const besideData = (yaml: string): string => yaml.replace('gates: [', data)
    const before = besideData(text(85).replace(' held: 2026-04-08,', ''))
    assert.equal(lowered(before, besideData(text(70, NOTE))), 'error')
    assert.equal(lowered(before, besideData(text(70, `${NOTE} Less asked.`))), 'warning')
  })

  it('weighs as much as ever without notes, and with a gate of another time', () => {
    assert.equal(besides(undefined), 'error')
    assert.equal(besides('To 70.', '2026-04-10'), 'error')
  })
})
