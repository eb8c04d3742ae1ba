import assert from 'node:assert/strict'
import type { Departed } from '../../server/src/engine/history/history.ts'
import type { Facts } from '../../server/src/engine/portfolio/facts.ts'
import { mentions } from '../../server/src/engine/portfolio/named.ts'
import type { Member } from '../../server/src/engine/portfolio/portfolio.ts'
import { membersOf, portfolioAnalysis, told } from '../support/portfolio.ts'

/** What is done for many pilots is counted and never timed. */
describe('the work for many pilots', () => {
  let looks = 0
  const [plain] = membersOf({ plain: '' })

  const pilot = (at: number, facts: Partial<Facts>): Member => {
    assert.ok(plain)
    const predecessor = facts.predecessor ?? ''
    const named = { refers: 'pilot', path: 'predecessor', name: predecessor, key: predecessor } as const
    const made = mentions(predecessor === '' ? [] : [named])
    return { file: `pilots/${at}.pilot.yaml`, facts: { ...plain.facts, mentions: made, ...facts } }
  }

  /** How many looks it takes for half of the pilots, and for all. */
  const counted = (look: (pilots: number) => void): readonly [number, number] => {
    const [half = 0, all = 0] = [100, 200].map((pilots) => {
      looks = 0
      look(pilots)
      return looks
    })
    assert.ok(half > 0)
    return [half, all]
  }

  it('looks once at each pilot that is gone, however many refer to one that nobody knows', () => {
    const [half, all] = counted((pilots) => {
      const members = Array.from({ length: pilots }, (_, at) =>
        pilot(at, { name: `n${at}`, predecessor: `gone-${at}` }),
      )
      const found = told(
        portfolioAnalysis(members, { departed: members.map((_, at) => gone(`gone-${at + 1}`)) }),
      )
      const unknown = found.filter((line) => line.includes('unknown-reference'))
      assert.deepEqual(unknown, ['0 portfolio/unknown-reference warning'])
    })
    assert.ok(all <= 2.2 * half, `${half} looks at half of the pilots, ${all} at all`)
  })

  it('looks once at the use case of each pilot of a name to which many refer', () => {
    const [half, all] = counted((pilots) => {
      const own = { useCase: 'forecasting' }
      const members = Array.from({ length: pilots }, (_, at) => [
        lookedAt(pilot(3 * at, { name: 'shared', useCase: 'planning' })),
        pilot(3 * at + 1, { ...own, name: `a${at}`, start: '2026-01-05', end: '2026-02-02' }),
        pilot(3 * at + 2, { ...own, name: `b${at}`, start: '2026-03-02', predecessor: 'shared' }),
      ]).flat()
      const found = told(portfolioAnalysis(members)).filter((line) => line.includes('silent-retry'))
      assert.equal(found.length, pilots)
    })
    assert.ok(all <= 2.2 * half, `${half} looks at half of the pilots, ${all} at all`)
  })

  function lookedAt({ file, facts }: Member): Member {
    return {
      file,
      facts: {
        ...facts,
        get useCase() {
          looks++
          return facts.useCase
        },
      },
    }
  }

  function gone(name: string): Departed {
    const commitments: Departed['commitments'] = {
      ...{
        useCase: undefined,
        predecessor: undefined,
        stage: 'production',
        operator: undefined,
        start: undefined,
        end: undefined,
      },
      ...{ productionBy: undefined, criteria: [], stops: [], goes: [], features: [], gates: [] },
      get name() {
        looks++
        return name
      },
    }
    return { file: name, commit: 'c', date: '2026-01-05', author: 'Ann', commitments }
  }
})
