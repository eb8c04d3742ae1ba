import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localFiles } from '../../server/src/cli/local-files.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { writeIn } from '../support/write-in.ts'
import { pilots } from './memory-io.ts'

describe('a configuration that is given for the pilots of another repository', () => {
  let root = ''
  const write = (path: string, text: string): void => writeIn(root, path, text)
  const check = async (...argv: readonly string[]): Promise<string> => {
    const io = { cwd: join(root, 'here'), files: localFiles() }
    const { out, err } = await pilots(['check', '-f', 'concise', ...argv], { rules, io })
    return `${out}${err}`
  }
  beforeEach(() => {
    root = mkdtempSync(join(realpathSync(tmpdir()), 'pilots-elsewhere-'))
    for (const each of ['here', 'other']) mkdirSync(join(root, each, '.git'), { recursive: true })
    write(
      'here/given.yaml',
      'exclude: [drafts]\noverrides:\n  - files: [pilots/**]\n    rules: { file/incomplete: off }\n',
    )
    const pilot = 'apiVersion: pilot-as-code/v1\nname: a\ntitle: A\nstage: rollout\nowners: {}\n'
    write('other/pilots/a.pilot.yaml', pilot)
    write('other/b.pilot.yaml', pilot)
    write('other/drafts/c.pilot.yaml', pilot)
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('has its patterns begin at the root of that repository', async () => {
    const all = await check('../other', '--config', 'given.yaml')
    assert.match(all, /other\/b\.pilot\.yaml.*file\/incomplete/)
    assert.doesNotMatch(all, /pilots\/a\.pilot\.yaml.*file\/incomplete|drafts/)
    const one = await check('../other/pilots/a.pilot.yaml', '--config', 'given.yaml')
    assert.match(one, /in 1 file/)
    assert.doesNotMatch(one, /file\/incomplete/)
  })
})
