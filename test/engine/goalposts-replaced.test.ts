import assert from 'node:assert/strict'
import { historyOf } from '../../server/src/engine/rules/example-files.ts'
import { historyGoalpostsMoved } from '../../server/src/engine/rules/history/goalposts-moved.ts'
import { analysisOf, applyFix, complete } from '../support/check.ts'
import { criteria, found, moved, START } from '../support/past.ts'

describe('goalposts that are replaced', () => {
  const ERROR = 'history/goalposts-moved error'
  const WARNING = 'history/goalposts-moved warning'
  const LATE = 'history/criteria-added-late warning'

  it('are found by the first name, and of two with that name by the unit', () => {
    const two = (first: string, second: string): string => START + criteria(`${first}, ${second}`)
    const start = two(
      '{ metric: Rework, unit: h, baseline: 40, target: 20 }',
      '{ metric: Rework, unit: "%", baseline: 9, target: 4 }',
    )
    const renamed = start.replace('Rework', 'Rework of letters').replace('Rework,', 'Rework of calls,')
    const back = two(
      '{ metric: Rework, unit: "%", baseline: 9, target: 3 }',
      '{ metric: Rework, unit: h, baseline: 40, target: 19 }',
    )
    const states = [
      { date: '2026-01-20', yaml: start },
      { date: '2026-02-20', yaml: renamed },
    ]
    assert.deepEqual(found(back, states), [])
  })

  it('move where another metric takes the numbers over, and not where one is only put in other words', () => {
    const cases: readonly [string, string, readonly string[]][] = [
      ['Rework', 'Share of rework', []],
      ['Invoices handled by hand', 'Percentage of all invoices handled by hand', []],
      ['Handling time per claim', 'Claim handling time', []],
      ['Average handling time', 'AHT', []],
      ['Average handling time', 'Average handling time (AHT)', []],
      ['Average handling time', 'Average handling time (USA)', [WARNING]],
      ['Incident time', 'Incident time (IT)', [WARNING]],
      ['Number of tickets not solved', 'Number of tickets solved', [WARNING]],
      ['Number of tickets NOT solved', 'Number of tickets solved', [WARNING]],
      ['Lead time of letters', 'Leadtime of letters', []],
      ['Dunkelverarbeitungsquote', 'Dunkelverarbeitungs-Quote', []],
      ['Cases of top 1 0', 'Cases of top 10', [WARNING]],
      ['Bearbeitungszeit', 'Ø Bearbeitungszeit', []],
      ['Bearbeitungszeit', 'Mittlere Bearbeitungszeit', []],
      ['Minutes per claim', 'Minutes for each claim', []],
      ['Invoice handling', 'invoices  handled', []],
      ['Rewrok rate', 'Rework rate', []],
      ['Increase of orders', 'Decrease of orders', [WARNING]],
      ['Bearbeitungszeit je Antrag', 'Durchschnittliche Bearbeitungszeit der Anträge', []],
      ['Bearbeitungszeit je Antrag', 'Bearbeitungsdauer', [WARNING]],
      ['Forecast accuracy per SKU and week', 'Forecast accuracy', [WARNING]],
      ['Invoices paid untouched', 'Invoices under 100 euros paid untouched', [WARNING]],
      ['Invoices paid untouched', 'Invoices opened in the new inbox', [WARNING]],
      ['Invoices under 1000 EUR paid', 'Invoices under 10000 EUR paid', [WARNING]],
      ['Invoices paid untouched', 'Employees who like the tool', [ERROR, LATE]],
    ]
    for (const [before, after, expected] of cases) {
      const [was, is] = [before, after].map((metric) => `{ metric: ${metric}, baseline: 20, target: 60 }`)
      assert.deepEqual(moved(was ?? '', is ?? '').toSorted(), expected.toSorted(), `${before} > ${after}`)
    }
  })

  it('move where a number is taken out, and not while one is written anew', () => {
    const cases: readonly [string, string, readonly string[]][] = [
      ['better: lower, baseline: 9, target: 6', 'better: lower, baseline: 9', [ERROR]],
      ['better: lower, baseline: 9, target: 6', 'better: lower, baseline: 9, x-target: 6', [ERROR]],
      ['better: lower, baseline: 9, target: 6', 'better: lower, target: 6', [ERROR]],
      [
        'better: lower, baseline: 9, target: 6',
        'better: lower, baseline: 9, target: 5 to 6',
        ['schema/kind error'],
      ],
      ['better: lower, baseline: 9', 'better: lower, baseline: 9', []],
    ]
    for (const [before, after, expected] of cases)
      assert.deepEqual(moved(`{ metric: T, ${before} }`, `{ metric: T, ${after} }`), expected, after)
    const past = ['baseline: 14.5, target: 9', 'baseline: 14.5, better: lower'].map((numbers, index) => {
      return {
        date: `2026-0${index + 2}-01`,
        yaml: START + criteria(`{ metric: Cases, unit: h, ${numbers} }`),
      }
    })
    const { text, findings } = analysisOf(complete(past[1]?.yaml ?? ''), {
      rules: [historyGoalpostsMoved],
      history: historyOf(past),
    })
    assert.match(findings[0]?.message ?? '', /was 9 h at the start and was taken out on 2026-03-01 by /)
    const fix = findings[0]?.fixes[0]
    assert.equal(fix?.title, 'Restore the target 9 h')
    assert.match(fix ? applyFix(text, fix) : '', /target: 9 \}/)
  })

  it('move where a word takes the place of a number, and not where the number is written otherwise', () => {
    const [before, ...after] = ['82', 'tbd', 'high', '"82"', '82%', 'null'].map(
      (target) => `{ metric: T, unit: "%", baseline: 73, target: ${target} }`,
    )
    const goalposts = after.map((each) => moved(before ?? '', each).includes(ERROR))
    assert.deepEqual(goalposts, [true, true, false, false, true])
    const { text, findings } = analysisOf(complete(START + criteria(after[1] ?? '')), {
      rules: [historyGoalpostsMoved],
      history: historyOf([{ date: '2026-01-20', yaml: START + criteria(before ?? '') }]),
    })
    const [finding] = findings.filter(({ rule }) => rule === historyGoalpostsMoved.id)
    assert.match(
      finding?.message ?? '',
      /^The target of "T" was 82% at the start and became "high" in the text/,
    )
    assert.equal(text.slice(finding?.span.start, finding?.span.end), 'high')
    const fix = finding?.fixes[0]
    assert.equal(fix?.title, 'Restore the target 82%')
    assert.match(fix ? applyFix(text, fix) : '', /baseline: 73, target: 82 \}/)
  })

  it('move where a number is said to be none, which is no word', () => {
    for (const none of ['~', 'null']) {
      const at = (target: string): string =>
        START + criteria(`{ metric: T, baseline: 73, target: ${target} }`)
      const { text, findings } = analysisOf(complete(at(none)), {
        rules: [historyGoalpostsMoved],
        history: historyOf([{ date: '2026-01-20', yaml: at('82') }]),
      })
      const [finding] = findings.filter(({ rule }) => rule === historyGoalpostsMoved.id)
      assert.match(
        finding?.message ?? '',
        /^The target of "T" was 82 at the start and was taken out in the text/,
      )
      assert.equal(finding?.past?.after, undefined)
      const fix = finding?.fixes[0]
      assert.match(fix ? applyFix(text, fix) : '', /baseline: 73, target: 82 \}/)
    }
  })

  it('stand where they did when a metric has its first name again', () => {
    const named = (metric: string): string =>
      START + criteria(`{ metric: ${metric}, baseline: 20, target: 60 }`)
    const past = ['Invoices paid untouched', 'Small invoices paid untouched'].map((metric, index) => {
      return { date: `2026-0${index + 2}-01`, yaml: named(metric) }
    })
    assert.deepEqual(found(named('Small invoices paid untouched'), past), [WARNING])
    assert.deepEqual(found(named('Invoices paid untouched'), past), [])
    const { text, findings } = analysisOf(complete(past[1]?.yaml ?? ''), {
      rules: [historyGoalpostsMoved],
      history: historyOf(past),
    })
    const fix = findings[0]?.fixes[0]
    assert.match(fix ? applyFix(text, fix) : '', /metric: Invoices paid untouched, baseline/)
  })

  it('move where a baseline on the other side of the target turns round what is better', () => {
    const turned = (before: string, after: string): readonly string[] =>
      moved(`{ metric: Rework, ${before} }`, `{ metric: Rework, ${after} }`)
    const ERROR = 'history/goalposts-moved error'
    assert.deepEqual(turned('baseline: 9, target: 4', 'baseline: 3, target: 4'), [ERROR])
    assert.deepEqual(turned('baseline: 40, target: 70', 'baseline: 80, target: 70'), [ERROR])
    const [before, after] = [9, 3].map((baseline) => {
      return complete(START + criteria(`{ metric: Rework, baseline: ${baseline}, target: 4 }`))
    })
    const history = historyOf([{ date: '2026-01-20', yaml: before ?? '' }])
    const [finding] = analysisOf(after ?? '', { rules: [historyGoalpostsMoved], history }).findings
    assert.match(
      finding?.message ?? '',
      /^The baseline of "Rework" was 9 at the start and became 3, on the other side of the target, in the text /,
    )
    assert.deepEqual(turned('baseline: 9, target: 4', 'baseline: 3, target: 4, better: lower'), [])
    assert.deepEqual(turned('baseline: 9, target: 4', 'baseline: 8, target: 4'), [])
  })
})
