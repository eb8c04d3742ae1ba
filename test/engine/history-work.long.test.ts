import assert from 'node:assert/strict'
import type { Commitments, CriterionCommitment } from '../../server/src/engine/history/commitments.ts'
import { criteriaTracks } from '../../server/src/engine/history/criteria.ts'
import { goalpostChanges } from '../../server/src/engine/history/goalposts.ts'
import { wholeTraces } from '../../server/src/engine/history/heirs.ts'
import { type Step, stepsOf } from '../../server/src/engine/history/history.ts'
import type { LogCommit } from '../../server/src/engine/history/log.ts'
import type { TraceStep } from '../../server/src/engine/history/trace.ts'

/** What is done for a long past is counted and never timed. */
describe('the work for a long past', () => {
  let looks = 0
  beforeEach(() => {
    looks = 0
  })

  it('looks at no criterion again that was dropped long ago', () => {
    const [few, many] = [100, 200].map((commits) => {
      looks = 0
      const [reference, ...texts] = Array.from({ length: commits }, (_, at) => withCriteria([criterion(at)]))
      assert.ok(reference)
      const steps = stepsBetween([reference, ...texts])
      assert.equal(
        criteriaTracks({ started: '2026-01-01', begun: 'at the start', reference, steps }).length,
        commits,
      )
      assert.equal(goalpostChanges(reference, steps).length, 2 * (commits - 1))
      return looks
    })
    assert.ok(few && many && many <= 2.2 * few, `${few} looks at half of the commits, ${many} at all`)
  })

  it('reads once by what a pilot is measured that one of many others may go on with', () => {
    const [few, many] = [100, 200].map((pilots) => {
      looks = 0
      const commit = (hash: string): LogCommit => {
        const day = '2026-02-02'
        return { hash, parents: [], author: 'Ann', authored: day, committed: day, changes: [] }
      }
      const [made, moved] = [commit('1'), commit('0')]
      const texts = new Map<string, Commitments>()
      const steps = (folder: string, at: number, step: LogCommit): readonly TraceStep[] => {
        texts.set(`${folder}${at}`, { ...withCriteria([criterion(texts.size)]), start: undefined })
        return [{ commit: step, blob: `${folder}${at}` }]
      }
      const all = Array.from({ length: pilots }, (_, at) => at)
      const files = new Map(
        all.map((at) => [`b/${at}/it.pilot.yaml`, { blob: `b${at}`, steps: steps('b', at, moved) }]),
      )
      const departed = all.map((at) => {
        return { path: `a/${at}/it.pilot.yaml`, commit: moved, blob: `a${at}`, steps: steps('a', at, made) }
      })
      const known = {
        commitments: (blob: string) => texts.get(blob),
        place: ({ hash }: LogCommit) => Number(hash),
      }
      assert.equal(wholeTraces(files, departed, known).files.get('b/1/it.pilot.yaml')?.steps.length, 1)
      return looks
    })
    assert.ok(few && many && many <= 2.2 * few, `${few} looks at half of the pilots, ${many} at all`)
  })

  it('compares the texts of a past once, however many rules ask what changed in it', () => {
    const present = withCriteria([])
    const revisions = Array.from({ length: 20 }, (_, at) => {
      const commitments = withCriteria([criterion(Math.floor(at / 2))])
      return { commit: String(at), date: '2026-02-01', author: 'Ann', commitments }
    })
    const history = { revisions }
    assert.equal(stepsOf(history, present, '2026-03-01').length, 10)
    assert.ok(looks > 0)
    looks = 0
    assert.equal(stepsOf(history, present, '2026-03-02').at(-1)?.date, '2026-03-02')
    assert.equal(stepsOf(history, present, '2026-03-02', 2).length, 9)
    assert.equal(stepsOf(history, present, '2026-03-02', 19).length, 1)
    assert.equal(looks, 0)
  })

  const empty: Commitments = {
    ...{ name: 'a', useCase: undefined, predecessor: undefined, stage: 'rollout', operator: undefined },
    ...{ start: '2026-01-01', end: undefined, productionBy: undefined },
    ...{ criteria: [], stops: [], goes: [], features: [], gates: [] },
  }

  function withCriteria(criteria: readonly CriterionCommitment[]): Commitments {
    return { ...empty, criteria }
  }

  function criterion(at: number): CriterionCommitment {
    return {
      get metric() {
        looks++
        return `Metric ${at}`
      },
      ...{ unit: undefined, direction: undefined, baseline: 2 * at, target: 2 * at + 1, deadline: undefined },
    }
  }

  function stepsBetween(texts: readonly Commitments[]): readonly Step[] {
    return texts.flatMap((after, at) => {
      const before = texts[at - 1]
      return before ? [{ revision: undefined, date: '2026-02-01', before, after }] : []
    })
  }
})
