import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Asserts that a text is that of the golden file; with UPDATE=1 in the environment it becomes that of the file. */
export function matchesGolden(
  name: string,
  text: string,
  folder: URL = new URL('./golden/', import.meta.url),
): void {
  const file = new URL(name, folder)
  if (process.env['UPDATE'] === '1') writeFileSync(file, text)
  const known = existsSync(file) ? readFileSync(file, 'utf8') : ''
  assert.equal(text, known, 'Run with UPDATE=1 when the new text is the right one')
}
