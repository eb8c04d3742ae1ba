import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const root = new URL('../../', import.meta.url)
const pages = ['SECURITY.md', ...readdirSync(new URL('docs/', root)).map((name) => `docs/${name}`)]

describe('a page that names tests', () => {
  it('names those that are there', () => {
    const named = pages
      .filter((page) => page.endsWith('.md'))
      .flatMap((page) => readFileSync(new URL(page, root), 'utf8').match(/\btest\/[\w/-]+(?:\.\w+)+/g) ?? [])
    assert.ok(named.length > 20)
    assert.deepEqual(
      named.filter((path) => !existsSync(new URL(path, root))),
      [],
    )
  })
})
