import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
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

describe('what the documents tell to copy', () => {
  it('runs a program of the package, in this version', () => {
    const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
    const pages = readdirSync(new URL('docs/', root)).filter((name) => name.endsWith('.md'))
    const text = pages.map((name) => readFileSync(new URL(`docs/${name}`, root), 'utf8')).join('\n')
    const commands = text.match(/npx --yes .*/g) ?? []
    assert.ok(commands.length > 1)
    for (const command of commands) {
      assert.ok(command.startsWith(`npx --yes --package pilot-as-code@${version} pilots `), command)
    }
  })
})
