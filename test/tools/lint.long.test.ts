import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A file that breaks an invariant of the architecture, and what the linter says of it. */
const breaches: readonly (readonly [file: string, text: string, said: RegExp])[] = [
  ['server/src/engine/text/now.ts', 'export const now = Date.now()\n', /Take `today` as an argument/],
  ['server/src/features/now.ts', 'export const now = new Date()\n', /Take `today` as an argument/],
  ['server/src/engine/pilot/yaml.ts', "export { parse } from 'yaml'\n", /yaml belongs to engine\/yaml/],
  ['server/src/engine/schema/ajv.ts', "export { Ajv } from 'ajv'\n", /engine imports no package/],
  [
    'server/src/engine/rules/up.ts',
    "export { hover } from '../../features/hover.ts'\n",
    /Imports go one way/,
  ],
  ['server/src/cli/up.ts', "export { Session } from '../lsp/session.ts'\n", /Imports go one way/],
  ['server/src/cli/git.ts', "export { spawn } from 'node:child_process'\n", /no child_process/],
  ['server/src/cli/here.ts', 'export const here = process.cwd()\n', /only main\.ts hands `process` over/],
  [
    'server/src/lsp/node.ts',
    "export { createConnection } from 'vscode-languageserver/node'\n",
    /runs anywhere/,
  ],
  [
    'client/src/common/engine.ts',
    "export { parse } from '../../../server/src/engine/yaml/parse.ts'\n",
    /one way/,
  ],
  ['server/src/engine/text/as.ts', 'export const one = JSON.parse("1") as number\n', /Narrow the value/],
]

describe('what the linter holds', () => {
  let folder = ''
  let said = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'pilots-lint-'))
    for (const name of ['biome.json', 'tools/lint', 'package.json', '.gitignore'])
      cpSync(join(root, name), join(folder, name), { recursive: true })
    for (const [file, text] of breaches) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
    const args = [biome, 'lint', '--max-diagnostics=none', '--colors=off', '.']
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    said = stdout + stderr
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  for (const [file, , expected] of breaches) {
    it(`is broken by ${file}`, () => {
      const of = said.split(/^(?=\S+:\d+:\d+ )/m).filter((each) => each.startsWith(`${file}:`))
      assert.match(of.join(), expected, said)
    })
  }
})
