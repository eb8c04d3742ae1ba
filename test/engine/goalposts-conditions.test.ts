import { deepEqual, equal, match } from 'node:assert/strict'
import { historyOf } from '../../server/src/engine/rules/example-files.ts'
import { historyGoalpostsMoved } from '../../server/src/engine/rules/history/goalposts-moved.ts'
import { analysisOf, applyFix, complete } from '../support/check.ts'
import { START } from '../support/past.ts'

const at = (key: string, ...texts: readonly string[]): string =>
  `${START}criteria:\n  success: [{ metric: Rework, baseline: 9, target: 6 }]\n  ${key}:\n${texts.map((text) => `    - ${text}\n`).join('')}`

const analyzed = (present: string, past: readonly string[]) =>
  analysisOf(complete(present), {
    rules: [historyGoalpostsMoved],
    history: historyOf(past.map((yaml, index) => ({ date: `2026-0${index + 1}-20`, yaml }))),
    today: '2026-05-29',
  })
const said = (present: string, ...past: readonly string[]): readonly string[] =>
  analyzed(present, past).findings.map(({ severity, message }) => `${severity} ${message}`)
const changed = (key: string, before: string, after: string): readonly string[] =>
  said(at(key, after), at(key, before))

describe('a number in what was to stop a pilot', () => {
  it('makes that less likely', () => {
    deepEqual(
      changed('stop', 'Less than 20% of the cases run through', 'Less than 10% of the cases run through'),
      [
        'warning In what was to stop the pilot, "Less than 20% of the cases run through", 20 became 10 in the text that is not committed yet. Restore it, or let the notes of a gate say why.',
      ],
    )
    for (const [before, after] of [
      ['Complaints rise above 5 per week', 'Complaints rise above 25 per week'],
      ['Complaints rise above 5 per week', 'complaints  rise above 6.5 per week'],
      ['Weniger als 20 % der Fälle', 'Weniger als 10 % der Fälle'],
      ['Mehr als 1.500 EUR im Monat', 'Mehr als 2.500 EUR im Monat'],
      ['Cost > 100000 EUR', 'Cost > 200000 EUR'],
      ['Not at least 80% use it', 'Not at least 8% use it'],
      ['No more than 5 of 40 people use it', 'No more than 2 of 40 people use it'],
      ['Fewer users than about 40', 'Fewer users than about 20'],
      ['Error rate greater than or equal to 5%', 'Error rate greater than or equal to 9%'],
      ['A maximum of 8 people use it', 'A maximum of 2 people use it'],
      ['Acceptance < 60%', 'Acceptance < 40%'],
      ['Less than 20 % run through', 'Less than 10% run through'],
      ['No less than 5 errors a day', 'No less than 9 errors a day'],
    ] as const)
      match(changed('stop', before, after).join(), /^warning In what was to stop the pilot, /, after)
  })

  it('makes that more likely, or nobody can tell', () => {
    for (const [before, after] of [
      ['Less than 20% of the cases run through', 'Less than 30% of the cases run through'],
      ['Less than 20% of the cases run through', 'Fewer than 20 % of cases run through'],
      ['Complaints rise above 5 per week', 'Complaints rise above 20 per month'],
      ['Complaints rise above 5 in 3 weeks', 'Complaints rise above 6 in 2 weeks'],
      ['It fails at gate 2', 'It fails at gate 3'],
      ['No decision by 2026-05-01', 'No decision by 2026-06-01'],
      ['It is not so that it is above 5', 'It is not so that it is above 6'],
      ['Cost above 5 and nobody comes', 'Cost above 6 and nobody comes'],
      ['It lasts over 3 weeks', 'It lasts over 4 weeks'],
      ['More than half fail at gate 2', 'More than half fail at gate 3'],
      ['Acceptance below target for 6 weeks', 'Acceptance below target for 3 weeks'],
      ['Acceptance below target 6 weeks in a row', 'Acceptance below target 3 weeks in a row'],
      ['One more incident in 6 weeks', 'One more incident in 8 weeks'],
      ['More of the 20 sites object', 'More of the 25 sites object'],
      ['Cost above 9,000 EUR', 'Cost above 9000 EUR'],
      ['Savings below 9,000 EUR', 'Savings below 9000 EUR'],
      ['Savings below 1.500 EUR', 'Savings below 1400 EUR'],
      ['Savings below 5 EUR', 'Savings below 5.0 EUR'],
      ['It is not so that it is above 6', 'It is not so that it is above 5'],
      ['More cases came back to the team than 5', 'More cases came back to the team than 9'],
      ['Rather than 9 people', 'Rather than 5 people'],
      ['Cost above 1.500 EUR', 'Cost above 1,600 EUR'],
      ['Cost above 0.500 EUR', 'Cost above 0.4 EUR'],
    ] as const)
      deepEqual(changed('stop', before, after), [], after)
  })

  const less = (share: number): string => `Less than ${share}% run through`
  const stop = (...texts: readonly string[]): string => at('stop', ...texts)

  it('is told with whoever moved it, the last time where it went back and forth', () => {
    const [first, next, last] = [stop(less(20)), stop(less(15)), stop(less(10))] as const
    match(
      said(last, first, next, last).join(),
      /, "Less than 20% run through", 20 became 10 on 2026-03-20 by /,
    )
    match(said(last, first, last, last).join(), /20 became 10 on 2026-02-20 by /)
    match(said(last, first, last, first, last).join(), /20 became 10 on 2026-04-20 by /)
    deepEqual(said(first, first, last), [])
  })

  it('hides nothing else that was dropped, and is none where the text is still there', () => {
    const both = said(stop(less(10)), stop(less(20), 'The desk slows down'))
    equal(both.length, 2)
    match(both.join('\n'), /What was to stop the pilot, "The desk slows down", was dropped/)
    deepEqual(said(stop(less(10)), stop('The desk slows down', less(20))), both)
    deepEqual(said(stop(less(20), less(10)), stop(less(20))), [])
    equal(said(stop('Fewer than 10 cases', less(10)), stop('Fewer than 20 cases', less(20))).length, 2)
  })

  it('is told of by the notes of a gate', () => {
    const gate = (notes: string): string =>
      `gates: [{ stage: rollout, held: 2026-05-28, decision: expand, by: Dana Whitfield, notes: ${notes} }]\n`
    const [before, after] = [20, 10].map((share) => at('stop', `Less than ${share}% run through`))
    const notes = (was: string, is: string): readonly string[] => said(after + gate(is), before + gate(was))
    deepEqual(notes('We stop below 20', 'We stop below 10'), [])
    equal(notes('Two price rules were wrong.', 'Two price rules were wrong.').length, 1)
  })

  it('is put back by the fix', () => {
    const past = [at('stop', '"Less than 20%: of the cases" # why')]
    const [finding] = analyzed(at('stop', '"Less than 10%: of the cases" # why'), past).findings
    const fix = finding?.fixes[0]
    equal(fix?.title, 'Restore "Less than 20%: of the cases"')
    const text = complete(at('stop', '"Less than 10%: of the cases" # why'))
    match(fix ? applyFix(text, fix) : '', /- "Less than 20%: of the cases" # why\n/)
    const without = `${START}criteria:\n  success: [{ metric: Rework, baseline: 9, target: 6 }]\n`
    const [dropped] = analyzed(without, [at('stop', 'The desk slows down', 'Nobody uses it')]).findings
    const both = dropped?.fixes[0]
    equal(both?.title, 'Restore what stops the pilot')
    const restored = both ? applyFix(complete(without), both) : ''
    match(restored, /stop: \[The desk slows down, Nobody uses it\]\n/)
  })
})

describe('what production depends on', () => {
  const FIRST = 'Handling time below 25 min at the last gate'

  it('is told where it is dropped, and where a number makes it easier', () => {
    deepEqual(changed('go', FIRST, FIRST.replace('25', '35')), [
      `warning In what production depends on, "${FIRST}", 25 became 35 in the text that is not committed yet. Restore it, or let the notes of a gate say why.`,
    ])
    deepEqual(said(at('go', FIRST), at('go', FIRST, 'Two gates decide to expand')), [
      'warning What production depends on, "Two gates decide to expand", was dropped in the text that is not committed yet. Restore it, or let the notes of a gate say why.',
    ])
  })

  it('may become harder, be said in other words, and come in addition', () => {
    deepEqual(changed('go', FIRST, FIRST.replace('25', '20')), [])
    deepEqual(changed('go', 'At least 80% use it', 'At least 90% use it'), [])
    deepEqual(changed('go', 'Most of the 20 agents use it', 'Most of the 30 agents use it'), [])
    deepEqual(changed('go', 'Error rate below target for 4 weeks', 'Error rate below target for 6 weeks'), [])
    deepEqual(changed('go', FIRST, 'A case takes less than 25 min'), [])
    deepEqual(said(at('go', FIRST, 'Nobody objects'), at('go', FIRST)), [])
  })
})
