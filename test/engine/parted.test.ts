import assert from 'node:assert/strict'
import type { LogCommit } from '../../server/src/engine/history/log.ts'
import { partedTraces } from '../../server/src/engine/history/parted.ts'
import { textToCommitments } from '../../server/src/engine/history/read.ts'
import { type TraceStep, traceFiles } from '../../server/src/engine/history/trace.ts'
import { addDays } from '../../server/src/engine/pilot/dates.ts'

const text = (name: string, start: string, metric: string, stage = 'data'): string =>
  `name: ${name}\nstage: ${stage}\ntimeline: { start: ${start} }\ncriteria: { success: [{ metric: ${metric}, baseline: 5, target: 3 }] }\n`

const claims = text('claims', '2026-02-02', 'Handling time')

/** The commits that are left of the file, and the pilots that went, when Git says that each text became the next one. */
function leftOf(isMoved: boolean, ...texts: readonly string[]): readonly unknown[] {
  return leftSince({ isMoved, days: 0 }, ...texts)
}

interface Way {
  readonly isMoved: boolean
  /** From one text to the next. */
  readonly days: number
}

function leftSince({ isMoved, days }: Way, ...texts: readonly string[]): readonly unknown[] {
  const pathOf = (at: number): string => (at > 0 && isMoved ? `p${at}` : 'p0')
  const commits = texts.map((after, at): LogCommit => {
    const from = at > 0 && isMoved ? pathOf(at - 1) : undefined
    const change = { path: pathOf(at), from, before: texts[at - 1], after }
    const day = addDays('2026-04-05', at * days)
    const by = { author: 'Ann', authored: day, committed: day }
    return { ...by, hash: `c${at}`, parents: at === 0 ? [] : [`c${at - 1}`], changes: [change] }
  })
  const { files, departed } = partedTraces(traceFiles(commits.toReversed()).files, textToCommitments)
  const hashes = (steps: readonly TraceStep[]): string => steps.map(({ commit }) => commit.hash).join(' ')
  return [
    ...Array.from(files.values(), ({ steps }) => hashes(steps)),
    ...departed.map(
      ({ path, blob, commit, steps }) =>
        `${path} ${commit.hash} ${blob === texts[Number(path.slice(1))]} ${hashes(steps)}`,
    ),
  ]
}

const left = (before: string, after: string, isMoved = true): readonly unknown[] =>
  leftOf(isMoved, before, after)

describe('a file that Git calls renamed', () => {
  it('is another pilot with another name, another start and other metrics', () => {
    assert.deepEqual(left(claims, text('mail', '2026-04-20', 'Answer time')), ['c1', 'p0 c1 true c0'])
  })

  it('is another pilot with another name and another start where the first one was over', () => {
    const stopped = text('claims', '2026-02-02', 'Handling time', 'stopped')
    assert.deepEqual(left(stopped, text('mail', '2026-04-20', 'Handling time')), ['c1', 'p0 c1 true c0'])
  })

  it('is the same one with one of these, before it has them, and in its place', () => {
    const same = ['c0 c1']
    assert.deepEqual(left(claims, text('claims', '2026-04-20', 'Answer time')), same)
    assert.deepEqual(left(claims, text('mail', '2026-02-02', 'Answer time')), same)
    assert.deepEqual(left(claims, text('mail', '2026-04-20', 'Handling time')), same)
    assert.deepEqual(left('name: claims\n', text('mail', '2026-04-20', 'Answer time')), same)
    assert.deepEqual(left(claims, text('mail', '2026-04-20', 'Answer time'), false), same)
    const stopped = text('mail', '2026-04-20', 'Answer time', 'stopped')
    assert.deepEqual(leftOf(false, claims, text('mail', '2026-04-20', 'Answer time'), stopped), ['c0 c1 c2'])
  })

  it('is another one each time', () => {
    const [mail, rooms] = [
      text('mail', '2026-04-20', 'Answer time'),
      text('rooms', '2026-05-20', 'Empty rooms'),
    ]
    assert.deepEqual(leftOf(true, claims, mail, rooms), ['c2', 'p0 c1 true c0', 'p1 c2 true c1'])
  })

  it('is the same one where its name or its start comes back, however it was called in between', () => {
    const mail = text('mail', '2026-04-20', 'Answer time')
    const stopped = text('claims', '2026-02-02', 'Handling time', 'stopped')
    const second = text('claims two', '2026-04-20', 'Handling time')
    assert.deepEqual(leftOf(true, claims, mail, claims), ['c0 c1 c2'])
    assert.deepEqual(leftOf(true, claims, mail, text('claims', '2026-05-01', 'Cost')), ['c0 c1 c2'])
    assert.deepEqual(leftOf(true, claims, stopped, second, claims), ['c0 c1 c2 c3'])
    assert.deepEqual(leftOf(true, claims, stopped, mail, claims), ['c0 c1 c2 c3'])
  })
})

describe('a file in which a pilot was over', () => {
  const stopped = text('claims', '2026-02-02', 'Handling time', 'stopped')
  const next = text('claims', '2026-06-01', 'Answer time')
  const since = (days: number, ...texts: readonly string[]): readonly unknown[] =>
    leftSince({ isMoved: false, days }, ...texts)

  it('is that of another one with another start and other metrics two weeks later', () => {
    assert.deepEqual(since(15, claims, stopped, next), ['c2'])
    assert.deepEqual(since(8, claims, stopped, `${stopped}# note\n`, next), ['c3'])
    assert.deepEqual(since(15, stopped, next, `${next}# note\n`), ['c1 c2'])
    const over = text('claims', '2026-06-01', 'Answer time', 'production')
    assert.deepEqual(since(15, stopped, next, over, text('claims', '2027-02-01', 'Cost')), ['c3'])
  })

  it('is that of another one that is written bit by bit, or after a text that cannot be read', () => {
    const bare = 'name: claims\nstage: criteria\n'
    const planned = `${bare}timeline: { start: 2026-06-01 }\n`
    assert.deepEqual(since(15, claims, stopped, bare, planned, next), ['c2 c3 c4'])
    assert.deepEqual(since(15, claims, stopped, 'a: [', next), ['c3'])
    assert.deepEqual(since(15, claims, stopped, bare, 'a: [', next), ['c2 c3 c4'])
    assert.deepEqual(since(15, claims, stopped, bare, claims, next), ['c0 c1 c2 c3 c4'])
    const kept = text('claims', '2026-06-01', 'Handling time')
    assert.deepEqual(since(15, claims, stopped, bare, kept, `${next}# note\n`), ['c0 c1 c2 c3 c4'])
    assert.deepEqual(since(15, claims, 'a: [', stopped, 'b: [', `${claims}# note\n`), ['c0 c1 c2 c3 c4'])
  })

  it('is that of another one with the same metrics that names the one before it', () => {
    const again = text('claims', '2026-06-01', 'Handling time')
    const declared = `predecessor: claims-2025\n${again}`
    assert.deepEqual(since(15, claims, stopped, declared), ['c2'])
    assert.deepEqual(since(14, stopped, declared), ['c0 c1'])
    assert.deepEqual(since(15, claims, stopped, `predecessor: claims-2025\n${claims}`), ['c0 c1 c2'])
    assert.deepEqual(since(15, claims, declared), ['c0 c1'])
    assert.deepEqual(since(15, declared, `predecessor: claims-2025\n${stopped}`, declared), ['c0 c1 c2'])
    const second = `predecessor: claims-2025\n${stopped}`
    assert.deepEqual(since(15, second, declared), ['c0 c1'])
  })

  it('is that of the same one where a metric is only called otherwise', () => {
    for (const metric of ['Hnadling time', 'Average handling time', 'Handling time (h)'])
      assert.deepEqual(since(15, claims, stopped, text('claims', '2026-06-01', metric)), ['c0 c1 c2'], metric)
  })

  it('is that of the same one until then, with one of these, before it has them, and where the start comes back', () => {
    assert.deepEqual(since(14, stopped, next), ['c0 c1'])
    assert.deepEqual(since(15, claims, next), ['c0 c1'])
    assert.deepEqual(since(15, claims, stopped, `${claims}# note\n`, next), ['c0 c1 c2 c3'])
    assert.deepEqual(since(15, stopped, text('claims', '2026-02-02', 'Answer time')), ['c0 c1'])
    assert.deepEqual(since(15, stopped, text('claims', '2026-06-01', 'Handling time')), ['c0 c1'])
    for (const bare of ['stage: data\n', 'stage: data\ntimeline: { start: 2026-06-01 }\n'])
      assert.deepEqual(since(15, stopped, `name: claims\n${bare}`), ['c0 c1'])
    assert.deepEqual(since(15, 'name: claims\nstage: stopped\n', next), ['c0 c1'])
    assert.deepEqual(since(15, stopped, next, stopped), ['c0 c1 c2'])
  })
})
