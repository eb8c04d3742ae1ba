import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { LogChange, LogCommit } from '../../server/src/engine/history/log.ts'
import { PastTexts } from '../../server/src/engine/history/texts.ts'
import { traceFiles } from '../../server/src/engine/history/trace.ts'

const by = { author: 'Ann', authored: '2026-05-04', committed: '2026-05-04' } as const

const change = (path: string, after: string, from?: string): LogChange => {
  return { path, from, before: 'b0', after }
}

describe('the texts of the past', () => {
  const paths = fc.constantFrom('p', 'q', 'r')
  const changes = fc.array(
    fc.record({
      path: paths,
      from: fc.option(paths, { nil: undefined }),
      before: fc.constant('b0'),
      after: fc.option(fc.constantFrom('b1', 'b2', 'b3'), { nil: undefined }),
    }),
    { maxLength: 2 },
  )
  const log = fc.array(fc.tuple(fc.option(fc.nat(), { nil: undefined }), changes), { maxLength: 40 })

  it('are those that are met on the way back along the first parents', () => {
    fc.assert(
      fc.property(log, (written) => {
        const oldestFirst = written.map(([parent, made], index): LogCommit => {
          const parents = parent === undefined || index === 0 ? [] : [`c${parent % index}`]
          return { ...by, hash: `c${index}`, parents, changes: made }
        })
        const texts = new PastTexts(oldestFirst.toReversed())
        for (const { hash } of oldestFirst) {
          for (const path of ['p', 'q', 'r'])
            assert.equal(texts.at(hash, path), walked(oldestFirst, hash, path))
        }
      }),
      { numRuns: 300 },
    )
  })
})

/** The same, found step by step. */
function walked(commits: readonly LogCommit[], hash: string, path: string): string | undefined {
  const commit = commits.find((each) => each.hash === hash)
  if (!commit) return undefined
  const made = commit.changes.findLast((each) => each.path === path)
  if (made) return made.after
  if (commit.changes.some(({ from }) => from === path)) return undefined
  return walked(commits, commit.parents[0] ?? '', path)
}

describe('a file on its way back', () => {
  const made = (hash: string, parents: readonly string[], changes: readonly LogChange[]): LogCommit => {
    return { ...by, hash, parents, changes }
  }

  it('is followed through a renaming that left its text as it was', () => {
    const { files } = traceFiles([
      made('c2', ['c1'], [{ path: 'b', from: 'a', before: 't1', after: 't1' }]),
      made('c1', ['c0'], [{ path: 'a', from: undefined, before: 't0', after: 't1' }]),
      made('c0', [], [{ path: 'a', from: undefined, before: undefined, after: 't0' }]),
    ])
    assert.deepEqual(
      files.get('b')?.steps.map(({ commit, blob }) => `${commit.hash} ${blob}`),
      ['c0 t0', 'c1 t1', 'c2 t1'],
    )
  })

  const a = (before: string | undefined, after: string): LogChange => {
    return { path: 'a', from: undefined, before, after }
  }
  const stepsIn = (log: readonly LogCommit[]): readonly string[] | undefined =>
    traceFiles(log)
      .files.get('a')
      ?.steps.map(({ commit, blob }) => `${commit.hash} ${blob}`)

  it('is followed along the line that changed it', () => {
    const joined = [
      made('m', ['c1', 's'], [a('t0', 't1')]),
      made('c1', ['c0'], [{ ...a('o0', 'o1'), path: 'o' }]),
      made('s', ['c0'], [a('t0', 't1')]),
      made('c0', [], [a(undefined, 't0')]),
    ]
    assert.deepEqual(stepsIn(joined), ['c0 t0', 's t1'])
  })

  it('is not followed along a line of old, whose text took the place of what was written meanwhile', () => {
    const joined = (changes: readonly LogChange[]): readonly LogCommit[] => [
      made('m', ['c1', 's'], [a('t1', changes[0]?.after ?? 't0')]),
      made('c1', ['c0'], [a('t0', 't1')]),
      made('s', ['c0'], changes),
      made('c0', [], [a(undefined, 't0'), { ...a(undefined, 'o0'), path: 'o' }]),
    ]
    assert.deepEqual(stepsIn(joined([a('t0', 't2')])), ['c0 t0', 'c1 t1', 'm t2'])
    assert.deepEqual(stepsIn(joined([])), ['c0 t0', 'c1 t1', 'm t0'])
  })

  it('is gone since it was deleted last, with the text that it had then', () => {
    const { files, departed } = traceFiles([
      made('c3', ['c2'], [{ path: 'a', from: undefined, before: 't2', after: undefined }]),
      made('c2', ['c1'], [{ path: 'a', from: undefined, before: undefined, after: 't2' }]),
      made('c1', ['c0'], [{ path: 'a', from: undefined, before: 't0', after: undefined }]),
      made('c0', [], [{ path: 'a', from: undefined, before: undefined, after: 't0' }]),
    ])
    assert.equal(files.size, 0)
    assert.deepEqual(
      departed.map(({ path, blob, commit }) => [path, blob, commit.hash]),
      [['a', 't2', 'c3']],
    )
  })
})

describe('a history of many joined lines', () => {
  it('is gone through as often for each commit as a short one', () => {
    const few = looksAt(500)
    const many = looksAt(1_000)
    assert.ok(many < 2.2 * few, `${few} looks at half of the commits, ${many} at all`)
  })
})

/**
 * How often the parents of a commit are looked at where each commit of a main line joins one of a side line, which never held
 * the text that the pilots get there.
 */
function looksAt(joined: number): number {
  let looks = 0
  const commit = (hash: string, parents: readonly string[], changes: readonly LogChange[]): LogCommit => ({
    ...by,
    hash,
    changes,
    get parents() {
      looks++
      return parents
    },
  })
  const side = Array.from({ length: joined }, (_, at) =>
    commit(`s${at}`, at === 0 ? ['m'] : [`s${at - 1}`], [change('q', `q${at}`)]),
  )
  const main = Array.from({ length: joined }, (_, at) =>
    commit(
      `m${at}`,
      [at === 0 ? 'm' : `m${at - 1}`, `s${at}`],
      [change('p', `p${at}`), change('o', `o${at}`)],
    ),
  )
  const root = commit('m', [], [change('p', 'p'), change('o', 'o'), change('q', 'q')])
  const { files } = traceFiles([...main.toReversed(), ...side.toReversed(), root])
  assert.equal(files.get('p')?.steps.length, joined + 1)
  return looks
}
