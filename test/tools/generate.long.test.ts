import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const LIST = 'server/src/engine/rules/all.generated.ts'

describe('npm run generate', () => {
  it('mends a list that names a rule whose file is gone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pilots-generate-'))
    try {
      const parts = ['client', 'docs', 'l10n', 'README.md', 'schemas', 'server', 'snippets', 'tools']
      for (const name of [...parts, 'package.json', 'tsconfig.base.json'])
        cpSync(join(root, name), join(folder, name), { recursive: true })
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
      appendFileSync(join(folder, LIST), "export { ownersGone } from './owners/gone.ts'\n")
      // The last of its rounds, after which it does not look again whether anything changes.
      const args = ['--import', 'tsx', 'tools/generate.ts', '3']
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
      assert.deepEqual([status, stdout], [0, `wrote ${LIST}\n`], stderr)
      assert.equal(readFileSync(join(folder, LIST), 'utf8'), readFileSync(join(root, LIST), 'utf8'))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }).timeout(120_000)
})
