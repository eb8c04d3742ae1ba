import assert from 'node:assert/strict'
import { commitmentsOf } from '../../server/src/engine/history/commitments.ts'
import type { Departed } from '../../server/src/engine/history/history.ts'
import type { HistorySource } from '../../server/src/engine/history/source.ts'
import { lowerPilot } from '../../server/src/engine/pilot/lower.ts'
import { historyVerdictMissing } from '../../server/src/engine/rules/history/verdict-missing.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { complete } from '../support/check.ts'
import { pilots } from './memory-io.ts'

/** A repository that has lost a pilot from each of some folders. */
function losing(...paths: readonly string[]): HistorySource {
  const departed = paths.map((path): Departed => {
    const commitments = commitmentsOf(lowerPilot(parse(complete(`name: lost-${path.split('/')[0]}\n`))))
    return {
      file: `file:///work/${path}`,
      commit: 'a'.repeat(40),
      date: '2026-03-02',
      author: 'Mei',
      commitments,
    }
  })
  return {
    read: async () => ({
      head: 'b'.repeat(40),
      asOf: undefined,
      files: new Map(),
      departed,
      past: undefined,
    }),
  }
}

describe('pilots that were deleted', () => {
  const files = { 'desk/a.pilot.yaml': complete('name: a\n'), 'plant/b.pilot.yaml': complete('name: b\n') }
  const check = async (
    more: Readonly<Record<string, string>>,
    ...argv: readonly string[]
  ): Promise<string[]> => {
    const history = losing('desk/x.pilot.yaml', 'plant/y.pilot.yaml', 'drafts/z.pilot.yaml')
    const world = {
      files: { ...files, ...more },
      rules: [],
      portfolioRules: [historyVerdictMissing],
      history,
    }
    const { out } = await pilots(['check', '-f', 'concise', ...argv], world)
    return Array.from(out.matchAll(/"(lost-\w+)"/g), ([, name]) => name ?? '')
  }

  it('are missed in the folders that are checked', async () => {
    assert.deepEqual(await check({}), ['lost-desk', 'lost-drafts', 'lost-plant'])
    assert.deepEqual(await check({}, 'plant'), ['lost-plant'])
  })

  it('are not missed where files are named one by one, or where the configuration leaves them out', async () => {
    assert.deepEqual(await check({}, 'desk/a.pilot.yaml'), [])
    const config = { 'pilots.config.yaml': 'exclude: ["drafts/**"]\n' }
    assert.deepEqual(await check(config), ['lost-desk', 'lost-plant'])
  })
})
