import assert from 'node:assert/strict'
import type { Commitments } from '../../server/src/engine/history/commitments.ts'
import { attribution } from '../../server/src/engine/history/course.ts'
import { stepsOf } from '../../server/src/engine/history/history.ts'
import type { LogChange, LogCommit } from '../../server/src/engine/history/log.ts'
import { textToCommitments } from '../../server/src/engine/history/read.ts'
import { fileHistoryOf } from '../../server/src/engine/history/revisions.ts'
import { traceFiles } from '../../server/src/engine/history/trace.ts'

interface State {
  readonly target: number
  readonly end?: string
  readonly hours?: number
}

/** A text of two criteria, as its own id. */
const text = ({ target, end = '2026-06-01', hours = 3 }: State): string =>
  `timeline: { end: ${end} }\ncriteria: { success: [{ metric: Cases, baseline: 40, target: ${target} }, { metric: Hours, baseline: 5, target: ${hours} }] }\n`

const day = (at: number): string => `2026-04-${String(at).padStart(2, '0')}`

const made = (hash: string, at: number, parents: readonly string[], ...changes: LogChange[]): LogCommit => {
  return { hash, parents, author: `author of ${hash}`, authored: day(at), committed: day(at), changes }
}

const from = (before: State | undefined, after: State, path = 'p', old?: string): LogChange => {
  return { path, from: old, before: before && text(before), after: text(after) }
}

/** Of each step of the only file: who made it when, and what it changed of what is told apart here. */
function steps(log: readonly LogCommit[], path = 'p'): readonly string[] {
  const read = (blob: string): Commitments | undefined => textToCommitments(blob)
  const history = fileHistoryOf(traceFiles(log).files.get(path)?.steps ?? [], read, '2026-11-01')
  const present = history.revisions.at(-1)?.commitments
  assert.ok(present)
  return stepsOf(history, present, '2026-11-01').map((step) => {
    const { end, criteria } = step.after
    return `${end} ${criteria.map(({ target }) => target).join(' ')} ${attribution(step)}`
  })
}

describe('a text that two lines of commits have changed', () => {
  const start = { target: 70 }
  const root = made('root', 1, [], from(undefined, start))
  const later = '2026-07-01'

  it('is changed by who changed it, on the day on which it was joined in', () => {
    const log = [
      made('join', 7, ['main', 'side'], from({ target: 70, end: later }, { target: 55, end: later })),
      made('main', 6, ['root'], from(start, { target: 70, end: later })),
      made('side', 5, ['root'], from(start, { target: 55 })),
      root,
    ]
    assert.deepEqual(steps(log), [
      '2026-07-01 70 3 on 2026-04-06 by author of main (commit main)',
      '2026-07-01 55 3 on 2026-04-05 by author of side (commit side), merged on 2026-04-07',
    ])
  })

  it('is not changed on a day that an author made up to be earlier', () => {
    const side = made('side', 25, ['root'], from(start, { target: 55 }))
    const log = (authored: number): readonly LogCommit[] => [
      made('join', 27, ['main', 'side'], from({ target: 70, end: later }, { target: 55, end: later })),
      made('main', 26, ['root'], from(start, { target: 70, end: later })),
      { ...side, authored: day(authored) },
      root,
    ]
    const told = (on: string): string =>
      `2026-07-01 55 3 on ${on} by author of side (commit side), merged on 2026-04-27`
    assert.equal(steps(log(12)).at(-1), told('2026-04-12'))
    assert.equal(steps(log(2)).at(-1), told('2026-04-25'))
  })

  it('is not changed before the text that was changed', () => {
    const both = { target: 70, end: later }
    const log = (day: number): readonly LogCommit[] => [
      made('join', 27, ['main', 'side'], from({ ...both, hours: 4 }, { target: 55, end: later, hours: 4 })),
      made('main', 26, ['next'], from(both, { ...both, hours: 4 })),
      made('side', day, ['next'], from(both, { target: 55, end: later })),
      made('next', 20, ['root'], from(start, both)),
      root,
    ]
    const told = (on: string): string =>
      `2026-07-01 55 4 on ${on} by author of side (commit side), merged on 2026-04-27`
    assert.equal(steps(log(22)).at(-1), told('2026-04-22'))
    assert.equal(steps(log(2)).at(-1), told('2026-04-20'))
  })

  it('is not changed before what its line had taken in', () => {
    const both = { target: 70, end: later }
    const log = [
      made('join', 27, ['main', 'side'], from({ ...both, hours: 4 }, { target: 55, end: later, hours: 5 })),
      made('main', 26, ['next'], from(both, { ...both, hours: 4 })),
      made('side', 2, ['inner'], from({ ...both, hours: 5 }, { target: 55, end: later, hours: 5 })),
      made('inner', 24, ['first', 'next'], from({ target: 70, hours: 5 }, { ...both, hours: 5 })),
      made('first', 22, ['root'], from(start, { target: 70, hours: 5 })),
      made('next', 20, ['root'], from(start, both)),
      root,
    ]
    assert.match(steps(log).join('\n'), /^2026-07-01 55 4 on 2026-04-24 by author of side/m)
  })

  it('is changed by who changed it last, whatever came in before on a line of its own', () => {
    const log = [
      made(
        'join',
        9,
        ['main', 'side'],
        from({ target: 70, end: later }, { target: 55, hours: 4, end: later }),
      ),
      made('side', 8, ['inner'], from({ target: 60, hours: 4 }, { target: 55, hours: 4 })),
      made('inner', 7, ['first', 'far'], from({ target: 70, hours: 4 }, { target: 60, hours: 4 })),
      made('main', 6, ['root'], from(start, { target: 70, end: later })),
      made('first', 5, ['root'], from(start, { target: 70, hours: 4 })),
      made('far', 4, ['root'], from(start, { target: 60 })),
      root,
    ]
    assert.equal(
      steps(log).at(-1),
      '2026-07-01 55 4 on 2026-04-08 by author of side (commit side), merged on 2026-04-09',
    )
  })

  it('is changed by whoever joined them where neither line says what it says now', () => {
    const decided = { target: 60, end: later }
    const log = (on: State, aside: State): readonly LogCommit[] => [
      made('join', 7, ['main', 'side'], from(on, decided)),
      made('main', 6, ['root'], from(start, on)),
      made('side', 5, ['root'], from(start, aside)),
      root,
    ]
    const joined = 'on 2026-04-07 by author of join (commit join)'
    // Nobody had written it; one had, and the other one something else; one had, without the end that came with it.
    assert.equal(steps(log({ target: 70, end: later }, { target: 55 })).at(-1), `2026-07-01 60 3 ${joined}`)
    assert.equal(steps(log({ target: 80, end: later }, { target: 60 })).at(-1), `2026-07-01 60 3 ${joined}`)
    assert.equal(steps(log({ target: 70 }, { target: 60 })).at(-1), `2026-07-01 60 3 ${joined}`)
  })

  it('is changed by each of those who changed something else, and by who joined more than that', () => {
    const log = [
      made(
        'join',
        9,
        ['main', 'side2'],
        from({ target: 70, end: later }, { target: 55, hours: 4, end: '2026-08-01' }),
      ),
      made('main', 6, ['root'], from(start, { target: 70, end: later })),
      made('side2', 8, ['side1'], from({ target: 60, hours: 4 }, { target: 55, hours: 4 })),
      made('side1', 7, ['side0'], from({ target: 60 }, { target: 60, hours: 4 })),
      made('side0', 5, ['root'], from(start, { target: 60 })),
      root,
    ]
    assert.deepEqual(steps(log).slice(1), [
      '2026-07-01 70 4 on 2026-04-07 by author of side1 (commit side1), merged on 2026-04-09',
      '2026-07-01 55 4 on 2026-04-08 by author of side2 (commit side2), merged on 2026-04-09',
      '2026-08-01 55 4 on 2026-04-09 by author of join (commit join)',
    ])
  })

  it('is changed by who changed it on a line that came in with another one', () => {
    const both = { target: 55, hours: 4 }
    const log = [
      made('join', 9, ['main', 'inner'], from({ target: 70, end: later }, { ...both, end: later })),
      made('inner', 8, ['side', 'far'], from({ target: 70, hours: 4 }, both)),
      made('main', 7, ['root'], from(start, { target: 70, end: later })),
      made('side', 6, ['root'], from(start, { target: 70, hours: 4 })),
      made('far', 5, ['root'], from(start, { target: 55 })),
      root,
    ]
    assert.deepEqual(steps(log).slice(1), [
      '2026-07-01 55 3 on 2026-04-05 by author of far (commit far), merged on 2026-04-09',
      '2026-07-01 55 4 on 2026-04-06 by author of side (commit side), merged on 2026-04-09',
    ])
  })

  it('is changed once where the lines are joined again and again', () => {
    const log = [
      made('join2', 12, ['join1', 'side2'], from({ target: 60, end: later }, { target: 55, end: later })),
      made('side2', 11, ['back'], from({ target: 60, end: '2026-06-15' }, { target: 55, end: '2026-06-15' })),
      made('join1', 10, ['main2', 'side1'], from({ target: 70, end: later }, { target: 60, end: later })),
      made('main2', 9, ['main1'], from({ target: 70, end: '2026-06-15' }, { target: 70, end: later })),
      made('back', 8, ['side1', 'main1'], from({ target: 60 }, { target: 60, end: '2026-06-15' })),
      made('main1', 7, ['root'], from(start, { target: 70, end: '2026-06-15' })),
      made('side1', 6, ['root'], from(start, { target: 60 })),
      root,
    ]
    assert.deepEqual(steps(log), [
      '2026-06-15 70 3 on 2026-04-07 by author of main1 (commit main1)',
      '2026-07-01 70 3 on 2026-04-09 by author of main2 (commit main2)',
      '2026-07-01 60 3 on 2026-04-06 by author of side1 (commit side1), merged on 2026-04-10',
      '2026-07-01 55 3 on 2026-04-11 by author of side2 (commit side2), merged on 2026-04-12',
    ])
  })

  it('is changed by who changed it on the main line, where that took the joined lines over as they were', () => {
    const both = { target: 55, end: later }
    const log = [
      made('taken', 10, ['main', 'more'], from(both, { ...both, hours: 4 })),
      made('more', 9, ['join'], from(both, { ...both, hours: 4 })),
      made('join', 8, ['side', 'main'], from({ target: 70, end: later }, both)),
      made('main', 7, ['first', 'side'], from({ target: 55 }, both)),
      made('first', 6, ['root'], from(start, { target: 55 })),
      made('side', 5, ['root'], from(start, { target: 70, end: later })),
      root,
    ]
    assert.deepEqual(steps(log), [
      '2026-07-01 70 3 on 2026-04-05 by author of side (commit side)',
      '2026-07-01 55 3 on 2026-04-06 by author of first (commit first), merged on 2026-04-08',
      '2026-07-01 55 4 on 2026-04-09 by author of more (commit more)',
    ])
  })

  it('is known under the name that it had before the other line gave it a new one', () => {
    const log = (on: State): readonly LogCommit[] => [
      made('join', 7, ['main', 'side'], from(on, { ...on, target: 55 }, 'new')),
      made('main', 6, ['root'], from(start, on, 'new', 'p')),
      made('side', 5, ['root'], from(start, { target: 55 })),
      root,
    ]
    assert.deepEqual(steps(log(start), 'new'), [
      '2026-06-01 55 3 on 2026-04-05 by author of side (commit side)',
    ])
    assert.equal(
      steps(log({ target: 70, end: later }), 'new').at(-1),
      '2026-07-01 55 3 on 2026-04-05 by author of side (commit side), merged on 2026-04-07',
    )
  })
})

describe('a commit whose text cannot be read', () => {
  it('may have made the change of the text that is not committed yet', () => {
    const log = [
      made('broken2', 6, ['broken1'], { ...from(undefined, { target: 50 }), after: 'y: [' }),
      made('broken1', 5, ['root'], { ...from(undefined, { target: 50 }), after: 'x: [' }),
      made('root', 1, [], from(undefined, { target: 70 })),
    ]
    const history = fileHistoryOf(
      traceFiles(log).files.get('p')?.steps ?? [],
      textToCommitments,
      '2026-11-01',
    )
    const present = textToCommitments(text({ target: 55 }))
    assert.ok(present)
    const said = stepsOf(history, present, '2026-11-01').map((step) => attribution(step))
    assert.deepEqual(said, [
      'in the text that is not committed yet, if not since commit broken1 by author of broken1, which cannot be read',
    ])
  })
})
