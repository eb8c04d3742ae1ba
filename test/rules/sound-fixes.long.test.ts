import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import type { Analysis } from '../../server/src/engine/analyze.ts'
import { editsOf } from '../../server/src/engine/fix.ts'
import { isSound } from '../../server/src/engine/sound-edit.ts'
import { analysisOf } from '../support/check.ts'

const pilots = new URL('../../examples/pilots/', import.meta.url)

/** Before most gates of the sample portfolio, between them, and long after the last one. */
const days = ['2026-06-01', '2026-11-22', '2027-06-01']

describe('fixes that a report names are those that can be applied', () => {
  for (const name of readdirSync(pilots)) {
    it(name, () => {
      const text = readFileSync(new URL(name, pilots), 'utf8')
      assert.deepEqual(
        days.flatMap((today) => idleFixes(text, name, today)),
        [],
      )
    })
  }
})

/** The fixes that are not offered in an editor, and that the command line leaves out. */
function idleFixes(text: string, name: string, today: string): readonly string[] {
  const analyse = (changed: string): Analysis => analysisOf(changed, { name, today })
  const analysis = analyse(text)
  return analysis.findings.flatMap((finding) =>
    finding.fixes
      .filter((fix) => !isSound(analysis, [finding], editsOf(text, fix), analyse))
      .map(({ title }) => `${today} ${finding.rule}: ${title}`),
  )
}
