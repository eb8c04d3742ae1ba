import assert from 'node:assert/strict'
import type { LogCommit } from '../../server/src/engine/history/log.ts'
import { partedTraces } from '../../server/src/engine/history/parted.ts'
import { textToCommitments } from '../../server/src/engine/history/read.ts'
import { traceFiles } from '../../server/src/engine/history/trace.ts'

const text = (name: string, start: string, metric: string, stage = 'data'): string =>
  `name: ${name}\nstage: ${stage}\ntimeline: { start: ${start} }\ncriteria: { success: [{ metric: ${metric}, baseline: 5, target: 3 }] }\n`

const claims = text('claims', '2026-02-02', 'Handling time')

/** The commits that are left of the file, and the pilots that went, when Git says that one text became another. */
function left(before: string, after: string, isMoved = true): readonly unknown[] {
  const day = '2026-04-05'
  const by = { author: 'Ann', authored: day, committed: day }
  const moved = { path: isMoved ? 'mail' : 'claims', from: isMoved ? 'claims' : undefined, before, after }
  const first = { path: 'claims', from: undefined, before: undefined, after: before }
  const commits: readonly LogCommit[] = [
    { ...by, hash: 'c1', parents: ['c0'], changes: [moved] },
    { ...by, hash: 'c0', parents: [], changes: [first] },
  ]
  const { files, departed } = partedTraces(traceFiles(commits).files, textToCommitments)
  return [
    ...Array.from(files.values(), ({ steps }) => steps.map(({ commit }) => commit.hash).join(' ')),
    ...departed.map(({ path, blob, commit }) => `${path} ${commit.hash} ${blob === before}`),
  ]
}

describe('a file that Git calls renamed', () => {
  it('is another pilot with another name, another start and other metrics', () => {
    assert.deepEqual(left(claims, text('mail', '2026-04-20', 'Answer time')), ['c1', 'claims c1 true'])
  })

  it('is another pilot with another name and another start where the first one was over', () => {
    const stopped = text('claims', '2026-02-02', 'Handling time', 'stopped')
    assert.deepEqual(left(stopped, text('mail', '2026-04-20', 'Handling time')), ['c1', 'claims c1 true'])
  })

  it('is the same one with one of these, before it has them, and in its place', () => {
    const same = ['c0 c1']
    assert.deepEqual(left(claims, text('claims', '2026-04-20', 'Answer time')), same)
    assert.deepEqual(left(claims, text('mail', '2026-02-02', 'Answer time')), same)
    assert.deepEqual(left(claims, text('mail', '2026-04-20', 'Handling time')), same)
    assert.deepEqual(left('name: claims\n', text('mail', '2026-04-20', 'Answer time')), same)
    assert.deepEqual(left(claims, text('mail', '2026-04-20', 'Answer time'), false), same)
  })
})
