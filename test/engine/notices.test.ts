import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import type { Notice } from '../../server/src/engine/notice.ts'
import { schemaNotices } from '../../server/src/engine/schema/notices.ts'
import { yamlNotices } from '../../server/src/engine/yaml/notices.ts'
import { analysisOf, complete } from '../support/check.ts'

/** The names that the sources of a folder of the engine report. */
function reported(folder: string): readonly string[] {
  const url = new URL(`../../server/src/engine/${folder}/`, import.meta.url)
  const sources = readdirSync(url).filter(
    (file) => file.endsWith('.ts') && !file.includes('generated') && file !== 'notices.ts',
  )
  const names = sources.flatMap((file) => {
    const text = readFileSync(new URL(file, url), 'utf8')
    return [...text.matchAll(/(?:\brule: |(?:#report|formFinding)\(\s*)'(?:\w+\/)?([a-z-]+)'/g)].map(
      ([, name]) => `${folder}/${name}`,
    )
  })
  return [...new Set(names)].sort()
}

const findings = (yaml: string): readonly string[] =>
  analysisOf(complete(yaml), { rules: [] }).findings.map(({ rule }) => rule)

describe('explained messages', () => {
  for (const [folder, notices] of [
    ['schema', schemaNotices],
    ['yaml', yamlNotices],
  ] as const) {
    it(`are all that ${folder} has`, () =>
      assert.deepEqual(
        notices.map(({ id }) => id),
        reported(folder),
      ))
    for (const notice of notices) it(`of ${notice.id} have examples that hold`, () => holds(notice))
  }
})

function holds({ id, summary, remedy, bad, good }: Notice): void {
  for (const text of [summary, remedy]) assert.match(text, /^[A-Z].*\.$/)
  if (bad !== undefined)
    assert.ok(findings(bad).includes(id), `${bad}gives ${findings(bad).join(', ') || 'nothing'}`)
  if (good !== undefined) assert.deepEqual(findings(good), [], good)
}
