import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'

/** Asserts that a text is that of the golden file; with UPDATE=1 in the environment it becomes that of the file. */
export function matchesGolden(name: string, text: string): void {
  const file = new URL(`./golden/${name}`, import.meta.url)
  if (process.env['UPDATE'] === '1') writeFileSync(file, text)
  assert.equal(text, readFileSync(file, 'utf8'), 'Run with UPDATE=1 when the new report is the right one')
}
