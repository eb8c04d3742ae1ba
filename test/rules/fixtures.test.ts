import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { addDays, daysBetween } from '../../server/src/engine/pilot/dates.ts'
import { analysisOf } from '../support/check.ts'

const root = new URL('../../', import.meta.url)
const folders = ['test/fixtures/healthy/', 'test/fixtures/stories/healthy/', 'examples/pilots/']

/** A healthy file says in its head between which days it is silent: `# silent: 2026-10-25..2026-12-01`. */
const RANGE = /^# silent: (\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})/m

describe('healthy files are silent', () => {
  let count = 0
  for (const folder of folders) {
    for (const name of readdirSync(new URL(folder, root))) {
      const text = readFileSync(new URL(folder + name, root), 'utf8')
      const [, from, to] = RANGE.exec(text) ?? []
      if (!from || !to) continue
      count++
      it(`${folder}${name}, on any day from ${from} to ${to}`, () => {
        for (let day = 0; day <= daysBetween(from, to); day++) {
          const today = addDays(from, day)
          const { findings } = analysisOf(text, { today, name })
          assert.deepEqual(
            findings.map(
              ({ rule, message, span }) =>
                `${today} ${rule} [${text.slice(span.start, span.end)}] ${message}`,
            ),
            [],
          )
        }
      })
    }
  }

  it('at every stage', () => assert.ok(count >= 10, `${count} files`))
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
