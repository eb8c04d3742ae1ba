import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { pilots } from './memory-io.ts'

const root = new URL('../../', import.meta.url)

describe('the README', () => {
  it('shows what the command prints', async () => {
    const readme = readFileSync(new URL('README.md', root), 'utf8')
    const [, argv = '', shown] = /\$ pilots (.+)\n([^`]+)```/.exec(readme) ?? []
    const [command = '', path = '', ...options] = argv.split(' ')
    const files = { [path]: readFileSync(new URL(path, root), 'utf8') }
    assert.equal((await pilots([command, path, ...options], { files, rules })).out, shown)
  })
})
