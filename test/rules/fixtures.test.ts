import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { analysisOf } from '../support/check.ts'
import { healthyFiles, isSilent } from '../support/healthy.ts'

const root = new URL('../../', import.meta.url)
describe('healthy files are silent', () => {
  for (const file of healthyFiles) {
    const { path, days } = file
    const [first = '', last = ''] = [days.at(0), days.at(-1)]
    it(`${path}, on ${first} and on ${last}`, () => isSilent(file, [first, last]))
  }

  it('at every stage', () => assert.ok(healthyFiles.length >= 10, `${healthyFiles.length} files`))
})

describe('the stuck pilots of the story', () => {
  for (const name of readdirSync(new URL('test/fixtures/stories/stuck/', root))) {
    it(`${name}: the findings name what went wrong and nothing else`, () => {
      const text = readFileSync(new URL(`test/fixtures/stories/stuck/${name}`, root), 'utf8')
      const { findings } = analysisOf(text, { today: '2026-11-20', name })
      assert.deepEqual(findings.map(({ rule }) => rule).sort(), STUCK)
    })
  }
})

/** Each finding with what the story says that it names. */
const STUCK = [
  // Clarity of intent before the start was never settled.
  'criteria/undefined',
  'value/missing',
  // Nor was ownership.
  'owners/operator-missing',
  // Nor what "production" means: no date, no money, no systems, nobody in IT was ever asked about it.
  'stage/no-production-date',
  'cost/no-production-budget',
  'integration/undefined',
  'owners/it-missing',
  // Nobody has said that it failed or succeeded: it has no end, and twelve months later it is still "active".
  'stage/no-window',
  'stage/overstayed',
].sort()
