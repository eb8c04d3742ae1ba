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

/** Nobody said what success is, what it is worth, who answers for it, when it ends and what production means. */
const STUCK = [
  'criteria/undefined',
  'owners/operator-missing',
  'stage/no-production-date',
  'stage/no-window',
  'value/missing',
]
