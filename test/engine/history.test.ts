import assert from 'node:assert/strict'
import { commitmentsOf } from '../../server/src/engine/history/commitments.ts'
import { courseOf } from '../../server/src/engine/history/course.ts'
import { stepsOf } from '../../server/src/engine/history/history.ts'
import { stageTime } from '../../server/src/engine/pilot/stage-time.ts'
import { historyOf } from '../../server/src/engine/rules/example-files.ts'
import type { PastState } from '../../server/src/engine/rules/rule.ts'
import { analysisOf, complete, pilotOf, TODAY } from '../support/check.ts'
import { criteria, found, moved, START, withHistory } from '../support/past.ts'

describe('the history of a file', () => {
  const blocks = `${START}owners:
  operator:
    name: Luis Ortega
criteria:
  success:
    - metric: Forecast accuracy
      baseline: 73
      target: 82
scope:
  features: [{ name: Forecast }, { name: Alerts }]
gates:
  - { stage: rollout, due: 2026-05-08 }
`
  const flow = `# formatted by a tool
timeline: {"start": "2026-02-02", "end": "2026-06-26"}
owners: {"operator": {"name": "Luis Ortega"}}
criteria: {"success": [{"target": 82.0, "baseline": 73, "metric": "Forecast accuracy"}]}
scope: {"features": [{"name": "Forecast"}, {"name": "Alerts"}]}
gates: [{"due": "2026-05-08", "stage": "rollout"}]
`

  it('holds no step where a commit changes the format of the file alone', () => {
    const history = historyOf([
      { date: '2026-01-20', yaml: blocks },
      { date: '2026-04-20', yaml: flow },
      { date: '2026-04-21', yaml: blocks.replaceAll('\n', '\r\n') },
    ])
    assert.deepEqual(stepsOf(history, commitmentsOf(pilotOf(flow)), TODAY), [])
    assert.deepEqual(
      found(flow, [
        { date: '2026-01-20', yaml: blocks },
        { date: '2026-04-20', yaml: flow },
      ]),
      [],
    )
  })

  it('ends with what is not committed yet', () => {
    const history = historyOf([{ date: '2026-01-20', yaml: 'stage: data\n' }])
    const [step, ...more] = stepsOf(history, commitmentsOf(pilotOf('stage: rollout\n')), TODAY)
    assert.deepEqual(more, [])
    assert.deepEqual([step?.revision, step?.date, step?.after.stage], [undefined, TODAY, 'rollout'])
  })
})

describe('the course of a pilot', () => {
  const at = (states: readonly PastState[], yaml: string, today = TODAY): readonly unknown[] => {
    const course = courseOf(historyOf(states), pilotOf(yaml), today)
    return [course?.started, course?.reference.operator, course?.steps.length]
  }
  const state = (date: string, start: string, name: string): PastState => {
    return { date, yaml: `timeline: { start: ${start} }\nowners: { operator: { name: ${name} } }\n` }
  }

  it('begins with the last revision before the start, and on its day with the present text', () => {
    const states = [state('2026-01-05', '2026-02-02', 'A One'), state('2026-02-02', '2026-02-02', 'B Two')]
    assert.deepEqual(at([...states, state('2026-03-02', '2026-02-02', 'C Three')], states[1]?.yaml ?? ''), [
      '2026-02-02',
      'B Two',
      2,
    ])
    const uncommitted = at(states.slice(0, 1), states[1]?.yaml ?? '', '2026-02-02')
    assert.deepEqual(uncommitted, ['2026-02-02', 'B Two', 0])
  })

  it('begins with the first revision where the file came later', () => {
    const late = state('2026-03-02', '2026-02-02', 'A One')
    assert.deepEqual(at([late], late.yaml), ['2026-02-02', 'A One', 0])
  })

  it('has not begun before the start, or without one', () => {
    const early = state('2026-01-05', '2026-07-06', 'A One')
    assert.deepEqual(at([early], early.yaml), [undefined, undefined, undefined])
    assert.deepEqual(at([early], 'title: A\n'), [undefined, undefined, undefined])
  })

  it('takes a start that was put off in time as planned anew, and one that had come for what it was', () => {
    const planned = [state('2026-01-05', '2026-02-02', 'A One'), state('2026-01-20', '2026-03-02', 'B Two')]
    assert.deepEqual(at(planned, planned[1]?.yaml ?? ''), ['2026-03-02', 'B Two', 0])
    const sameDay = [state('2026-01-05', '2026-02-02', 'A One'), state('2026-02-02', '2026-03-02', 'B Two')]
    assert.deepEqual(at(sameDay, sameDay[1]?.yaml ?? ''), ['2026-03-02', 'B Two', 0])
    const hidden = [state('2026-01-05', '2026-02-02', 'A One'), state('2026-04-20', '2026-04-27', 'B Two')]
    assert.deepEqual(at(hidden, hidden[1]?.yaml ?? ''), ['2026-02-02', 'A One', 1])
  })
})

describe('goalposts', () => {
  const ERROR = ['history/goalposts-moved error']

  it('move towards the baseline, whichever way is better', () => {
    assert.deepEqual(
      moved('{ metric: A, baseline: 73, target: 82 }', '{ metric: A, baseline: 73, target: 76 }'),
      ERROR,
    )
    assert.deepEqual(
      moved('{ metric: A, baseline: 9, target: 3 }', '{ metric: A, baseline: 9, target: 6 }'),
      ERROR,
    )
    assert.deepEqual(
      moved('{ metric: A, better: lower, target: 3 }', '{ metric: A, better: lower, target: 6 }'),
      ERROR,
    )
    assert.deepEqual(
      moved('{ metric: A, baseline: 9, target: 3 }', '{ metric: A, baseline: 9, target: 2 }'),
      [],
    )
  })

  it('do not move when nobody knows which way is better, or the unit changes', () => {
    assert.deepEqual(moved('{ metric: A, target: 82 }', '{ metric: A, target: 76 }'), [])
    assert.deepEqual(
      moved('{ metric: A, baseline: 73, target: 82 }', '{ metric: A, baseline: 0.73, target: 0.82 }'),
      [],
    )
    const [hours, minutes] = ['unit: h, baseline: 1.5, target: 1', 'unit: min, baseline: 90, target: 60']
    assert.deepEqual(moved(`{ metric: A, ${hours} }`, `{ metric: A, ${minutes} }`), [])
    assert.deepEqual(moved(`{ metric: A, ${hours} }`, '{ metric: A, unit: h, baseline: 1.8, target: 1.2 }'), [
      ...ERROR,
      ...ERROR,
    ])
  })

  it('are where they were when the old value is back', () => {
    const text = (target: number): string =>
      START + criteria(`{ metric: A, baseline: 73, target: ${target} }`)
    const states = [82, 76, 82].map((target, index) => ({
      date: `2026-0${index + 1}-20`,
      yaml: text(target),
    }))
    assert.deepEqual(found(text(82), states), [])
    assert.deepEqual(found(text(76), states), ERROR)
  })

  it('are compared by name, so that their order does not count', () => {
    const [a, b] = ['{ metric: A, baseline: 73, target: 82 }', '{ metric: B, baseline: 9, target: 6 }']
    assert.deepEqual(moved(`${a}, ${b}`, `${b}, ${a}`), [])
    assert.deepEqual(moved(`${a}, ${b}`, b), ERROR)
    assert.deepEqual(moved(`${a}, ${a}`, a), ERROR)
  })

  it('carry the change, and the values before and after it', () => {
    const text = (target: number): string =>
      START + criteria(`{ metric: A, unit: "%", baseline: 73, target: ${target} }`)
    const history = historyOf([
      { date: '2026-01-20', yaml: text(82) },
      { date: '2026-04-05', author: 'Luis Ortega', yaml: text(76) },
    ])
    const { findings } = analysisOf(complete(text(76)), { rules: withHistory, history })
    assert.deepEqual(findings[0]?.past, {
      commit: history.revisions[1]?.commit,
      date: '2026-04-05',
      author: 'Luis Ortega',
      before: '82%',
      after: '76%',
    })
  })
})

describe('the time in a stage', () => {
  const gate =
    'gates: [{ stage: data, due: 2026-03-06, held: 2026-03-06, decision: advance, by: Dana Whitfield }]\n'
  const since = (
    states: readonly PastState[] | undefined,
    yaml = `stage: rollout\n${gate}`,
  ): string | undefined => stageTime(pilotOf(yaml), TODAY, states && historyOf(states))?.since

  it('begins with the commit that wrote the stage down, else with the gate before it', () => {
    assert.equal(
      since([
        { date: '2026-01-20', yaml: 'stage: data\n' },
        { date: '2026-03-09', yaml: 'stage: rollout\n' },
      ]),
      '2026-03-09',
    )
    assert.equal(since([{ date: '2026-04-20', yaml: 'stage: rollout\n' }]), '2026-03-06')
    assert.equal(since(undefined), '2026-03-06')
  })

  it('is at least that since the first commit', () => {
    assert.equal(since([{ date: '2026-04-20', yaml: 'stage: rollout\n' }], 'stage: rollout\n'), '2026-04-20')
    assert.equal(since(undefined, 'stage: rollout\n'), undefined)
  })
})

describe('an operator who is written in another way', () => {
  const named = (name: string): string => `${START}owners: { operator: { name: "${name}" } }\n`
  const dates = (...names: readonly string[]): readonly (string | undefined)[] => {
    const past = names
      .slice(0, -1)
      .map((name, index) => ({ date: `2026-0${index + 1}-20`, yaml: named(name) }))
    const { findings } = analysisOf(complete(named(names.at(-1) ?? '')), {
      rules: withHistory.filter(({ id }) => id === 'owners/operator-replaced'),
      history: historyOf(past),
    })
    return findings.map((finding) => finding.past?.date)
  }

  it('was not replaced on that day, but on the day on which another person was', () => {
    assert.deepEqual(dates('Maria Lopez', 'Lopez, Maria'), [])
    assert.deepEqual(dates('Luis Ortega', 'Maria Lopez', 'Lopez, Maria'), ['2026-02-20'])
  })

  it('was not replaced where somebody has a second family name, or has it no longer', () => {
    for (const [one = '', other = ''] of [
      ['Ana Ruiz', 'Ana Ruiz-Keller'],
      ['Ana Ruiz-Keller', 'Ana Ruiz'],
      ['Ana Ruiz', 'Dr. Ana Ruiz Gómez'],
      ['Ana Ruiz', 'Ana Keller-Ruiz'],
    ])
      assert.deepEqual(dates(one, other, other), [], other)
    for (const [one = '', other = ''] of [
      ['Ana Ruiz', 'Eva Ruiz-Keller'],
      ['Ana Ruiz', 'Ana Keller'],
      ['Ana Ruiz-Meyer', 'Ana Keller-Meyer-Bach'],
    ])
      assert.deepEqual(dates(one, other, other), ['2026-02-20'], other)
  })

  it('was not replaced where a slip of the pen in the family name was put right', () => {
    for (const name of ['Dana Witfield', 'Dana Whitifeld', 'Dana Whitfieeld'])
      assert.deepEqual(dates(name, 'Dana Whitfield', 'Dana Whitfield'), [], name)
    const others = [
      ['Anna Hansen', 'Anna Jansen'],
      ['Anna Müller', 'Anna Möller'],
      ['Dan Whitfield', 'Dana Whitfield'],
      ['Lin Chen', 'Lin Cheng'],
    ]
    for (const [one = '', other = ''] of others)
      assert.deepEqual(dates(one, other, other), ['2026-02-20'], other)
  })
})
