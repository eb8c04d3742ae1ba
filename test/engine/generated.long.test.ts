import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generatedFiles } from '../../tools/generated-files.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

describe('generated files', () => {
  let files: ReadonlyMap<string, string> = new Map()
  before(async function () {
    // The validator is bundled for this, which takes its time on a busy machine.
    this.timeout(30_000)
    files = await generatedFiles(root)
  })

  it('are what their generators write', () => {
    const stale = [...files].filter(([name, text]) => read(name) !== text).map(([name]) => name)
    assert.deepEqual(stale, [], 'Run npm run generate')
  })

  it('are all the pages of the rules that there are', () => {
    const pages = readdirSync(join(root, 'docs/rules'), { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.md'),
    )
    const expected = [...files.keys()].filter((name) => name.startsWith('docs/rules/'))
    assert.deepEqual(
      pages.map((page) => `docs/rules/${page.replaceAll('\\', '/')}`).sort(),
      expected.sort(),
      'Remove the pages of rules that are gone',
    )
  })
})

function read(name: string): string | undefined {
  try {
    return readFileSync(join(root, name), 'utf8')
  } catch {
    return undefined
  }
}
