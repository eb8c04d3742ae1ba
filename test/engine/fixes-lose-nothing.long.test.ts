import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { editsOf } from '../../server/src/engine/fix.ts'
import { analysisOf } from '../support/check.ts'

const folder = new URL('../../examples/pilots/', import.meta.url)
const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'))

/** The text with nothing behind each of its keys and dashes in turn. */
function* emptied(text: string, nothing: string): Generator<string> {
  for (const { index, 0: found, 1: begin = '' } of text.matchAll(/^( *(?:- )*(?:- ?|[\w-]+:)) .+$/gm))
    yield `${text.slice(0, index)}${begin.trimEnd()}${nothing}${text.slice(index + found.length)}`
}

/** What the fixes that only insert something would take away. */
function* takenFrom(text: string): Generator<string> {
  const fixes = analysisOf(text).findings.flatMap((finding) => finding.fixes)
  for (const fix of fixes.filter(({ changes }) => changes.every((change) => change.do !== 'replace')))
    for (const { span } of editsOf(text, fix)) yield text.slice(span.start, span.end)
}

describe('what a fix inserts', () => {
  for (const nothing of ['', ' ~', ' # soon', ' {}'])
    it(`takes the place of nothing that says anything, where an author leaves "${nothing}"`, () => {
      const variants = texts.flatMap((text) => [...emptied(text, nothing)])
      const taken = variants.flatMap((text) => [...takenFrom(text)])
      assert.ok(taken.length > 1_000, `${taken.length} edits`)
      for (const each of taken) assert.match(each, /^(?:\s|-|~|\{\}|#[^\n]*)*$/)
    })
})
