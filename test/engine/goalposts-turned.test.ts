import assert from 'node:assert/strict'
import { commitmentsOf } from '../../server/src/engine/history/commitments.ts'
import { goalpostChanges } from '../../server/src/engine/history/goalposts.ts'
import { stepsOf } from '../../server/src/engine/history/history.ts'
import { criteriaTargetNotBetter } from '../../server/src/engine/rules/criteria/target-not-better.ts'
import { completed, historyOf } from '../../server/src/engine/rules/example-files.ts'
import { historyGoalpostsMoved } from '../../server/src/engine/rules/history/goalposts-moved.ts'
import { analysisOf, applyFix, TODAY } from '../support/check.ts'
import { criteria, START } from '../support/past.ts'

type State = readonly [date: string, author: string, numbers: string]

function textOf(numbers: string): string {
  return completed(START + criteria(`{ metric: Cases, ${numbers} }`))
}

/** What is said of the last state, which is committed. */
function told(...states: readonly State[]): ReturnType<typeof analysisOf> {
  const past = states.map(([date, author, numbers]) => ({ date, author, yaml: textOf(numbers) }))
  return analysisOf(textOf(states.at(-1)?.[2] ?? ''), {
    rules: [historyGoalpostsMoved, criteriaTargetNotBetter],
    history: historyOf(past),
  })
}

describe('what is better in a criterion', () => {
  const DANA = ['2026-01-20', 'Dana Whitfield'] as const
  const ANA = ['2026-03-01', 'Ana Ruiz'] as const
  const LUIS = ['2026-04-05', 'Luis Ortega'] as const
  const messages = (...states: readonly State[]): readonly string[] =>
    told(...states).findings.map(({ message }) => message)

  it('is turned round where no baseline says which way it was', () => {
    const { text, findings } = told(
      [...DANA, 'better: lower, target: 5'],
      [...LUIS, 'better: higher, target: 5'],
    )
    const [finding, ...others] = findings
    assert.deepEqual(others, [])
    assert.equal(
      finding?.message,
      'What is better for "Cases" was lower at the start and became higher on 2026-04-05 by Luis Ortega (commit 2b3c4d5). Restore it, or let the notes of a gate say why.',
    )
    assert.deepEqual(
      [finding?.severity, text.slice(finding?.span.start, finding?.span.end)],
      ['error', 'higher'],
    )
    const fix = finding?.fixes[0]
    assert.deepEqual([fix?.title, fix?.safe], ['Restore better: lower', false])
    assert.match(fix ? applyFix(text, fix) : '', /better: lower, target: 5 \}/)
  })

  it('is turned round in several steps, and by whoever did it', () => {
    const steps = messages(
      [...DANA, 'better: lower, target: 5'],
      [...ANA, 'target: 5'],
      [...LUIS, 'better: higher, target: 5'],
      ['2026-05-01', 'Ana Ruiz', 'better: higher, target: 5, by: 2026-06-01'],
    )
    assert.equal(steps.length, 1)
    assert.match(steps[0] ?? '', /became higher on 2026-04-05 by Luis Ortega/)
  })

  it('is turned round by a first baseline on the other side, where nothing else says so', () => {
    const [message, ...others] = messages(
      [...DANA, 'better: lower, target: 5'],
      [...LUIS, 'baseline: 3, target: 5'],
    )
    assert.match(message ?? '', /^What is better for "Cases" was lower at the start and became higher on /)
    assert.deepEqual(others, [])
  })

  it('is told once where something else tells it', () => {
    const both = messages(
      [...DANA, 'better: lower, baseline: 9, target: 5'],
      [...LUIS, 'better: higher, baseline: 9, target: 5'],
    )
    assert.equal(both.length, 1)
    assert.match(
      both[0] ?? '',
      /^"Cases" should get higher, and its target of 5 is below the baseline of 9\./,
    )
    const across = messages([...DANA, 'baseline: 9, target: 5'], [...LUIS, 'baseline: 3, target: 5'])
    assert.equal(across.length, 1)
    assert.match(across[0] ?? '', /^The baseline of "Cases" was 9 /)
  })

  it('is the fault of nobody who made the target harder before', () => {
    const across = messages(
      [...DANA, 'baseline: 40, target: 70'],
      [...ANA, 'baseline: 40, target: 75'],
      [...LUIS, 'baseline: 80, target: 75'],
    )
    assert.equal(across.length, 1)
    assert.match(across[0] ?? '', /^The baseline of "Cases" was 40 .* by Luis Ortega/)
    const flipped = messages(
      [...DANA, 'better: higher, target: 70'],
      [...ANA, 'better: higher, target: 75'],
      [...LUIS, 'better: lower, target: 75'],
    )
    assert.equal(flipped.length, 1)
    assert.match(flipped[0] ?? '', /^What is better .* by Luis Ortega/)
  })

  it('stands where it is said for the first time, put right on that day, or back', () => {
    const silent: readonly (readonly State[])[] = [
      [
        [...DANA, 'target: 5'],
        [...LUIS, 'better: higher, target: 5'],
      ],
      [
        [...DANA, 'target: 5'],
        [...LUIS, 'better: higher, target: 5'],
        [...LUIS, 'better: lower, target: 5'],
      ],
      [
        [...DANA, 'better: lower, target: 5'],
        [...ANA, 'better: higher, target: 5'],
        [...LUIS, 'better: lower, target: 5'],
      ],
      [
        [...DANA, 'better: lower, target: 5'],
        [...LUIS, 'baseline: 9, target: 5'],
      ],
    ]
    for (const states of silent) assert.deepEqual(messages(...states), [])
    const late = messages(
      [...DANA, 'target: 5'],
      [...ANA, 'better: higher, target: 5'],
      [...LUIS, 'better: lower, target: 5'],
    )
    assert.match(
      late[0] ?? '',
      /^What is better for "Cases" was higher on 2026-03-01 and became lower on 2026-04-05/,
    )
  })

  it('is put right where the numbers that were agreed with it said the other way', () => {
    for (const [one, other] of [
      ['better: higher, baseline: 9, target: 5', 'better: lower, baseline: 9, target: 5'],
      ['better: lower, baseline: 5, target: 9', 'baseline: 5, target: 9'],
    ] as const) {
      assert.deepEqual(messages([...DANA, one], [...LUIS, other]), [])
    }
    const later = messages(
      [...DANA, 'better: higher, target: 70'],
      [...ANA, 'better: higher, baseline: 80, target: 70'],
      [...LUIS, 'better: lower, baseline: 80, target: 70'],
    )
    assert.match(later.join(), /^What is better for "Cases" was higher at the start and became lower on /)
  })

  it('is put right together with a number, which is judged by what is better since', () => {
    const wrong = [...DANA, 'better: higher, baseline: 9, target: 4'] as const
    assert.deepEqual(messages(wrong, [...LUIS, 'better: lower, baseline: 9, target: 3']), [])
    assert.deepEqual(messages(wrong, [...LUIS, 'better: lower, baseline: 8, target: 4']), [])
    const [target, ...others] = messages(wrong, [...LUIS, 'better: lower, baseline: 9, target: 6'])
    assert.match(target ?? '', /^The target of "Cases" was 4 at the start and became 6 on /)
    assert.deepEqual(others, [])
    const [baseline] = messages(wrong, [...LUIS, 'better: lower, baseline: 10, target: 4'])
    assert.match(baseline ?? '', /^The baseline of "Cases" was 9 at the start and became 10 on /)
    const [later] = messages(
      wrong,
      [...ANA, 'better: lower, baseline: 9, target: 4'],
      [...LUIS, 'better: lower, baseline: 9, target: 5'],
    )
    assert.match(later ?? '', /^The target of "Cases" was 4 at the start and became 5 .* by Luis Ortega/)
    const [back] = messages(
      wrong,
      [...ANA, 'better: lower, baseline: 9, target: 4'],
      [...LUIS, 'better: higher, baseline: 2, target: 4'],
    )
    assert.match(back ?? '', /^The baseline of "Cases" was 9 at the start and became 2, on the other side /)
  })

  it("stands where the two numbers stood in each other's place, and what is better said so", () => {
    const swapped = [...DANA, 'better: lower, baseline: 4, target: 9'] as const
    assert.deepEqual(messages(swapped, [...LUIS, 'better: lower, baseline: 9, target: 4']), [])
    const [easier] = messages(swapped, [...LUIS, 'better: lower, baseline: 12, target: 4'])
    assert.match(easier ?? '', /^The baseline of "Cases" was 4 at the start and became 12 on /)
    const turned = messages([...DANA, 'baseline: 4, target: 9'], [...LUIS, 'baseline: 9, target: 4'])
    assert.equal(turned.length, 2)
    const right = [...ANA, 'better: lower, baseline: 9, target: 4'] as const
    for (const harder of ['baseline: 9, target: 3', 'baseline: 8, target: 4'])
      assert.deepEqual(messages(swapped, right, [...LUIS, `better: lower, ${harder}`]), [], harder)
    const [back, ...more] = messages(swapped, right, [...LUIS, 'better: lower, baseline: 4, target: 9'])
    assert.match(back ?? '', /^"Cases" should get lower, and its target of 9 is above the baseline of 4\./)
    assert.deepEqual(more, [])
    const [later, ...others] = messages(swapped, right, [...LUIS, 'better: lower, baseline: 9, target: 6'])
    assert.match(later ?? '', /^The target of "Cases" was 4 on 2026-03-01 and became 6 .* by Luis Ortega/)
    assert.deepEqual(others, [])
  })

  it('counts also for a number that moved before it was known', () => {
    const [message, ...others] = messages(
      [...DANA, 'target: 82'],
      [...ANA, 'target: 70'],
      [...LUIS, 'baseline: 50, target: 70'],
    )
    assert.match(message ?? '', /^The target of "Cases" was 82 at the start and became 70 .* by Ana Ruiz/)
    assert.deepEqual(others, [])
  })

  it('is no easier goal among the changes of the past where it was put right', () => {
    const wrong = 'better: higher, baseline: 9, target: 4'
    const history = historyOf([{ date: '2026-02-01', yaml: textOf(wrong) }])
    const [first] = history.revisions
    assert.ok(first)
    const present = commitmentsOf(analysisOf(textOf('better: lower, baseline: 9, target: 4')).pilot)
    const [change, ...others] = goalpostChanges(first.commitments, stepsOf(history, present, TODAY))
    assert.deepEqual([change?.what, change?.easier, others], ['better', false, []])
    const exchanged = commitmentsOf(analysisOf(textOf('better: higher, baseline: 4, target: 9')).pilot)
    const both = goalpostChanges(first.commitments, stepsOf(history, exchanged, TODAY))
    assert.deepEqual(
      both.map(({ what, easier }) => [what, easier]),
      [
        ['baseline', false],
        ['target', false],
      ],
    )
  })

  it('is among the changes of the past', () => {
    const states = [
      'better: lower, target: 5',
      'better: higher, target: 5',
      'better: lower, target: 5',
      'baseline: 9, target: 5',
    ]
    const history = historyOf(
      states.slice(0, 3).map((each, at) => ({ date: `2026-0${at + 2}-01`, yaml: textOf(each) })),
    )
    const [first] = history.revisions
    assert.ok(first)
    const steps = stepsOf(history, commitmentsOf(analysisOf(textOf(states[3] ?? '')).pilot), TODAY)
    assert.deepEqual(
      goalpostChanges(first.commitments, steps).map(({ what, before, after, easier }) => {
        return [what, before, after, easier]
      }),
      [
        ['better', 'lower', 'higher', true],
        ['better', 'higher', 'lower', false],
        ['baseline', undefined, '9', false],
      ],
    )
  })
})
