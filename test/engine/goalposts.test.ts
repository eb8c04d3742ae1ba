import assert from 'node:assert/strict'
import { historyOf } from '../../server/src/engine/rules/example-files.ts'
import { historyGoalpostsMoved } from '../../server/src/engine/rules/history/goalposts-moved.ts'
import { analysisOf, applyFix, complete } from '../support/check.ts'
import { criteria, found, moved, START } from '../support/past.ts'

describe('goalposts in time', () => {
  it('move when the deadline does, unless by a few days or by another word for the same time', () => {
    const WARNING = ['history/goalposts-moved warning']
    const cases: readonly [string, string, readonly string[]][] = [
      ['within: 60 days', 'within: 12 months', WARNING],
      ['within: 60 days', 'within: 2 months', []],
      ['within: 8 weeks', 'within: 2 months', []],
      ['within: 12 months', 'within: 1 year', []],
      ['within: 6 months', 'within: 60 days', []],
      // Six months have 181 days or 184: it may be no more than six days.
      ['within: 175 days', 'within: 6 months', []],
      ['within: 60 days', 'by: 2026-12-31', []],
      ['by: 2026-08-25', 'by: 2026-09-01', []],
      ['by: 2026-08-25', 'by: 2026-10-30', WARNING],
    ]
    for (const [before, after, expected] of cases) {
      assert.deepEqual(moved(`{ metric: A, ${before} }`, `{ metric: A, ${after} }`), expected, after)
    }
  })

  it('move with a change that was made before the start and merged after it, which is said', () => {
    const at = (target: number): string =>
      START + criteria(`{ metric: T, unit: "%", baseline: 73, target: ${target} }`)
    const said = (made: string): string | undefined => {
      const { revisions } = historyOf([
        { date: '2026-01-20', yaml: at(82) },
        { date: '2026-03-10', author: 'Luis Ortega', yaml: at(76) },
      ])
      const history = { revisions: revisions.map((each, index) => (index === 0 ? each : { ...each, made })) }
      const { findings } = analysisOf(complete(at(76)), { rules: [historyGoalpostsMoved], history })
      return findings[0]?.message
    }
    const before = 'The target of "T" was 82% at the start and became 76%'
    assert.equal(
      said('2026-01-25'),
      `${before} on 2026-01-25 by Luis Ortega (commit 2b3c4d5), merged on 2026-03-10, after the start of 2026-02-02. Restore it, or let the notes of a gate say why.`,
    )
    assert.equal(
      said('2026-03-01'),
      `${before} on 2026-03-01 by Luis Ortega (commit 2b3c4d5), merged on 2026-03-10. Restore it, or let the notes of a gate say why.`,
    )
  })

  it('stand from the data stage on where nobody wrote a start', () => {
    const at = (stage: string, target: number): string =>
      `stage: ${stage}\n${criteria(`{ metric: T, unit: "%", baseline: 73, target: ${target} }`)}`
    const goalposts = (present: string, ...past: readonly string[]): readonly string[] => {
      const history = historyOf(past.map((yaml, index) => ({ date: `2026-0${index + 1}-10`, yaml })))
      const { findings } = analysisOf(complete(present), { rules: [historyGoalpostsMoved], history })
      return findings.map(({ message }) => message)
    }
    const [message] = goalposts(at('rollout', 76), at('ownership', 90), at('data', 82), at('rollout', 82))
    assert.match(
      message ?? '',
      /^The target of "T" was 82% when it reached the data stage and became 76% in /,
    )
    assert.deepEqual(goalposts(at('rollout', 90), at('ownership', 90), at('data', 82)), [])
    assert.deepEqual(goalposts(at('ownership', 76), at('criteria', 90), at('ownership', 82)), [])
    // A start that is still to come is a plan.
    const planned = 'timeline: { start: 2026-09-01 }\n'
    assert.deepEqual(goalposts(planned + at('data', 76), planned + at('data', 82)), [])
  })

  it('leave alone a deadline that moves along with the end, or with the reason of a gate', () => {
    const [before, after] = ['{ metric: A, by: 2026-08-25 }', '{ metric: A, by: 2026-09-24 }'].map(criteria)
    const goalposts = (text: string): readonly string[] =>
      found(text, [{ date: '2026-01-20', yaml: START + before }]).filter((each) => each.includes('goalposts'))
    assert.deepEqual(goalposts(START.replace('06-26', '07-26') + after), [])
    const gate =
      'gates: [{ stage: rollout, held: 2026-06-01, decision: hold, notes: The ERP release is late. }]\n'
    assert.deepEqual(goalposts(START + after + gate), [])
    assert.equal(goalposts(START + after).length, 1)
  })

  it('move where two numbers change each by another factor, and not where a unit that nobody names may', () => {
    const from = '{ metric: A, baseline: 100, target: 50 }'
    assert.deepEqual(moved(from, '{ metric: A, baseline: 1, target: 0.5 }'), [])
    assert.ok(
      moved(from, '{ metric: A, baseline: 120, target: 80 }').includes('history/goalposts-moved error'),
    )
  })

  it('fall on the day on which a criterion was dropped, whatever changes later', () => {
    const [both, one, other] = [
      '{ metric: A, baseline: 100, target: 50 }, { metric: B, baseline: 9, target: 6 }',
      '{ metric: B, baseline: 9, target: 6 }',
      '{ metric: B, baseline: 9, target: 5 }',
    ].map((items) => START + criteria(items))
    const past = [both, one, other].map((yaml, index) => ({
      date: `2026-0${index + 2}-01`,
      yaml: yaml ?? '',
    }))
    const { findings } = analysisOf(complete(other ?? ''), {
      rules: [historyGoalpostsMoved],
      history: historyOf(past),
    })
    assert.deepEqual(
      findings.map(({ past: change }) => change?.date),
      ['2026-03-01'],
    )
  })

  it('are restored as they were at the start where a criterion was made easier and then dropped', () => {
    const kept = '{ metric: B, baseline: 9, target: 6 }'
    const past = [
      {
        date: '2026-01-20',
        yaml: START + criteria(`${kept}, { metric: A, unit: h, baseline: 100, target: 50 }`),
      },
      {
        date: '2026-03-20',
        yaml: START + criteria(`${kept}, { metric: A, unit: h, baseline: 100, target: 80 }`),
      },
    ]
    const { text, findings } = analysisOf(complete(START + criteria(kept)), {
      rules: [historyGoalpostsMoved],
      history: historyOf(past),
    })
    const [finding] = findings
    assert.match(finding?.message ?? '', /^The criterion "A" \(100 to 50\) was dropped/)
    const [fix] = finding?.fixes ?? []
    assert.match(
      fix ? applyFix(text, fix) : '',
      /\{ metric: A, unit: h, better: lower, baseline: 100, target: 50 \}/,
    )
  })

  const ERROR = 'history/goalposts-moved error'
  const WARNING = 'history/goalposts-moved warning'

  it('move in whatever unit they are counted, and not by an exact conversion', () => {
    const T = 'metric: T'
    const cases: readonly [string, string, readonly string[]][] = [
      ['baseline: 40, target: 70', 'baseline: 32, target: 56', [ERROR, ERROR]],
      ['unit: h, baseline: 14.5, target: 9', 'unit: hours, baseline: 17.4, target: 10.8', [ERROR, ERROR]],
      ['unit: h, baseline: 14.5, target: 9', 'unit: min, baseline: 870, target: 600', [ERROR]],
      ['unit: h, baseline: 14.5, target: 9', 'unit: min, baseline: 870, target: 540', []],
      ['unit: min, baseline: 90, target: 30', 'unit: h, baseline: 90, target: 30', [WARNING, WARNING]],
      ['unit: min, baseline: 50, target: 100', 'unit: h, baseline: 0.83, target: 1.67', []],
      ['unit: "%", baseline: 0, target: 50', 'unit: ratio, baseline: 0, target: 0.5', []],
      ['unit: "%", baseline: 73, target: 82', 'unit: percent, baseline: 73, target: 75', [ERROR]],
      ['unit: "%", better: higher, target: 82', 'better: higher, target: 0.82', []],
      ['baseline: 0.73, target: 0.82', 'baseline: 73, target: 82', []],
      ['unit: USD, baseline: 200, target: 300', 'unit: EUR, baseline: 184, target: 276', []],
      ['unit: km, baseline: 100, target: 200', 'unit: miles, baseline: 62, target: 124', [WARNING, WARNING]],
      ['unit: cases, baseline: 40, target: 70', 'unit: whole cases, baseline: 40, target: 50', [ERROR]],
    ]
    for (const [before, after, expected] of cases)
      assert.deepEqual(moved(`{ ${T}, ${before} }`, `{ ${T}, ${after} }`), expected, `${before} > ${after}`)
  })

  /** What is said of the target in the present text, and what its fix writes there. */
  function told(
    states: readonly (readonly [date: string, author: string, yaml: string])[],
  ): readonly string[] {
    const history = historyOf(states.map(([date, author, yaml]) => ({ date, author, yaml })))
    const text = complete(states.at(-1)?.[2] ?? '')
    const { findings } = analysisOf(text, { rules: [historyGoalpostsMoved], history })
    return findings.flatMap(({ message, fixes }) => [message, ...fixes.map(({ title }) => title)])
  }

  const cases = (numbers: string, more = ''): string =>
    START + more + criteria(`{ metric: Cases, ${numbers} }`)

  it('tell the numbers in the units that they had, and restore them in the present one', () => {
    const [message, fix] = told([
      ['2026-01-20', 'Dana Whitfield', cases('unit: h, baseline: 14.5, target: 9')],
      ['2026-04-05', 'Luis Ortega', cases('unit: min, baseline: 870, target: 600')],
    ])
    assert.match(message ?? '', /was 9 h at the start and became 600 min on 2026-04-05 by Luis Ortega/)
    assert.equal(fix, 'Restore the target 540 min')
  })

  it('name whoever moved them, and not whoever came after', () => {
    const [gone] = told([
      ['2026-01-20', 'Dana Whitfield', cases('baseline: 40, target: 70')],
      ['2026-04-01', 'Luis Ortega', cases('baseline: 40')],
      ['2026-04-05', 'Luis Ortega', cases('baseline: 40, target: 55')],
      ['2026-05-01', 'Dana Whitfield', cases('baseline: 40, target: 55', 'stage: adoption\n')],
    ])
    assert.match(
      gone ?? '',
      /was 70 at the start and became 55 on 2026-04-05 by Luis Ortega \(commit 3c4d5e6\)\./,
    )
    const [raised] = told([
      ['2026-01-20', 'Dana Whitfield', cases('baseline: 40, target: 70')],
      ['2026-04-05', 'Luis Ortega', cases('baseline: 40, target: 55')],
      ['2026-05-01', 'Dana Whitfield', cases('baseline: 40, target: 60')],
    ])
    assert.match(raised ?? '', /became 55 on 2026-04-05 by Luis Ortega \(commit 2b3c4d5\), and is 60 now\./)
    const [steps] = told([
      ['2026-01-20', 'Dana Whitfield', cases('baseline: 40, target: 70')],
      ['2026-04-05', 'Luis Ortega', cases('baseline: 40, target: 55')],
      ['2026-05-01', 'Dana Whitfield', cases('baseline: 40, target: 54')],
    ])
    assert.match(steps ?? '', /became 54 in 2 steps, the last one on 2026-05-01 by Dana Whitfield/)
  })

  it('move also where a criterion came after the start, unless it is put right on that day', () => {
    const pair = (target: number): string =>
      START +
      criteria(`{ metric: A, baseline: 1, target: 2 }, { metric: Cost, baseline: 21, target: ${target} }`)
    const first = [
      '2026-01-20',
      'Dana Whitfield',
      START + criteria('{ metric: A, baseline: 1, target: 2 }'),
    ] as const
    const [message] = told([
      first,
      ['2026-03-10', 'Ana Ruiz', pair(14)],
      ['2026-04-25', 'Luis Ortega', pair(19)],
    ])
    assert.match(
      message ?? '',
      /^The target of "Cost" was 14 on 2026-03-10 and became 19 on 2026-04-25 by Luis/,
    )
    assert.deepEqual(
      told([first, ['2026-03-10', 'Ana Ruiz', pair(14)], ['2026-03-10', 'Ana Ruiz', pair(19)]]),
      [],
    )
    assert.deepEqual(
      told([first, ['2026-03-10', 'Ana Ruiz', pair(14)], ['2026-04-25', 'Luis Ortega', first[2]]]),
      [],
    )
  })

  it('move when a time becomes a day that lies far behind it, without a fix that writes the one for the other', () => {
    const due = 'timeline: { start: 2026-02-02, end: 2026-06-26, productionBy: 2026-06-26 }\n'
    const by = (deadline: string): string => due + criteria(`{ metric: A, ${deadline} }`)
    const now = (deadline: string): readonly string[] =>
      told([
        ['2026-01-20', 'Dana Whitfield', by('within: 60 days')],
        ['2026-04-25', 'Luis Ortega', by(deadline)],
      ])
    assert.deepEqual(now('by: 2026-08-25'), [])
    assert.deepEqual(now('by: 2026-07-25'), [])
    const [message, fix] = now('by: 2028-12-31')
    assert.match(message ?? '', /was 60 days at the start and became 2028-12-31 on 2026-04-25 by Luis Ortega/)
    assert.equal(fix, undefined)
  })
})
